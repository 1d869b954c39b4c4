import { CONTEXT, folded } from '../given.fixture.js';
import { ballotAggregate, type BallotEvent, type BallotState } from './ballot.js';
import { CastVote, castVote } from './cast-vote.js';
import { CountHands, countHands, type CountHandsBody } from './count-hands.js';
import { RecordSecretTally, recordSecretTally, type RecordSecretTallyBody } from './record-secret-tally.js';
import { SignRoll, signRoll } from './sign-roll.js';
import type { BallotMethod, Candidate, Choice, Roll, RollSeat } from './tally.js';

const IN_THE_ROOM = ['alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle', 'hugo'];
const seats: RollSeat[] = [
  ...IN_THE_ROOM.map((seat) => ({ seat, voter: seat })),
  { seat: 'ines', voter: 'david' },
  { seat: 'jules', voter: null },
];

/** Eight in the room; Inès votes through David, Jules through someone unknown. */
export const TEN_SEATS: Roll = { seats, size: 10, exact: true };

export const votingOpened = (
  roll: Roll = TEN_SEATS,
  candidates: Candidate[] | null = null,
  method: BallotMethod = 'show-of-hands',
  positions: number | null = null,
  recused: string[] | null = [],
): BallotEvent => ({
  type: 'VotingOpened',
  data: { session: 's', affair: 'budget', method, candidates, positions, roll, recused },
});
export const cast = (seat: string, choice: Choice): BallotEvent => ({
  type: 'VoteCast',
  data: { seat, voter: seat, choice },
});
export const votingClosed: BallotEvent = {
  type: 'VotingClosed',
  data: { declared: { outcome: null, proclaimed: null } },
};
export const voting = (...events: BallotEvent[]): BallotState => folded(ballotAggregate, events);

export const casting =
  (state: BallotState, seat: string, choice: Choice = 'for', voter?: string) =>
  (despite?: { rule: string; reason: string }[]) =>
    castVote(
      state,
      new CastVote(CONTEXT, 'b', { seat, choice, despite, ...(voter === undefined ? {} : { voter }) }),
    );

export const counting =
  (state: BallotState, body: CountHandsBody) => (despite?: { rule: string; reason: string }[]) =>
    countHands(state, new CountHands(CONTEXT, 'b', { ...body, despite }));

export const signed = (seat: string): BallotEvent => ({ type: 'VoterSigned', data: { seat, voter: seat } });

export const signing =
  (state: BallotState, seat: string, voter?: string) => (despite?: { rule: string; reason: string }[]) =>
    signRoll(state, new SignRoll(CONTEXT, 'b', { seat, despite, ...(voter === undefined ? {} : { voter }) }));

export const NO_PAPERS = { found: null, blank: null, nullVotes: null, blankOrNull: null };

export const papersCounted =
  (state: BallotState, body: Partial<RecordSecretTallyBody>) =>
  (despite?: { rule: string; reason: string }[]) =>
    recordSecretTally(state, new RecordSecretTally(CONTEXT, 'b', { ...NO_PAPERS, ...body, despite }));
