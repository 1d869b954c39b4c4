import { readdirSync } from 'node:fs';
import { openEventStore, type EventStore } from '@registre/event-store';
import { AUTHORITY, History } from './history.js';
import { inFolder } from './projected.fixture.js';
import { ReadModels } from './read-models.js';

const history = () => new History().constituted().heldSession('s1');

/** Read models over an embedded store that another one writes to. */
const given = (
  threads: boolean,
  before: History,
  test: (readModels: ReadModels, store: EventStore, dataDir: string) => Promise<void>,
): Promise<void> =>
  inFolder(async (dataDir) => {
    const config = { kind: 'embedded', dataDir } as const;
    const store = openEventStore(config, { thread: false });
    await before.appendTo(store);
    const readModels = await ReadModels.open({ store: config, readDir: dataDir, threads });
    try {
      if (threads) await readModels.follow(AUTHORITY);
      await test(readModels, store, dataDir);
    } finally {
      await readModels.close();
      await store.close();
    }
  });

describe.each([
  ['in the caller’s thread', false],
  ['in threads of their own', true],
])('read models %s', (_, threads) => {
  it('answer about an authority that has a log', () =>
    given(threads, history(), async (readModels) => {
      expect(await readModels.authorities()).toEqual([{ key: AUTHORITY, name: 'Commune de Brindas' }]);
      expect((await readModels.authority(AUTHORITY))?.bodies).toHaveLength(1);
      expect((await readModels.register(AUTHORITY, { limit: 10 }))?.items).toHaveLength(2);
      expect((await readModels.sessions(AUTHORITY, { limit: 10 }))?.items).toHaveLength(1);
      expect((await readModels.sessionBoard(AUTHORITY, 's1'))?.state.status).toBe('closed');
      expect((await readModels.affair(AUTHORITY, 's1-a1'))?.sheet).toBe(1);
      expect(await readModels.findAffairs(AUTHORITY, 's1-a1')).toHaveLength(1);
      const trail = await readModels.auditTrail(AUTHORITY, { limit: 500 });
      expect(trail?.items).toHaveLength(history().events.length);
      expect(await readModels.dueWork(AUTHORITY)).toEqual([]);
    }));

  it('have no answer about what does not exist, and make no folder for it', () =>
    given(threads, history(), async (readModels, _, dataDir) => {
      for (const key of ['nobody', '../brindas', '']) {
        expect(await readModels.authority(key)).toBeUndefined();
        expect(await readModels.register(key, { limit: 1 })).toBeUndefined();
        expect(await readModels.status(key)).toBeUndefined();
        expect(await readModels.catchUp(key)).toBe(false);
        expect(await readModels.rebuild(key)).toBe(false);
      }
      expect(await readModels.sessionBoard(AUTHORITY, 'none')).toBeUndefined();
      expect(await readModels.affair(AUTHORITY, 'none')).toBeUndefined();
      expect(readdirSync(dataDir)).toEqual([AUTHORITY]);
    }));

  it('wait until an event is taken, or the time is over, or the asker has gone', () =>
    given(threads, history(), async (readModels, store) => {
      const more = history().convened('s2');
      const { stream } = more.last;
      const waiting = readModels.waitFor(AUTHORITY, stream, 0, { timeoutMs: 20_000 });
      await more.appendTo(store, history().events.length);
      if (!threads) await readModels.catchUp(AUTHORITY);
      expect(await waiting).toBe(true);
      expect(await readModels.waitFor(AUTHORITY, stream, 0)).toBe(true);
      expect(await readModels.waitFor(AUTHORITY, stream, 1, { timeoutMs: 50 })).toBe(false);
      expect(await readModels.waitFor(AUTHORITY, stream, 1, { signal: AbortSignal.abort() })).toBe(false);
    }));

  it('tell of a status that nothing is behind, and of progress when built anew', () =>
    given(threads, history(), async (readModels) => {
      const total = history().events.length;
      await readModels.follow(AUTHORITY);
      const told: unknown[] = [];
      expect(await readModels.rebuild(AUTHORITY, (progress) => told.push(progress))).toBe(true);
      expect(told).toEqual([{ done: total, total }]);
      const status = await readModels.status(AUTHORITY);
      expect(status).toMatchObject({ authority: AUTHORITY, trouble: null, rebuild: null });
      expect(status?.models.map(({ name, ordinal, lag, halted }) => [name, ordinal, lag, halted])).toEqual(
        [
          'affairs',
          'audit-trail',
          'authority',
          'delays',
          'due',
          'figures',
          'register',
          'search',
          'sessions',
          'voting',
        ].map((name) => [name, total - 1, 0, null]),
      );
    }));

  it('refuse a cursor of another list with a code', () =>
    given(threads, history(), async (readModels) => {
      await expect(readModels.register(AUTHORITY, { limit: 1, cursor: 'x' })).rejects.toMatchObject({
        name: 'Refusal',
        kind: 'invalid',
        code: 'bad-cursor',
      });
    }));

  it('tell those who listen how far they are', () =>
    given(threads, history(), async (readModels, store) => {
      await readModels.follow(AUTHORITY);
      const more = history().convened('s2');
      const advanced = new Promise<unknown>((resolve) => {
        readModels.onAdvance((authority, ordinal) => resolve([authority, ordinal]));
      });
      await more.appendTo(store, history().events.length);
      expect(await advanced).toEqual([AUTHORITY, more.events.length - 1]);
    }));
});

describe('read models in threads of their own', () => {
  it('follow an authority that appears later, unasked', () =>
    given(true, history(), async (readModels, store) => {
      const advanced = new Promise<unknown>((resolve) => {
        readModels.onAdvance((authority) => authority === 'messimy' && resolve(authority));
      });
      await new History('messimy').constituted().appendTo(store);
      await advanced;
      expect((await readModels.authorities()).map(({ key }) => key)).toEqual([AUTHORITY, 'messimy']);
    }));
});

describe('read models in the caller’s thread', () => {
  it('answer from what was caught up with last', () =>
    given(false, history(), async (readModels, store) => {
      const sessions = async () => (await readModels.sessions(AUTHORITY, { limit: 10 }))?.items.length;
      expect(await sessions()).toBe(1);
      await history().convened('s2').appendTo(store, history().events.length);
      expect(await sessions()).toBe(1);
      await readModels.catchUp(AUTHORITY);
      expect(await sessions()).toBe(2);
    }));
});
