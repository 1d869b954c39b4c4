import type { OccurredAt } from '@registre/platform';
import { laterVersion } from './later-version.js';

/** A fact of the domain: its name in the past, and what it says. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** How the events of one kind of stream add up to what the next decision must know. */
export interface Aggregate<S, E extends DomainEvent> {
  readonly initial: S;
  /** The state after one more event. Pure: the given state is left as it was. */
  readonly evolve: (state: S, event: E, occurredAt: OccurredAt) => S;
}

/**
 * For the end of a `switch` over event types: a new type does not compile until it is handled.
 *
 * @throws Refusal `unavailable`: at run time it is the type of a later version of this program
 */
export function unhandled(event: never): never {
  throw laterVersion((event as DomainEvent).type);
}
