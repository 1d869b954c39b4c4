import { newId, newSalt } from '@registre/platform';
import {
  WrongExpectedRevision,
  type EventStore,
  type EventToAppend,
  type Json,
  type Position,
  type StoredEvent,
} from './port.js';
import { sessionStream } from './streams.js';

/** What each part of the contract is tried on. */
export interface Contract {
  /** The store under test, open while the tests run. */
  readonly store: () => EventStore;
  /** Another store over the same logs, as another process would open it; closed after its use. */
  readonly another: <T>(use: (store: EventStore) => Promise<T>) => Promise<T>;
  /** How many write at once in the tests of concurrency. */
  readonly writers: number;
  /** A position that no event of the store has reached. */
  readonly beyond: Position;
}

/** A key that no test used before, so that a shared server can be tested again and again. */
export const freshAuthority = (): string => `t${newId().replaceAll('-', '')}`;

/** An event such as the register writes, of the given authority. */
export function sampleEvent(authority: string, note: Json = '', id: string = newId()): EventToAppend {
  return {
    id,
    type: 'AffairNoted',
    data: { note },
    metadata: {
      version: 1,
      authority,
      actor: 'local',
      occurredAt: { date: '2023-10-12', time: null, zone: 'Europe/Paris' },
      recordedAt: '2024-01-05T08:30:00.000Z',
      $correlationId: id,
      $causationId: id,
      salt: newSalt(),
    },
  };
}

/** As many events, whose notes are 0, 1, 2… */
export const sampleEvents = (authority: string, count: number): EventToAppend[] =>
  Array.from({ length: count }, (_, index) => sampleEvent(authority, index));

export const ids = (events: readonly { readonly id: string }[]): string[] => events.map((event) => event.id);

/** All the events of a reading that ends. */
export async function all(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}

export interface FollowOptions {
  readonly after?: Position;
  /** Called after each batch, before the next is asked for, with all that came so far. */
  readonly onBatch?: (events: readonly StoredEvent[]) => void | Promise<void>;
}

/** The events of a subscription until it gave that many; it is then aborted, and ends by itself. */
export async function follow(
  store: EventStore,
  authority: string,
  count: number,
  { after, onBatch }: FollowOptions = {},
): Promise<StoredEvent[]> {
  const end = new AbortController();
  const events: StoredEvent[] = [];
  const from = after === undefined ? {} : { after };
  for await (const batch of store.subscribe(authority, { ...from, signal: end.signal })) {
    events.push(...batch);
    await onBatch?.(events);
    if (events.length >= count) end.abort();
  }
  return events;
}

export interface Given {
  readonly authority: string;
  readonly stream: string;
  readonly events: readonly EventToAppend[];
}

/** A fresh authority and a séance's stream with that many events in it. */
export async function given(store: EventStore, count: number): Promise<Given> {
  const authority = freshAuthority();
  const stream = sessionStream(authority, newId());
  const events = sampleEvents(authority, count);
  if (count > 0) await store.append(stream, 'no-stream', events);
  return { authority, stream, events };
}

/** Appends at the end of a stream, as it finds it, again as long as someone else was first. */
export async function appendAtEnd(
  store: EventStore,
  stream: string,
  events: readonly EventToAppend[],
): Promise<void> {
  for (;;) {
    const [last] = await all(store.readStream(stream, { direction: 'backward', limit: 1 }));
    try {
      await store.append(stream, last?.revision ?? 'no-stream', events);
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}
