import type { OccurredAt } from '@registre/platform';
import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { Irregularity, MayBeIrregular } from '../command/irregularity.js';
import {
  NO_NAMES,
  type BallotMethod,
  type Candidate,
  type CandidateVotes,
  type Choice,
  type Counts,
  type DeclaredResult,
  type Named,
  type Papers,
  type Rest,
  type Roll,
  type StatedResult,
} from './tally.js';

export type BallotEvent =
  | {
      readonly type: 'VotingOpened';
      readonly data: {
        readonly session: string;
        readonly affair: string | null;
        readonly method: BallotMethod | null;
        readonly candidates: readonly Candidate[] | null;
        /** How many are to be elected; null: a vote for or against, or not said. */
        readonly positions: number | null;
        /** Frozen: whoever leaves afterwards stays on it. */
        readonly roll: Roll;
        /** Those who keep out of the affair (R19); null: not known. None of them is on the roll. */
        readonly recused: readonly string[] | null;
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
        readonly stated: StatedResult | null;
        /** All those whom the other choices do not name or count voted so; null: nobody said it. What follows is deduced. */
        readonly rest: Rest | null;
      } & MayBeIrregular;
    }
  | {
      /** Émargement: who has voted in a secret ballot, and nothing of what (R17). */
      readonly type: 'VoterSigned';
      readonly data: { readonly seat: string; readonly voter: string | null };
    }
  | {
      /** The totals of a secret ballot held on paper (R17). */
      readonly type: 'SecretTallyRecorded';
      readonly data: {
        readonly papers: Papers;
        readonly counts: Counts;
        readonly candidates: readonly CandidateVotes[] | null;
        readonly stated: StatedResult | null;
      } & MayBeIrregular;
    }
  | {
      /** The votes count for nothing: they are kept, and the ballot is held again or not at all. */
      readonly type: 'VotingVoided';
      readonly data: { readonly reason: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'VotingClosed';
      /** Kept here as well, so that the séance's half can be completed after a crash. */
      readonly data: { readonly declared: DeclaredResult } & MayBeIrregular;
    };

/** What somebody counted, as it was given. */
export interface Counted {
  readonly counts: Counts;
  readonly named: Named;
  readonly candidates: readonly CandidateVotes[] | null;
  readonly papers: Papers | null;
  readonly stated: StatedResult | null;
  readonly rest: Rest | null;
}

export interface BallotState {
  readonly status: 'none' | 'open' | 'closed' | 'void';
  readonly session: string | null;
  readonly affair: string | null;
  readonly method: BallotMethod | null;
  readonly candidates: readonly Candidate[] | null;
  readonly positions: number | null;
  readonly roll: Roll | null;
  readonly recused: readonly string[] | null;
  /** Choice by seat. */
  readonly votes: { readonly [seat: string]: Choice };
  /** Seats that have signed, in a secret ballot. */
  readonly signed: readonly string[];
  /** What was counted: hands, or papers. */
  readonly counted: Counted | null;
  readonly voided: { readonly reason: string | null; readonly at: OccurredAt } | null;
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
    positions: null,
    roll: null,
    recused: null,
    votes: {},
    signed: [],
    counted: null,
    voided: null,
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
        return { ...withIrregularities(state, event.data), counted: handsOf(event.data) };
      case 'VoterSigned':
        return { ...state, signed: [...state.signed, event.data.seat] };
      case 'SecretTallyRecorded':
        return { ...withIrregularities(state, event.data), counted: papersOf(event.data) };
      case 'VotingVoided': {
        const voided = { reason: event.data.reason, at };
        return { ...withIrregularities(state, event.data), status: 'void', voided };
      }
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

const handsOf = ({ counts, named, candidates, stated, rest }: Omit<Counted, 'papers'>): Counted => ({
  counts,
  named,
  candidates,
  papers: null,
  stated,
  rest,
});

const papersOf = ({
  papers,
  counts,
  candidates,
  stated,
}: Omit<Counted, 'named' | 'papers' | 'rest'> & { readonly papers: Papers }): Counted => ({
  counts,
  named: NO_NAMES,
  candidates,
  papers,
  stated,
  rest: null,
});
