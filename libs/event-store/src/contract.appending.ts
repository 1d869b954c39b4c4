import { describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import { MAX_APPEND_BYTES, batchBytes } from './batch.js';
import { contentHash, encodeEvent } from './codec.js';
import {
  all,
  appendAtEnd,
  freshAuthority,
  given,
  ids,
  sampleEvent,
  sampleEvents,
  type Contract,
} from './contract.samples.js';
import {
  EventTooLarge,
  UnstorableEvent,
  WrongExpectedRevision,
  type EventStore,
  type EventToAppend,
  type Json,
  type StoredEvent,
} from './port.js';
import { affairStream, ballotStream } from './streams.js';

/** The half of the contract that writes. */
export function describeAppending(contract: Contract): void {
  describe('expected revisions', () => expectedRevisions(contract));
  describe('event ids', () => eventIds(contract));
  describe('what is refused whole', () => refusedAppends(contract));
  describe('what is kept', () => keptBytes(contract));
  describe('writers at once', () => concurrentWriters(contract));
}

function expectedRevisions({ store }: Contract): void {
  test('given no stream, when two events are appended expecting none, then the revision is 1', async () => {
    const { authority, stream } = await given(store(), 0);
    const appended = await store().append(stream, 'no-stream', sampleEvents(authority, 2));
    expect(appended).toEqual({ revision: 1 });
  });

  test('given three events, when one is appended expecting revision 2, then it stands at revision 3', async () => {
    const { authority, stream, events } = await given(store(), 3);
    const next = sampleEvent(authority);
    expect(await store().append(stream, 2, [next])).toEqual({ revision: 3 });
    const read = await all(store().readStream(stream));
    expect(ids(read)).toEqual(ids([...events, next]));
    expect(read.map((event) => event.revision)).toEqual([0, 1, 2, 3]);
  });

  test.each([
    ['no stream', 3, 'no-stream', 2],
    ['a revision that others went past', 3, 0, 2],
    ['a revision that is not reached', 3, 7, 2],
    ['a revision of a stream that is not', 0, 0, 'no-stream'],
  ] as const)(
    'when the writer expects %s, then it is refused, told the actual revision, and nothing is written',
    async (_case, count, expected, actual) => {
      const { authority, stream, events } = await given(store(), count);
      const refused = store().append(stream, expected, sampleEvents(authority, 2));
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(refused).rejects.toMatchObject({ stream, expected, actual });
      expect(ids(await all(store().readStream(stream)))).toEqual(ids(events));
    },
  );
}

function eventIds({ store }: Contract): void {
  test('given an append, when it is sent again, then it gets the same answer and nothing is written', async () => {
    const { stream, events } = await given(store(), 3);
    expect(await store().append(stream, 'no-stream', events)).toEqual({ revision: 2 });
    expect(ids(await all(store().readStream(stream)))).toEqual(ids(events));
  });

  test('given an append and later events, when it is sent again, then it gets the same answer and nothing is written', async () => {
    const { authority, stream, events } = await given(store(), 2);
    const second = sampleEvents(authority, 2);
    const third = sampleEvents(authority, 1);
    await store().append(stream, 1, second);
    await store().append(stream, 3, third);
    expect(await store().append(stream, 1, second)).toEqual({ revision: 3 });
    expect(await store().append(stream, 'no-stream', events.slice(0, 1))).toEqual({ revision: 0 });
    expect(ids(await all(store().readStream(stream)))).toEqual(ids([...events, ...second, ...third]));
  });

  test('given an event, when its id comes again with other data, then the first data stays', async () => {
    const { authority, stream, events } = await given(store(), 1);
    const again = sampleEvent(authority, 'something else', events[0]?.id);
    expect(await store().append(stream, 'no-stream', [again])).toEqual({ revision: 0 });
    expect((await all(store().readStream(stream))).map((event) => event.data)).toEqual([{ note: 0 }]);
  });

  test('given two events, when part of an append is old and part new, then it is refused whole', async () => {
    const { authority, stream, events } = await given(store(), 2);
    const partly = [...events.slice(1), sampleEvent(authority)];
    await expect(store().append(stream, 0, partly)).rejects.toMatchObject({
      name: 'WrongExpectedRevision',
      actual: 1,
    });
    expect(ids(await all(store().readStream(stream)))).toEqual(ids(events));
  });

  test('given three events, when two of them are sent again at another place or in another order, then they are refused', async () => {
    const { stream, events } = await given(store(), 3);
    const elsewhere = store().append(stream, 0, events.slice(0, 2));
    await expect(elsewhere).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: 2 });
    const turned = store().append(stream, 'no-stream', events.slice(0, 2).reverse());
    await expect(turned).rejects.toMatchObject({ name: 'WrongExpectedRevision', actual: 2 });
    expect(ids(await all(store().readStream(stream)))).toEqual(ids(events));
  });

  test('given an event, when its id comes in another stream, then it is another event', async () => {
    const { authority, events } = await given(store(), 1);
    const other = affairStream(authority, newId());
    expect(await store().append(other, 'no-stream', events)).toEqual({ revision: 0 });
    expect(await all(store().readLog(authority))).toHaveLength(2);
  });

  test('when one append is sent many times at once, then all get the same answer and it is there once', async () => {
    const { authority, stream } = await given(store(), 0);
    const events = sampleEvents(authority, 2);
    const retries = Array.from({ length: 8 }, () => store().append(stream, 'no-stream', events));
    expect(await Promise.all(retries)).toEqual(retries.map(() => ({ revision: 1 })));
    expect(ids(await all(store().readLog(authority)))).toEqual(ids(events));
  });
}

function refusedAppends({ store }: Contract): void {
  const refusals: readonly [string, (authority: string) => EventToAppend[], string, string][] = [
    [
      'the same id twice',
      (authority) => {
        const event = sampleEvent(authority);
        return [event, sampleEvent(authority, 1, event.id)];
      },
      'id',
      'twice-in-one-append',
    ],
    [
      'an event of another authority',
      (authority) => [sampleEvent(authority), sampleEvent(freshAuthority())],
      'metadata.authority',
      'other-authority',
    ],
    [
      'a value that is not JSON',
      (authority) => [sampleEvent(authority), { ...sampleEvent(authority), data: { size: undefined } }],
      'data.size',
      'undefined',
    ],
    [
      'an id that is not a uuid',
      (authority) => [sampleEvent(authority), sampleEvent(authority, 1, 'first')],
      'id',
      'not-a-uuid',
    ],
    [
      'an event without a type',
      (authority) => [sampleEvent(authority), { ...sampleEvent(authority), type: '' }],
      'type',
      'not-an-event-type',
    ],
  ];

  test.each(refusals)(
    'when an append holds %s, then all of it is refused',
    async (_case, make, field, rule) => {
      const { authority, stream } = await given(store(), 0);
      const refused = store().append(stream, 'no-stream', make(authority));
      await expect(refused).rejects.toBeInstanceOf(UnstorableEvent);
      await expect(refused).rejects.toMatchObject({ field, rule });
      expect(await all(store().readLog(authority))).toEqual([]);
    },
  );

  test('when an append holds no event, then it is a mistake of the program', async () => {
    const { stream } = await given(store(), 1);
    await expect(store().append(stream, 0, [])).rejects.toBeInstanceOf(TypeError);
  });

  test.each([
    '',
    'session',
    '$all',
    '../log',
    'session-ab_',
    'session-AB_1',
    'seance-ab_1',
    'session-ab_\ud800',
  ])('when a stream is named "%s", then it is a mistake of the program', async (stream) => {
    const appended = store().append(stream, 'no-stream', [sampleEvent('ab')]);
    await expect(appended).rejects.toBeInstanceOf(TypeError);
    await expect(all(store().readStream(stream))).rejects.toBeInstanceOf(TypeError);
  });

  test.each(['', 'a', '..', 'AB', 'a/b', 'ab.*', 'a'.repeat(41)])(
    'when an authority is named "%s", then it is a mistake of the program',
    async (authority) => {
      await expect(all(store().readLog(authority))).rejects.toBeInstanceOf(TypeError);
      const signal = AbortSignal.timeout(30_000);
      await expect(all(store().subscribe(authority, { signal }))).rejects.toBeInstanceOf(TypeError);
    },
  );
}

/** An event that alone weighs exactly that many bytes. */
function eventOf(authority: string, bytes: number): EventToAppend {
  const empty = sampleEvent(authority, '');
  return { ...empty, data: { note: 'x'.repeat(bytes - batchBytes([encodeEvent(empty)])) } };
}

function keptBytes({ store }: Contract): void {
  const payloads: readonly [string, Json][] = [
    ['French', 'Séance du 12 octobre — l’« élu » a été désigné à l’unanimité, œuvre n° 3'],
    ['beyond the basic plane', 'vote 🗳️, 𝔸𝕓, 家族 👨‍👩‍👧‍👦'],
    ['controls and separators', '\u0000\u0001\t\n\r\u2028\u2029\\"/\u007f'],
    ['keys that look like integers', { b: 1, 10: 2, 9: 3, a: { 1: 'one', 0: 'zero' } }],
    ['keys in an order of their own', { z: 1, a: 2, é: 3, '': 4, constructor: 5 }],
    ['numbers', [0, -1, 0.1, 1e-7, 123456.789, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
    ['nothing and emptiness', [null, [], {}, '', false]],
    ['nested', [[[[[[{ a: [{ b: [] }] }]]]]]]],
  ];

  test.each(payloads)('when an event holds %s, then it is read back to the byte', async (_case, payload) => {
    const { authority, stream } = await given(store(), 0);
    const event = sampleEvent(authority, payload);
    await store().append(stream, 'no-stream', [event]);
    for (const batches of [store().readStream(stream), store().readLog(authority)]) {
      const [read] = await all(batches);
      expect(read).toMatchObject({ stream, revision: 0, id: event.id, type: event.type });
      expect(JSON.stringify(read?.data)).toBe(JSON.stringify(event.data));
      expect(contentHash(encodeEvent(read as StoredEvent))).toBe(contentHash(encodeEvent(event)));
    }
  });

  test('when an append weighs exactly the limit, then it is kept whole', async () => {
    const { authority, stream } = await given(store(), 0);
    const events = [eventOf(authority, MAX_APPEND_BYTES - 1000), eventOf(authority, 1000)];
    expect(batchBytes(events.map(encodeEvent))).toBe(MAX_APPEND_BYTES);
    await store().append(stream, 'no-stream', events);
    const read = await all(store().readStream(stream));
    expect(read.map((event) => contentHash(encodeEvent(event)))).toEqual(
      events.map((event) => contentHash(encodeEvent(event))),
    );
  });

  test('when an append weighs one byte more than the limit, then it is refused and the store goes on', async () => {
    const { authority, stream } = await given(store(), 0);
    const events = [eventOf(authority, MAX_APPEND_BYTES - 1000), eventOf(authority, 1001)];
    const refused = store().append(stream, 'no-stream', events);
    await expect(refused).rejects.toBeInstanceOf(EventTooLarge);
    await expect(refused).rejects.toMatchObject({ bytes: MAX_APPEND_BYTES + 1, limit: MAX_APPEND_BYTES });
    expect(await store().append(stream, 'no-stream', [sampleEvent(authority)])).toEqual({ revision: 0 });
  });
}

async function appendInTurn(
  store: EventStore,
  stream: string,
  events: readonly EventToAppend[],
): Promise<void> {
  for (const event of events) await appendAtEnd(store, stream, [event]);
}

function concurrentWriters({ store, another, writers }: Contract): void {
  test('when many writers expect the same revision of one stream, then exactly one wins', async () => {
    const { authority, stream, events } = await given(store(), 1);
    const attempts = Array.from({ length: writers }, () => sampleEvents(authority, 2));
    const outcomes = await Promise.allSettled(attempts.map((attempt) => store().append(stream, 0, attempt)));
    const winners = attempts.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ name: 'WrongExpectedRevision', actual: 2 });
      }
    }
    expect(ids(await all(store().readStream(stream)))).toEqual(ids([...events, ...winners.flat()]));
  });

  test('when many writers take turns on one stream, then nothing is lost or doubled and each keeps its order', async () => {
    const { authority, stream } = await given(store(), 0);
    const own = Array.from({ length: Math.min(writers, 6) }, () => sampleEvents(authority, 5));
    await Promise.all(own.map((events) => appendInTurn(store(), stream, events)));
    const read = ids(await all(store().readStream(stream)));
    expect(new Set(read)).toEqual(new Set(ids(own.flat())));
    expect(read).toHaveLength(own.flat().length);
    for (const events of own) {
      const wanted = new Set(ids(events));
      expect(read.filter((id) => wanted.has(id))).toEqual(ids(events));
    }
  });

  test('when many writers write to streams of their own, then all is there once and the log keeps each append together', async () => {
    const authority = freshAuthority();
    const appends = Array.from({ length: writers }, () => sampleEvents(authority, 3));
    await Promise.all(
      appends.map((events) => store().append(ballotStream(authority, newId()), 'no-stream', events)),
    );
    const log = ids(await all(store().readLog(authority)));
    expect(log).toHaveLength(writers * 3);
    for (const events of appends) {
      const start = log.indexOf(events[0]?.id ?? '');
      expect(log.slice(start, start + 3)).toEqual(ids(events));
    }
  });

  test('when two stores write to one stream at once, then nothing is lost or doubled', async () => {
    const { authority, stream } = await given(store(), 0);
    const events = [sampleEvents(authority, 10), sampleEvents(authority, 10)];
    await another(async (other) => {
      await Promise.all([
        appendInTurn(store(), stream, events[0] ?? []),
        appendInTurn(other, stream, events[1] ?? []),
      ]);
      expect(await all(other.readStream(stream))).toEqual(await all(store().readStream(stream)));
    });
    expect(ids(await all(store().readStream(stream))).sort()).toEqual(ids(events.flat()).sort());
  });
}
