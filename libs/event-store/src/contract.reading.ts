import { describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import {
  all,
  freshAuthority,
  given,
  ids,
  sampleEvent,
  sampleEvents,
  type Contract,
} from './contract.samples.js';
import type { ReadStreamOptions, StoredEvent } from './port.js';
import { authorityStream, registerStream, sessionStream, streamName } from './streams.js';

/** The half of the contract that reads what is there. */
export function describeReading(contract: Contract): void {
  describe('reading a stream', () => readingStreams(contract));
  describe('reading a log', () => readingLogs(contract));
  describe('authorities apart', () => authoritiesApart(contract));
  describe('opening and closing', () => openingAndClosing(contract));
}

function readingStreams({ store }: Contract): void {
  const readings: readonly [string, ReadStreamOptions, number[]][] = [
    ['nothing said', {}, [0, 1, 2, 3, 4]],
    ['from 2', { from: 2 }, [2, 3, 4]],
    ['at most 2', { limit: 2 }, [0, 1]],
    ['from 3, at most 5', { from: 3, limit: 5 }, [3, 4]],
    ['from beyond the end', { from: 5 }, []],
    ['at most none', { limit: 0 }, []],
    ['backward', { direction: 'backward' }, [4, 3, 2, 1, 0]],
    ['the last one', { direction: 'backward', limit: 1 }, [4]],
    ['backward from 2', { direction: 'backward', from: 2 }, [2, 1, 0]],
    ['backward from 3, at most 2', { direction: 'backward', from: 3, limit: 2 }, [3, 2]],
    ['backward from 0', { direction: 'backward', from: 0 }, [0]],
    ['backward from beyond the end', { direction: 'backward', from: 99, limit: 1 }, [4]],
  ];

  test.each(readings)(
    'given five events, when read with %s, then these are given in this order',
    async (_case, options, notes) => {
      const { stream } = await given(store(), 5);
      const read = await all(store().readStream(stream, options));
      expect(read.map((event) => event.revision)).toEqual(notes);
      expect(read.map((event) => event.data)).toEqual(notes.map((note) => ({ note })));
    },
  );

  test('when a stream that is not is read, then there is nothing, in either direction', async () => {
    const { authority } = await given(store(), 1);
    for (const owner of [authority, freshAuthority()]) {
      const stream = sessionStream(owner, newId());
      expect(await all(store().readStream(stream))).toEqual([]);
      expect(await all(store().readStream(stream, { direction: 'backward', limit: 1 }))).toEqual([]);
    }
  });

  test('given a long stream, when it is read, then each event is given once in order', async () => {
    const { authority, stream } = await given(store(), 0);
    const appends = Array.from({ length: 6 }, () => sampleEvents(authority, 400));
    for (const [index, events] of appends.entries()) {
      await store().append(stream, index === 0 ? 'no-stream' : index * 400 - 1, events);
    }
    const forward = ids(await all(store().readStream(stream)));
    expect(forward).toEqual(ids(appends.flat()));
    expect(ids(await all(store().readStream(stream, { direction: 'backward' })))).toEqual(
      forward.toReversed(),
    );
  });

  test('when a reader stops early, then the store goes on', async () => {
    const { stream, events } = await given(store(), 3);
    for await (const _batch of store().readStream(stream)) break;
    expect(ids(await all(store().readStream(stream)))).toEqual(ids(events));
  });
}

function readingLogs({ store }: Contract): void {
  test('given two streams, when the log is read, then it holds both in the order they were written', async () => {
    const { authority, stream, events } = await given(store(), 2);
    const second = sampleEvents(authority, 2);
    await store().append(authorityStream(authority), 'no-stream', second);
    const third = sampleEvents(authority, 1);
    await store().append(stream, 1, third);
    const log = await all(store().readLog(authority));
    expect(ids(log)).toEqual(ids([...events, ...second, ...third]));
    expect(log.map((event) => event.revision)).toEqual([0, 1, 0, 1, 2]);
    expect(new Set(log.map((event) => event.position)).size).toBe(5);
  });

  test('given a log, when it is read after any of its positions, then the rest is given', async () => {
    const { authority } = await given(store(), 4);
    const log = await all(store().readLog(authority));
    for (const [index, event] of log.entries()) {
      expect(await all(store().readLog(authority, { after: event.position }))).toEqual(log.slice(index + 1));
    }
  });

  test('given an event, when read from its stream and from the log, then it is the same, position included', async () => {
    const { authority, stream } = await given(store(), 3);
    expect(await all(store().readStream(stream))).toEqual(await all(store().readLog(authority)));
  });

  test('given a long log, when it is read, then each event is given once in order', async () => {
    const authority = freshAuthority();
    const appends = Array.from({ length: 8 }, () => sampleEvents(authority, 300));
    for (const events of appends)
      await store().append(sessionStream(authority, newId()), 'no-stream', events);
    expect(ids(await all(store().readLog(authority)))).toEqual(ids(appends.flat()));
  });
}

function authoritiesApart({ store }: Contract): void {
  const stem = (): string => freshAuthority().slice(0, 30);

  test('given keys of which one begins the other, when both write, then neither sees the other', async () => {
    const short = stem();
    const long = `${short}c`;
    for (const authority of [short, long]) {
      await store().append(authorityStream(authority), 'no-stream', sampleEvents(authority, 2));
    }
    for (const authority of [short, long]) {
      const log = await all(store().readLog(authority));
      expect(log.map((event) => event.stream)).toEqual([
        authorityStream(authority),
        authorityStream(authority),
      ]);
      expect(log.map((event) => event.metadata.authority)).toEqual([authority, authority]);
    }
  });

  test("given ids made of another authority's names, when they are written, then they stay with their own", async () => {
    const [mine, other] = [stem(), stem()];
    const names = [
      `${other}_x`,
      `session-${other}_x`,
      `x session-${other}_main`,
      '..',
      'x/../y',
      '$all',
      'é %*?',
    ];
    const streams = names.map((id) => streamName('body', mine, id));
    for (const stream of streams) await store().append(stream, 'no-stream', sampleEvents(mine, 1));
    await store().append(sessionStream(other, 'x'), 'no-stream', sampleEvents(other, 1));
    expect((await all(store().readLog(mine))).map((event) => event.stream)).toEqual(streams);
    expect((await all(store().readLog(other))).map((event) => event.stream)).toEqual([
      sessionStream(other, 'x'),
    ]);
  });

  test('when an authority without a log is read, then there is nothing and it does not come to be', async () => {
    const authority = freshAuthority();
    expect(await all(store().readLog(authority))).toEqual([]);
    expect(await all(store().readStream(registerStream(authority, 'conseil', 2024)))).toEqual([]);
    await expect(
      store().append(authorityStream(authority), 0, sampleEvents(authority, 1)),
    ).rejects.toMatchObject({
      actual: 'no-stream',
    });
    expect(await store().authorities()).not.toContain(authority);
  });

  test('given authorities that wrote, when they are listed, then each is there once, in alphabetical order', async () => {
    const written = [freshAuthority(), freshAuthority(), freshAuthority()];
    for (const authority of written) {
      await store().append(authorityStream(authority), 'no-stream', sampleEvents(authority, 2));
    }
    const listed = await store().authorities();
    expect(listed).toEqual([...new Set(listed)].sort());
    expect(listed).toEqual(expect.arrayContaining(written));
  });
}

function openingAndClosing({ store, another }: Contract): void {
  test('given events, when another store opens the same logs, then it gives the same, positions included', async () => {
    const { authority, stream } = await given(store(), 3);
    const log = await all(store().readLog(authority));
    await another(async (other) => {
      expect(await all(other.readLog(authority))).toEqual(log);
      expect(await all(other.readLog(authority, { after: (log[1] as StoredEvent).position }))).toEqual(
        log.slice(2),
      );
      expect(await other.append(stream, 2, [sampleEvent(authority)])).toEqual({ revision: 3 });
    });
    expect(await all(store().readLog(authority))).toHaveLength(4);
  });

  test('given an append through one store, when it is sent again through another, then it gets the same answer', async () => {
    const { stream, events } = await given(store(), 2);
    const retried = another((other) => other.append(stream, 'no-stream', events));
    expect(await retried).toEqual({ revision: 1 });
    expect(await all(store().readStream(stream))).toHaveLength(2);
  });

  test('when a store is closed, then appends under way are answered and later calls fail', async () => {
    const { authority, stream } = await given(store(), 1);
    const events = sampleEvents(authority, 1);
    const closed = await another(async (other) => {
      const pending = other.append(stream, 0, events);
      await other.close();
      expect(await pending).toEqual({ revision: 1 });
      return other;
    });
    await expect(closed.append(stream, 1, sampleEvents(authority, 1))).rejects.toThrow();
    await expect(all(closed.readStream(stream))).rejects.toThrow();
    await expect(closed.authorities()).rejects.toThrow();
    await closed.close();
    expect(ids(await all(store().readStream(stream)))).toContain(events[0]?.id);
  });
}
