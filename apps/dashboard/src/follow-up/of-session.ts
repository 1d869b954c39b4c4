import type { SessionBoard } from '@registre/projections';
import type { Members } from '../wording/members';

/** A séance that is over, for what follows it. */
export interface OfClosedSession {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly members: Members;
}
