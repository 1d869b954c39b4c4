import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
  type EventStore,
} from '@registre/event-store';
import { startStandIn, type FaultName, type StandIn } from '../stand-in/stand-in.js';
import { all, event, events, freshSession, HASTE, ids, storeOn, until } from './eventstoredb.samples.js';

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

const many = (fault: FaultName): FaultName[] => Array.from({ length: 50 }, () => fault);

describe('given an append to a failing EventStoreDB (stand-in)', () => {
  test.each<FaultName>([
    'not-ready',
    'not-leader',
    'silence',
    'written-then-silence',
    'written-then-dropped',
    'written-then-time-out',
  ])(
    'when the first attempt meets « %s », then it is answered all the same, and written once',
    async (fault) => {
      const { authority, stream } = freshSession();
      await store.append(stream, 'no-stream', events(authority, 2));
      const added = events(authority, 3);
      standIn.faultAppends(fault);
      expect(await hasty.append(stream, 1, added)).toEqual({ revision: 4 });
      expect(ids(await all(store.readStream(stream))).slice(2)).toEqual(ids(added));
    },
  );

  test.each<FaultName>(['silence', 'written-then-silence', 'written-then-dropped', 'written-then-time-out'])(
    'when « %s » goes on, then the outcome is unknown; asked again with the same ids, it is there once',
    async (fault) => {
      const { authority, stream } = freshSession();
      const added = events(authority, 2);
      // The server remembers what was written: later attempts meet the same fault, not the answer.
      standIn.faultAppends(...many(fault));
      await expect(hasty.append(stream, 'no-stream', added)).rejects.toBeInstanceOf(OutcomeUnknown);
      standIn.clearFaults();
      expect(await store.append(stream, 'no-stream', added)).toEqual({ revision: 1 });
      expect(ids(await all(store.readStream(stream)))).toEqual(ids(added));
    },
  );

  test.each<FaultName>(['not-ready', 'not-leader'])(
    'when « %s » goes on, then it is unavailable, and nothing is written',
    async (fault) => {
      const { authority, stream } = freshSession();
      standIn.faultAppends(...many(fault));
      await expect(hasty.append(stream, 'no-stream', [event(authority)])).rejects.toBeInstanceOf(
        StoreUnavailable,
      );
      expect(standIn.eventsHeld).toBe(0);
    },
  );

  test('when one attempt may have been written and the rest are refused, then the outcome stays unknown', async () => {
    const { authority, stream } = freshSession();
    standIn.faultAppends('written-then-dropped', ...many('not-ready'));
    await expect(hasty.append(stream, 'no-stream', [event(authority)])).rejects.toBeInstanceOf(
      OutcomeUnknown,
    );
    expect(standIn.eventsHeld).toBe(1);
  });

  test('when access is denied, then it is unavailable at once', async () => {
    const { authority, stream } = freshSession();
    standIn.faultAppends('access-denied');
    const refused = store.append(stream, 'no-stream', [event(authority)]);
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toThrow('Access Denied');
    expect(standIn.eventsHeld).toBe(0);
  });

  test('when someone else was first while the answer was awaited, then it is told the actual revision', async () => {
    const { authority, stream } = freshSession();
    standIn.faultAppends('silence');
    const late = hasty.append(stream, 'no-stream', [event(authority)]);
    await until(() => standIn.faultsLeft === 0);
    await store.append(stream, 'no-stream', events(authority, 3));
    await expect(late).rejects.toBeInstanceOf(WrongExpectedRevision);
    await expect(late).rejects.toMatchObject({ expected: 'no-stream', actual: 2 });
  });

  test('when the server is away, then it is unavailable; when it is back, the store goes on', async () => {
    const { authority, stream } = freshSession();
    const added = [event(authority)];
    standIn.stop();
    await expect(hasty.append(stream, 'no-stream', added)).rejects.toBeInstanceOf(StoreUnavailable);
    await standIn.start();
    expect(await hasty.append(stream, 'no-stream', added)).toEqual({ revision: 0 });
  });

  test('when the server restarts among sixteen writers, then nothing is lost or doubled', async () => {
    const { authority } = freshSession();
    const writers = Array.from({ length: 16 }, () =>
      freshSession().stream.replace(/^session-[^_]+/, `session-${authority}`),
    );
    const written = await Promise.all(
      writers.map(async (stream, writer) => {
        const own = events(authority, 20);
        for (const [index, one] of own.entries()) {
          if (writer === 0 && index % 8 === 4) {
            standIn.stop();
            await standIn.start();
          }
          await store.append(stream, index === 0 ? 'no-stream' : index - 1, [one]);
        }
        return own;
      }),
    );
    for (const [index, stream] of writers.entries()) {
      expect(ids(await all(store.readStream(stream)))).toEqual(ids(written[index] ?? []));
    }
  });
});
