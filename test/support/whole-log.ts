import type { StoredEvent } from '@registre/event-store';
import type { StoreUnderTest } from './each-store.js';

/** An authority's whole log as the store gives it, in its order. */
export async function wholeLog(
  { open }: StoreUnderTest,
  dataDir: string,
  authority: string,
): Promise<readonly StoredEvent[]> {
  const store = open(dataDir);
  try {
    const events: StoredEvent[] = [];
    for await (const batch of store.readLog(authority)) events.push(...batch);
    return events;
  } finally {
    await store.close();
  }
}

/** `category Type` of each event: what happened, whoever it happened to. */
export const told = (events: readonly StoredEvent[]): string[] =>
  events.map(({ stream, type }) => `${stream.split('-')[0]} ${type}`);
