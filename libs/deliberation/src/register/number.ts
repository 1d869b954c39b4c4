import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { MayBeIrregular } from '../command/irregularity.js';
import type { BodyAtSession } from '../session/session.js';

export type NumberEvent = {
  readonly type: 'NumberTaken';
  readonly data: {
    readonly number: string;
    readonly body: string;
    readonly session: string;
    readonly affair: string;
  } & MayBeIrregular;
};

/** Within what a number is unique: the body, or the séance where the body's rules say so. */
export const numberScope = (
  session: string,
  { body, bodyAtSession }: { readonly body: string; readonly bodyAtSession: BodyAtSession },
): string => (bodyAtSession.numbering === 'session' ? session : body);

/** The affairs that bear one number within its scope. */
export interface NumberState {
  readonly affairs: readonly string[];
}

export const numberAggregate: Aggregate<NumberState, NumberEvent> = {
  initial: { affairs: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'NumberTaken':
        return { affairs: [...state.affairs, event.data.affair] };
      default:
        return unhandled(event.type);
    }
  },
};
