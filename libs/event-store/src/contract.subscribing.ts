import { describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import { all, follow, freshAuthority, given, ids, sampleEvents, type Contract } from './contract.samples.js';
import { LogEndsBeforePosition, type StoredEvent } from './port.js';
import { authorityStream, sessionStream } from './streams.js';

/** The part of the contract about following a log. */
export function describeSubscribing(contract: Contract): void {
  describe('subscribing', () => {
    history(contract);
    liveEvents(contract);
    endings(contract);
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function history({ store }: Contract): void {
  test('given a log, when subscribed from the first event, then all of it is given as a reading gives it', async () => {
    const { authority } = await given(store(), 5);
    expect(await follow(store(), authority, 5)).toEqual(await all(store().readLog(authority)));
  });

  test('given a long log, when a slow reader follows it while it grows, then each event comes once in order', async () => {
    const authority = freshAuthority();
    const appends = Array.from({ length: 10 }, () => sampleEvents(authority, 200));
    const write = async (events: readonly (typeof appends)[number][]): Promise<void> => {
      for (const batch of events) await store().append(sessionStream(authority, newId()), 'no-stream', batch);
    };
    await write(appends.slice(0, 5));
    const growing = write(appends.slice(5));
    const seen = await follow(store(), authority, 2000, { onBatch: () => pause(5) });
    await growing;
    expect(ids(seen)).toEqual(ids(appends.flat()));
  });

  test('given a position, when subscribed after it, then the rest comes, and only that', async () => {
    const { authority } = await given(store(), 6);
    const log = await all(store().readLog(authority));
    expect(await follow(store(), authority, 2, { after: log[3]?.position })).toEqual(log.slice(4));
  });

  test('given a subscription that was ended, when resumed from its last event, then nothing is skipped or given twice', async () => {
    const { authority, stream } = await given(store(), 3);
    const before = await follow(store(), authority, 3);
    await store().append(stream, 2, sampleEvents(authority, 3));
    const after = await follow(store(), authority, 3, { after: before.at(-1)?.position });
    expect([...before, ...after]).toEqual(await all(store().readLog(authority)));
  });
}

function liveEvents({ store, another }: Contract): void {
  test('given a subscription at the end of its log, when events are appended, then each comes once in order', async () => {
    const { authority, stream, events } = await given(store(), 2);
    const appended = sampleEvents(authority, 5);
    const write = async (seen: readonly StoredEvent[]): Promise<void> => {
      const next = seen.length - 2;
      const event = appended[next];
      if (event !== undefined) await store().append(stream, 1 + next, [event]);
    };
    const seen = await follow(store(), authority, 7, { onBatch: write });
    expect(ids(seen)).toEqual(ids([...events, ...appended]));
  });

  test('given an authority without a log, when its first events are appended, then a subscription sees them', async () => {
    const authority = freshAuthority();
    const seen = follow(store(), authority, 2);
    await pause(50);
    const events = sampleEvents(authority, 2);
    await store().append(authorityStream(authority), 'no-stream', events);
    expect(ids(await seen)).toEqual(ids(events));
  });

  test('given a subscription, when another store appends, then it sees that too', async () => {
    const { authority, stream, events } = await given(store(), 1);
    const seen = follow(store(), authority, 3);
    const appended = sampleEvents(authority, 2);
    await another(async (other) => {
      for (const [index, event] of appended.entries()) {
        await other.append(stream, index, [event]);
        await pause(50);
      }
    });
    expect(ids(await seen)).toEqual(ids([...events, ...appended]));
  });

  test('given several subscriptions to several logs, when all are written at once, then each sees its own', async () => {
    const authorities = [freshAuthority(), freshAuthority()];
    const subscriptions = [...authorities, ...authorities].map((authority) => follow(store(), authority, 20));
    const written = await Promise.all(
      authorities.map(async (authority) => {
        const events = sampleEvents(authority, 20);
        const stream = sessionStream(authority, newId());
        for (const [index, event] of events.entries()) {
          await store().append(stream, index === 0 ? 'no-stream' : index - 1, [event]);
        }
        return ids(events);
      }),
    );
    expect((await Promise.all(subscriptions)).map(ids)).toEqual([...written, ...written]);
  });
}

function endings({ store, another, beyond }: Contract): void {
  test('given a subscription that waits, when it is aborted, then it ends without an error', async () => {
    const { authority, events } = await given(store(), 1);
    const end = new AbortController();
    const seen: StoredEvent[] = [];
    for await (const batch of store().subscribe(authority, { signal: end.signal })) {
      seen.push(...batch);
      setTimeout(() => end.abort(), 100);
    }
    expect(ids(seen)).toEqual(ids(events));
  });

  test('when a subscription is aborted before it begins, then it gives nothing', async () => {
    const { authority } = await given(store(), 1);
    expect(await all(store().subscribe(authority, { signal: AbortSignal.abort() }))).toEqual([]);
  });

  test('given a subscription that waits, when its store is closed, then it does not go on waiting', async () => {
    const { authority } = await given(store(), 1);
    const signal = new AbortController().signal;
    const waiting = await another(async (other) => {
      const seen = all(other.subscribe(authority, { signal })).catch(() => 'failed');
      await pause(100);
      return { seen };
    });
    await waiting.seen;
  });

  test('given a position beyond what the store holds, when subscribed after it, then it is told that the log ends before', async () => {
    for (const count of [0, 2]) {
      const { authority } = await given(store(), count);
      const refused = follow(store(), authority, 1, { after: beyond });
      await expect(refused).rejects.toBeInstanceOf(LogEndsBeforePosition);
      await expect(refused).rejects.toMatchObject({ authority, position: beyond });
    }
  });
}
