import { describe, expect, test } from '@jest/globals';
import { exec } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { newId } from '@registre/platform';
import { all, freshAuthority, ids, sampleEvents } from '../contract.samples.js';
import { OutcomeUnknown, StoreUnavailable, type EventToAppend } from '../port.js';
import { ballotStream } from '../streams.js';
import { EventStoreDbEventStore } from './event-store-db.js';

/** The server, and a command of the shell that kills it and starts it again on the same data. */
const { EVENTSTOREDB_URL: connectionString, EVENTSTOREDB_RESTART: restart } = process.env;

const RESTARTS = 3;
const WRITERS = 16;

/** Appends until told to stop, as a caller does: asks again, with the same ids, for as long as it is not answered. */
async function write(
  store: EventStoreDbEventStore,
  authority: string,
  stream: string,
  stop: AbortSignal,
): Promise<EventToAppend[]> {
  const written: EventToAppend[] = [];
  while (!stop.aborted) {
    const events = sampleEvents(authority, 2);
    for (let done = false; !done;) {
      const expected = written.length === 0 ? 'no-stream' : written.length - 1;
      done = await store.append(stream, expected, events).then(
        () => true,
        (error: unknown) => {
          if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) return false;
          throw error;
        },
      );
    }
    written.push(...events);
    await sleep(5);
  }
  return written;
}

async function restartedAmongWriters(url: string, command: string): Promise<void> {
  const store = new EventStoreDbEventStore({ connectionString: url });
  const authority = freshAuthority();
  const streams = Array.from({ length: WRITERS }, () => ballotStream(authority, newId()));
  const [stop, over] = [new AbortController(), new AbortController()];
  const followed: string[] = [];
  const following = (async () => {
    for await (const batch of store.subscribe(authority, { signal: over.signal }))
      followed.push(...ids(batch));
  })();
  const writing = Promise.all(streams.map((stream) => write(store, authority, stream, stop.signal)));
  for (let count = 0; count < RESTARTS; count++) {
    await sleep(3_000);
    await promisify(exec)(command);
  }
  await sleep(3_000);
  stop.abort();
  for (const [index, written] of (await writing).entries()) {
    expect(ids(await all(store.readStream(streams[index] ?? '')))).toEqual(ids(written));
  }
  const log = ids(await all(store.readLog(authority)));
  while (followed.length < log.length) await sleep(20);
  over.abort();
  await following;
  expect(followed).toEqual(log);
  expect(new Set(log).size).toBe(log.length);
  await store.close();
}

describe('EventStoreDB, killed and started again', () => {
  if (connectionString === undefined || restart === undefined) {
    console.warn(
      'EVENTSTOREDB_URL and EVENTSTOREDB_RESTART are not set: no real EventStoreDB is killed here.',
    );
    test.skip('when they are set, then it is tried there', () => undefined);
  } else {
    test('given sixteen writers and a subscription, then nothing is lost, doubled or out of order', async () => {
      await restartedAmongWriters(connectionString, restart);
    }, 300_000);
  }
});
