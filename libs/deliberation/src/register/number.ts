import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { MayBeIrregular } from '../command/irregularity.js';

export type NumberEvent = {
  readonly type: 'NumberTaken';
  readonly data: {
    readonly number: string;
    readonly body: string;
    readonly session: string;
    readonly affair: string;
  } & MayBeIrregular;
};

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
