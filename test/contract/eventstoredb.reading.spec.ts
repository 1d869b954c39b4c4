import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  LogEndsBeforePosition,
  sessionStream,
  StoreUnavailable,
  type EventStore,
} from '@registre/event-store';
import { startStandIn, type StandIn } from '../stand-in/stand-in.js';
import {
  all,
  event,
  events,
  following,
  freshSession,
  HASTE,
  ids,
  pause,
  storeOn,
  until,
} from './eventstoredb.samples.js';

let standIn: StandIn;
let store: EventStore;
let hasty: EventStore;
beforeEach(async () => {
  standIn = await startStandIn();
  store = storeOn(standIn);
  hasty = storeOn(standIn, HASTE);
});
afterEach(async () => {
  await Promise.all([store.close(), hasty.close()]);
  standIn.stop();
});

describe('given a subscription to a failing EventStoreDB (stand-in)', () => {
  test('when it is dropped again and again while events are written, then each comes once, in order', async () => {
    const { authority, stream } = freshSession();
    const written = events(authority, 120);
    const followed = following(store, authority);
    for (const [index, one] of written.entries()) {
      await store.append(stream, index === 0 ? 'no-stream' : index - 1, [one]);
      if (index % 25 === 10) standIn.dropSubscriptions();
    }
    await followed.has(written.length);
    await followed.end();
    expect(ids(followed.seen)).toEqual(ids(written));
  });

  test('when it is dropped while it catches up, then each comes once, in order', async () => {
    const { authority, stream } = freshSession();
    const written = Array.from({ length: 5 }, () => events(authority, 400));
    for (const [index, batch] of written.entries()) {
      await store.append(stream, index === 0 ? 'no-stream' : index * 400 - 1, batch);
    }
    const seen: string[] = [];
    let drops = 0;
    const over = new AbortController();
    for await (const batch of store.subscribe(authority, { signal: over.signal })) {
      seen.push(...ids(batch));
      if (seen.length >= 2000) over.abort();
      else if (seen.length > 500 * (drops + 1)) {
        drops += 1;
        standIn.dropSubscriptions();
      }
    }
    expect(drops).toBeGreaterThan(1);
    expect(seen).toEqual(ids(written.flat()));
  });

  test('when the server goes away and comes back, then it goes on', async () => {
    const { authority, stream } = freshSession();
    await store.append(stream, 'no-stream', events(authority, 2));
    const followed = following(store, authority);
    await followed.has(2);
    standIn.stop();
    await pause(1_000);
    await standIn.start();
    await store.append(stream, 1, events(authority, 2));
    await followed.has(4);
    await followed.end();
    expect(followed.seen.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  test('when it waits for a server that is away, then it still ends when it is told to', async () => {
    const { authority } = freshSession();
    standIn.stop();
    const followed = following(store, authority);
    await pause(500);
    await followed.end();
    expect(followed.seen).toEqual([]);
  });

  test('when access is denied, then it fails: nothing would come by waiting', async () => {
    const { authority } = freshSession();
    standIn.setState('access-denied');
    await expect(following(store, authority).has(1)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('when its reader does not ask, then the server is not made to send', async () => {
    const { authority, stream } = freshSession();
    for (let batch = 0; batch < 10; batch++) {
      const big = Array.from({ length: 200 }, () => event(authority, 'x'.repeat(1_000)));
      await store.append(stream, batch === 0 ? 'no-stream' : batch * 200 - 1, big);
    }
    const over = new AbortController();
    const seen: number[] = [];
    for await (const batch of store.subscribe(authority, { signal: over.signal })) {
      if (seen.length === 0) {
        await pause(1_000);
        expect(standIn.eventsSent).toBeLessThan(1_200);
      }
      seen.push(...batch.map(({ revision }) => revision));
      if (seen.length === 2_000) over.abort();
    }
    expect(seen).toEqual(Array.from({ length: 2_000 }, (_, index) => index));
  });

  test('when its reader stops, then the server hears of it', async () => {
    const { authority, stream } = freshSession();
    await store.append(stream, 'no-stream', events(authority, 2));
    for await (const _batch of store.subscribe(authority, { signal: new AbortController().signal })) break;
    await until(() => standIn.subscriptions === 0);
  });
});

describe('given a restored EventStoreDB (stand-in)', () => {
  test('when a subscription is resumed, then it is told that the log ends before its position', async () => {
    const { authority, stream } = freshSession();
    await store.append(stream, 'no-stream', events(authority, 5));
    const followed = following(store, authority);
    await followed.has(5);
    standIn.restoreTo(3);
    await expect(followed.has(6)).rejects.toBeInstanceOf(LogEndsBeforePosition);
  });

  test.each([
    ['other events of the same size', 'zzzz'],
    ['events of another size', 'zzzzz'],
  ])('when it has grown past the position with %s, then that is noticed too', async (_case, note) => {
    const { authority, stream } = freshSession();
    const written = Array.from({ length: 5 }, () => event(authority, 'aaaa'));
    await store.append(stream, 'no-stream', written);
    const after = (await all(store.readLog(authority)))[3]?.position ?? '';
    standIn.restoreTo(2);
    await store.append(
      stream,
      1,
      Array.from({ length: 5 }, () => event(authority, note)),
    );
    await expect(following(store, authority, after).has(1)).rejects.toBeInstanceOf(LogEndsBeforePosition);
    await expect(all(store.readLog(authority, { after }))).rejects.toBeInstanceOf(LogEndsBeforePosition);
  });
});

describe('given a reading of a failing EventStoreDB (stand-in)', () => {
  const readings: readonly [string, (of: { authority: string; stream: string }) => Promise<unknown>][] = [
    ['a stream', ({ stream }) => all(hasty.readStream(stream))],
    ['a log', ({ authority }) => all(hasty.readLog(authority))],
    ['the authorities', () => hasty.authorities()],
  ];

  test.each(readings)('when the server is away, then %s is unavailable', async (_what, read) => {
    standIn.stop();
    await expect(read(freshSession())).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test.each(readings)('when the server is frozen, then %s is unavailable', async (_what, read) => {
    standIn.setState('silence');
    await expect(read(freshSession())).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test.each(readings)('when the server is not ready yet, then %s waits for it', async (_what, read) => {
    standIn.setState('not-ready');
    const reading = read(freshSession());
    await pause(HASTE / 10);
    standIn.setState('ready');
    expect(await reading).toEqual([]);
  });

  test('when a stream that is being read breaks off, then it is read on, each event once', async () => {
    const { authority, stream } = freshSession();
    const written = Array.from({ length: 4 }, () => events(authority, 400));
    for (const [index, batch] of written.entries()) {
      await store.append(stream, index === 0 ? 'no-stream' : index * 400 - 1, batch);
    }
    for (const [direction, expected] of [
      ['forward', ids(written.flat())],
      ['backward', ids(written.flat()).toReversed()],
    ] as const) {
      const seen: string[] = [];
      for await (const batch of store.readStream(stream, { direction, limit: 1_500 })) {
        if (seen.length === 0) standIn.dropReadings();
        seen.push(...ids(batch));
      }
      expect(seen).toEqual(expected.slice(0, 1_500));
    }
  });
});

describe('given what the register did not write (stand-in)', () => {
  test('when a log is read, then streams of the system and of others are left out', async () => {
    const { authority, stream } = freshSession();
    const written = events(authority, 2);
    for (const foreign of [
      '$stats',
      `$$session-${authority}_x`,
      `séance-${authority}_x`,
      `meeting-${authority}_x`,
    ]) {
      standIn.writeForeign(foreign);
    }
    await store.append(stream, 'no-stream', written);
    expect(ids(await all(store.readLog(authority)))).toEqual(ids(written));
    expect(await store.authorities()).toEqual([]);
  });

  test('when it stands in a stream of the register, then reading says which, and does not go past it', async () => {
    const { authority } = freshSession();
    const stream = sessionStream(authority, 'x');
    standIn.writeForeign(stream);
    const said = `event 0 of stream ${stream} was not written by the register`;
    await expect(all(store.readStream(stream))).rejects.toThrow(said);
    await expect(all(store.readLog(authority))).rejects.toThrow(said);
    await expect(following(store, authority).has(1)).rejects.toThrow(said);
  });

  test('when a position was not given by this adapter, then it is a mistake of the program', async () => {
    const { authority } = freshSession();
    await expect(all(store.readLog(authority, { after: '12' }))).rejects.toBeInstanceOf(TypeError);
  });
});

describe('given a cluster’s address (stand-in)', () => {
  // A search that nobody awaits fails as an unhandled rejection, which ends a process, and this test.
  test('when its nodes are searched for in vain, then the process goes on, and so does the subscription', async () => {
    const connectionString = `${standIn.discoveringConnectionString}&maxDiscoverAttempts=3`;
    const searching = storeOn({ connectionString }, 4_000);
    try {
      const { authority, stream } = freshSession();
      const followed = following(searching, authority);
      await until(() => standIn.subscriptions === 1);
      standIn.setState('not-ready');
      const refused = searching.append(stream, 'no-stream', [event(authority)]);
      await pause(300);
      standIn.dropSubscriptions();
      await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
      standIn.setState('ready');
      await searching.append(stream, 'no-stream', [event(authority)]);
      await followed.has(1);
      await followed.end();
    } finally {
      await searching.close();
    }
  });
});
