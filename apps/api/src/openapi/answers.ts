import type { ConvocationDeadlines, RulesOn } from '@registre/deliberation';
import type {
  AffairLine,
  AuditEntry,
  AuthorityLine,
  DelayLine,
  MemberLine,
  MemberVote,
  Page,
  SessionLine,
} from '@registre/projections';

export type { JournalPage } from '../access/access-journal.js';
export type { Problem } from '../http/problem-details.filter.js';
export type {
  AffairDossier,
  AuthorityView,
  BodyDetails,
  HistorySummary,
  Moments,
  RegisterChangesPage,
  MemberRecord,
  RegisterPage,
  SearchPage,
  Stats,
  SessionBoard,
  SessionPapers,
} from '@registre/projections';
export type ConvocationDeadlinesView = ConvocationDeadlines;
export type RulesView = RulesOn;
export type SessionLinePage = Page<SessionLine>;
export type DelayLinePage = Page<DelayLine>;
export type MemberLinePage = Page<MemberLine>;
export type MemberVotePage = Page<MemberVote>;
export type AuditEntryPage = Page<AuditEntry>;

export interface AuthorityLines {
  readonly items: readonly AuthorityLine[];
}

export interface AffairLines {
  readonly items: readonly AffairLine[];
}
