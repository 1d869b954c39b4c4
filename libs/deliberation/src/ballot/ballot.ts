import type { OccurredAt } from '@registre/platform';
import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { Irregularity, MayBeIrregular } from '../command/irregularity.js';
import type {
  BallotMethod,
  Candidate,
  CandidateVotes,
  Choice,
  Counts,
  DeclaredResult,
  Named,
  Roll,
} from './tally.js';

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
      } & MayBeIrregular;
    }
  | {
      readonly type: 'VotingClosed';
      /** Kept here as well, so that the séance's half can be completed after a crash. */
      readonly data: { readonly declared: DeclaredResult } & MayBeIrregular;
    };

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
  readonly closed: {
    readonly declared: DeclaredResult;
    readonly at: OccurredAt;
  } | null;
  readonly irregularities: readonly Irregularity[];
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
    closed: null,
    irregularities: [],
  },
  evolve(state, event, at) {
    switch (event.type) {
      case 'VotingOpened':
        return { ...state, ...event.data, status: 'open' };
      case 'VoteCast':
        return { ...state, votes: { ...state.votes, [event.data.seat]: event.data.choice } };
      case 'HandsCounted':
        return { ...withIrregularities(state, event.data), hands: handsOf(event.data) };
      case 'VotingClosed':
        return {
          ...withIrregularities(state, event.data),
          status: 'closed',
          closed: { declared: event.data.declared, at },
        };
      default:
        return unhandled(event);
    }
  },
};

function withIrregularities(state: BallotState, { irregularities }: MayBeIrregular): BallotState {
  return { ...state, irregularities: [...state.irregularities, ...(irregularities ?? [])] };
}

function handsOf({ counts, named, candidates }: NonNullable<BallotState['hands']>): BallotState['hands'] {
  return { counts, named, candidates };
}
