import type { AuditEntry, Page, RegisterLine, SessionLine } from '@registre/projections';

export type { AffairDossier, AuthorityView, SessionBoard } from '@registre/projections';
export type RegisterLinePage = Page<RegisterLine>;
export type SessionLinePage = Page<SessionLine>;
export type AuditEntryPage = Page<AuditEntry>;
