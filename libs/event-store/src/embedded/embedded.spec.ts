import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { encodeBatch } from '../batch.js';
import { describeEventStoreContract } from '../contract.js';
import { describeEventStoreProperties } from '../contract.properties.js';
import { all, follow, freshAuthority, given, ids, sampleEvents } from '../contract.samples.js';
import { OutcomeUnknown, StoreUnavailable, type StoredEvent } from '../port.js';
import { authorityStream, sessionStream } from '../streams.js';
import { EmbeddedEventStore, type EmbeddedOptions } from './embedded-event-store.js';
import { UnreadableLog } from './log-errors.js';
import { LogFile } from './log-file.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registre-embedded-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

for (const thread of [true, false]) {
  const name = `the embedded store in ${thread ? 'a thread of its own' : 'the same thread'}`;
  const open = async (): Promise<EmbeddedEventStore> => EmbeddedEventStore.open({ dataDir, thread });
  describeEventStoreContract(name, open, { beyond: '1000000' });
  describeEventStoreProperties(name, open, { runs: 25 });
}

async function withStore(
  options: Partial<EmbeddedOptions>,
  use: (store: EmbeddedEventStore) => Promise<void>,
): Promise<void> {
  const store = EmbeddedEventStore.open({ dataDir, ...options });
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

/** The thread that serves a store, started by its first request. */
const threadOf = (store: EmbeddedEventStore): Worker =>
  (store['client']['channel'] as unknown as { worker: Worker }).worker;

const log = (authority: string): string => join(dataDir, authority, 'log.db');

/** Appends as another process does: no store of this one is told. */
function appendUntold(authority: string, count: number): string[] {
  const file = LogFile.openOrCreate(log(authority));
  const stream = sessionStream(authority, newId());
  const events = encodeBatch(stream, sampleEvents(authority, count));
  expect(file.append([{ stream, expected: 'no-stream', events }])).toMatchObject([{ kind: 'appended' }]);
  file.close();
  return ids(events);
}

describe('the data folder', () => {
  test('given no data folder, when read, listed and followed, then it does not come to be', async () => {
    const absent = join(dataDir, 'absent');
    await withStore({ dataDir: absent }, async (store) => {
      expect(await all(store.readLog('ab'))).toEqual([]);
      expect(await store.authorities()).toEqual([]);
      expect(await all(store.subscribe('ab', { signal: AbortSignal.timeout(50) }))).toEqual([]);
    });
    expect(existsSync(absent)).toBe(false);
  });

  test('given other things in the data folder, when the authorities are listed, then only logs are', async () => {
    const folder = join(dataDir, 'mixed');
    mkdirSync(join(folder, 'nolog'), { recursive: true });
    mkdirSync(join(folder, 'Backup'));
    writeFileSync(join(folder, 'Backup', 'log.db'), '');
    writeFileSync(join(folder, 'key'), '');
    await withStore({ dataDir: folder }, async (store) => {
      await store.append(authorityStream('ab'), 'no-stream', sampleEvents('ab', 1));
      expect(await store.authorities()).toEqual(['ab']);
    });
  });

  test('given a damaged file, when read, written and followed, then it is said to be unreadable', async () => {
    const authority = freshAuthority();
    mkdirSync(join(dataDir, authority));
    writeFileSync(log(authority), 'not a database, '.repeat(500));
    await withStore({}, async (store) => {
      const { signal } = new AbortController();
      const appended = store.append(authorityStream(authority), 'no-stream', sampleEvents(authority, 1));
      await expect(appended).rejects.toBeInstanceOf(UnreadableLog);
      await expect(all(store.readLog(authority))).rejects.toBeInstanceOf(UnreadableLog);
      await expect(all(store.subscribe(authority, { signal }))).rejects.toBeInstanceOf(UnreadableLog);
    });
  });
});

describe('limits', () => {
  test('given more authorities than logs may be open, when all are written, read and followed, then each has its own', async () => {
    await withStore({ maxOpenLogs: 2, lookEvery: 20 }, async (store) => {
      const written = await Promise.all(Array.from({ length: 6 }, () => given(store, 3)));
      const followed = written.map(({ authority }) => follow(store, authority, 5));
      await pause(50);
      const untold = written.map(({ authority }) => appendUntold(authority, 2));
      const expected = written.map(({ events }, index) => [...ids(events), ...(untold[index] ?? [])]);
      for (const [index, { authority }] of written.entries()) {
        expect(ids(await all(store.readLog(authority)))).toEqual(expected[index]);
      }
      expect((await Promise.all(followed)).map(ids)).toEqual(expected);
    });
  });

  test('given as many appends as may wait, when one more comes, then it alone is refused as unavailable', async () => {
    await withStore({ maxWaitingAppends: 3 }, async (store) => {
      const authority = freshAuthority();
      const append = (): Promise<unknown> =>
        store.append(sessionStream(authority, newId()), 'no-stream', sampleEvents(authority, 1));
      const waiting = [append(), append(), append()];
      await expect(append()).rejects.toBeInstanceOf(StoreUnavailable);
      await Promise.all(waiting);
      await append();
      expect(await all(store.readLog(authority))).toHaveLength(4);
    });
  });
});

describe('appends that do not wait for one another', () => {
  test('given many at once, when they are written, then they stand in the log as they were asked for', async () => {
    await withStore({}, async (store) => {
      const authority = freshAuthority();
      const asked = Array.from({ length: 300 }, () => sampleEvents(authority, 2));
      await Promise.all(
        asked.map((events) => store.append(sessionStream(authority, newId()), 'no-stream', events)),
      );
      expect(ids(await all(store.readLog(authority)))).toEqual(asked.flatMap(ids));
    });
  });
});

describe('other writers', () => {
  test('given a subscription, when another process appends and nobody tells, then it is noticed', async () => {
    await withStore({}, async (store) => {
      const { authority, events } = await given(store, 1);
      const seen = follow(store, authority, 3);
      await pause(100);
      const untold = appendUntold(authority, 2);
      expect(ids(await seen)).toEqual([...ids(events), ...untold]);
    });
  });

  test('given a subscription in one store of the process, when another one appends, then it is told without looking', async () => {
    const never = 1_000_000;
    await withStore({ lookEvery: never, thread: false }, async (reader) => {
      await withStore({}, async (writer) => {
        const { authority, stream, events } = await given(writer, 1);
        const seen = follow(reader, authority, 2);
        await pause(100);
        const appended = sampleEvents(authority, 1);
        await writer.append(stream, 0, appended);
        expect(ids(await seen)).toEqual(ids([...events, ...appended]));
      });
    });
  });
});

describe("the end of the log's thread", () => {
  test('given requests that wait, when the thread ends, then appends are unknown, readings unavailable, and later ones served', async () => {
    await withStore({}, async (store) => {
      const { authority, stream } = await given(store, 0);
      const events = sampleEvents(authority, 2);
      const appended = store.append(stream, 'no-stream', events);
      const read = all(store.readLog(authority));
      const outcomes = Promise.allSettled([appended, read]);
      await threadOf(store).terminate();
      expect(await outcomes).toMatchObject([
        { status: 'rejected', reason: { name: OutcomeUnknown.name } },
        { status: 'rejected', reason: { name: StoreUnavailable.name } },
      ]);
      expect(await store.append(stream, 'no-stream', events)).toEqual({ revision: 1 });
      expect(ids(await all(store.readLog(authority)))).toEqual(ids(events));
    });
  });

  test('given a subscription, when the thread ends again and again, then it goes on and each event comes once', async () => {
    await withStore({ lookEvery: 20 }, async (store) => {
      const { authority, stream } = await given(store, 1);
      const onBatch = async (seen: readonly StoredEvent[]): Promise<void> => {
        await threadOf(store).terminate();
        await store.append(stream, seen.length - 1, sampleEvents(authority, 1));
      };
      const seen = await follow(store, authority, 6, { onBatch });
      expect(seen).toEqual((await all(store.readLog(authority))).slice(0, 6));
    });
  });
});

const APPENDING = fileURLToPath(new URL('./appending-process.fixture.js', import.meta.url));

interface Appending {
  readonly process: ChildProcess;
  /** The pairs of ids that it said were acknowledged, as they come. */
  readonly acknowledged: string[][];
  readonly ended: Promise<number | null>;
}

function appending(authority: string, ...rest: string[]): Appending {
  const process_ = spawn(process.execPath, [APPENDING, dataDir, authority, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[][] = [];
  let text = '';
  process_.stdout.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n');
    text = lines.pop() ?? '';
    acknowledged.push(...lines.map((line) => line.split(' ')));
  });
  const ended = new Promise<number | null>((resolve) => process_.once('close', resolve));
  return { process: process_, acknowledged, ended };
}

/** Every pair is whole, in its order and there once, and revisions have no gap; gives all ids. */
function expectWholePairs(events: readonly StoredEvent[]): Set<string> {
  const found = ids(events);
  expect(new Set(found).size).toBe(found.length);
  for (const ofStream of Map.groupBy(events, ({ stream }) => stream).values()) {
    expect(ofStream.map(({ revision }) => revision)).toEqual(ofStream.map((_, index) => index));
    expect(ofStream.map(({ data }) => data)).toEqual(ofStream.map((_, index) => ({ note: index % 2 })));
  }
  return new Set(found);
}

describe('processes', () => {
  test.each([
    ['the same stream', 'shared'],
    ['streams of their own', undefined],
  ])('when two processes append at once to %s, then nothing is lost or doubled', async (_case, shared) => {
    const authority = freshAuthority();
    const rest = shared === undefined ? ['20'] : ['20', shared];
    const both = [appending(authority, ...rest), appending(authority, ...rest)];
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    const acknowledged = both.flatMap((one) => one.acknowledged).flat();
    expect(acknowledged).toHaveLength(2 * 4 * 20 * 2);
    await withStore({}, async (store) => {
      const found = expectWholePairs(await all(store.readLog(authority)));
      expect(found).toEqual(new Set(acknowledged));
    });
  });

  test('given a process that appends, when it is killed, five times, then all that it acknowledged is there once', async () => {
    const authority = freshAuthority();
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 5; kill++) {
      const victim = appending(authority, 'endlessly');
      while (victim.acknowledged.length < 20 + 15 * kill) await pause(5);
      victim.process.kill('SIGKILL');
      await victim.ended;
      acknowledged.push(...victim.acknowledged.flat());
      await withStore({}, async (store) => {
        const found = expectWholePairs(await all(store.readLog(authority)));
        expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      });
    }
  });
});
