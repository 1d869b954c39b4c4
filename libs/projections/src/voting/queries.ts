import { resultOf, type BallotState, type SessionState } from '../domain.js';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { VotingView } from '../views.js';

/** What has come in of the ballot that is open in a séance; null: none is, or its voting is not open yet. */
export function votingNow(snapshot: ReadSnapshot, session: SessionState): VotingView | null {
  const ballot = session.ballots.find(({ id }) => id === session.openBallot);
  if (ballot === undefined) return null;
  const row = snapshot.row('SELECT state FROM voting WHERE ballot = ?', ballot.id);
  if (row === undefined) return null;
  const { votes, signed, counted } = JSON.parse(row.state as string) as BallotState;
  const result = resultOf(ballot, { votes, counted }, session.bodyAtSession);
  return { ballot: ballot.id, votes, signed, counted, ...result };
}
