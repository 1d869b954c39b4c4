import { expect } from '@jest/globals';
import { newId, newSalt } from '@registre/platform';
import {
  EventStoreDbEventStore,
  sessionStream,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
} from '@registre/event-store';
import type { StandIn } from '../stand-in/stand-in.js';

/** Two attempts of a second each: long enough on a busy machine, short enough for a test. */
export const HASTE = 2_000;

/** The adapter as it is in use, or with less patience, so that a test need not wait for it to give up. */
export const storeOn = (
  { connectionString }: Pick<StandIn, 'connectionString'>,
  patience?: number,
): EventStoreDbEventStore =>
  new EventStoreDbEventStore({ connectionString, ...(patience === undefined ? {} : { patience }) });

/** A fresh authority with a séance to write to. */
export function freshSession(): { readonly authority: string; readonly stream: string } {
  const authority = `t${newId().replaceAll('-', '')}`;
  return { authority, stream: sessionStream(authority, newId()) };
}

export function event(authority: string, note: string | number = ''): EventToAppend {
  const id = newId();
  return {
    id,
    type: 'DebateNoted',
    data: { note },
    metadata: {
      version: 1,
      authority,
      actor: 'local',
      occurredAt: { date: '2024-03-01', time: '18:30', zone: 'Europe/Paris' },
      recordedAt: '2024-03-01T17:30:00.000Z',
      $correlationId: id,
      $causationId: id,
      salt: newSalt(),
    },
  };
}

export const events = (authority: string, count: number): EventToAppend[] =>
  Array.from({ length: count }, (_, index) => event(authority, index));

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

export async function all(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const list: StoredEvent[] = [];
  for await (const batch of batches) list.push(...batch);
  return list;
}

/** A subscription that a test looks at from outside. */
export interface Followed {
  readonly seen: StoredEvent[];
  /** Resolves once that many events came; fails when the subscription does. */
  has(count: number): Promise<void>;
  end(): Promise<void>;
}

/** Follows a log in the background. */
export function following(store: EventStore, authority: string, after?: string): Followed {
  const over = new AbortController();
  const seen: StoredEvent[] = [];
  const running = (async () => {
    const from = after === undefined ? {} : { after };
    for await (const batch of store.subscribe(authority, { ...from, signal: over.signal }))
      seen.push(...batch);
  })();
  let ended = false;
  running
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return {
    seen,
    has: async (count) => {
      await until(() => seen.length >= count || ended);
      if (seen.length < count) await running;
      expect(seen.length).toBeGreaterThanOrEqual(count);
    },
    end: () => {
      over.abort();
      return running;
    },
  };
}

/** Resolves when the condition holds; looked at every few milliseconds, for half a minute. */
export async function until(condition: () => boolean): Promise<void> {
  for (let look = 0; look < 6_000; look++) {
    if (condition()) return;
    await pause(5);
  }
  throw new Error(`never came to be: ${String(condition)}`);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
