import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { BallotMethod, Candidate, CandidateVotes, Choice, Counts, Named, Roll } from './tally.js';

export type BallotEvent =
  | {
      readonly type: 'VotingOpened';
      readonly data: {
        readonly session: string;
        readonly affair: string | null;
        readonly method: BallotMethod | null;
        readonly candidates: readonly Candidate[] | null;
        /** Frozen: whoever leaves afterwards stays on it. */
        readonly roll: Roll;
      };
    }
  | {
      readonly type: 'VoteCast';
      readonly data: {
        /** Whose vote it is. */
        readonly seat: string;
        /** Who cast it: the seat itself, or the bearer of its proxy. */
        readonly voter: string | null;
        readonly choice: Choice;
      };
    }
  | {
      readonly type: 'HandsCounted';
      readonly data: {
        readonly counts: Counts;
        readonly named: Named;
        readonly candidates: readonly CandidateVotes[] | null;
      };
    }
  | { readonly type: 'VotingClosed'; readonly data: Record<string, never> };

export interface BallotState {
  readonly status: 'none' | 'open' | 'closed';
  readonly session: string | null;
  readonly affair: string | null;
  readonly method: BallotMethod | null;
  readonly candidates: readonly Candidate[] | null;
  readonly roll: Roll | null;
  /** Choice by seat. */
  readonly votes: { readonly [seat: string]: Choice };
  readonly hands: {
    readonly counts: Counts;
    readonly named: Named;
    readonly candidates: readonly CandidateVotes[] | null;
  } | null;
}

export const ballotAggregate: Aggregate<BallotState, BallotEvent> = {
  initial: {
    status: 'none',
    session: null,
    affair: null,
    method: null,
    candidates: null,
    roll: null,
    votes: {},
    hands: null,
  },
  evolve(state, event) {
    switch (event.type) {
      case 'VotingOpened':
        return { ...state, ...event.data, status: 'open' };
      case 'VoteCast':
        return { ...state, votes: { ...state.votes, [event.data.seat]: event.data.choice } };
      case 'HandsCounted':
        return { ...state, hands: event.data };
      case 'VotingClosed':
        return { ...state, status: 'closed' };
      default:
        return unhandled(event);
    }
  },
};
