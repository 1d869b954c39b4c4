import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@registre/event-store';
import { AUTHORITY, History } from '../history.js';
import { READ_MODELS, VERSIONS } from '../models.js';
import { dump, inFolder } from '../projected.fixture.js';
import { AuthorityProjection, type Progress } from './authority-projection.js';
import { Generations } from './generations.js';
import type { ReadModel } from './read-model.js';
import { readFolder, Reader } from './reader.js';

interface Setting {
  readonly dataDir: string;
  readonly store: EventStore;
  readonly generations: Generations;
  readonly projection: (models?: readonly ReadModel[]) => AuthorityProjection;
  readonly path: () => string;
}

/** An embedded store that holds the history, and nothing projected yet. */
const given = (history: History, test: (setting: Setting) => Promise<void>): Promise<void> =>
  inFolder(async (dataDir) => {
    const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
    const generations = new Generations(readFolder(dataDir, AUTHORITY));
    const opened: AuthorityProjection[] = [];
    try {
      await history.appendTo(store);
      await test({
        dataDir,
        store,
        generations,
        projection(models = READ_MODELS) {
          const projection = new AuthorityProjection(AUTHORITY, store, generations, models, () => undefined);
          opened.push(projection);
          return projection;
        },
        path: () => generations.current() ?? 'none',
      });
    } finally {
      for (const projection of opened) projection.close();
      await store.close();
    }
  });

const history = () => new History().constituted().heldSession('s1');

/** The due work, in a version that cannot bear some type. */
const due = (version: number, refuses: string | null): readonly ReadModel[] =>
  READ_MODELS.map((model) => {
    if (model.name !== 'due') return model;
    const projector: ReadModel['projector'] = (database) => {
      const sound = model.projector(database);
      return {
        memories: sound.memories,
        project(event) {
          if (event.type === refuses) throw new Error('not yet');
          sound.project(event);
        },
      };
    };
    return { ...model, version, projector };
  });

const silent: ReadModel['projector'] = () => ({ memories: [], project: () => undefined });

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the read file of an authority', () => {
  it('is caught up with the log, and again with what was appended since', () =>
    given(history(), async ({ store, projection, path }) => {
      const one = projection();
      await one.catchUp();
      const more = history().closed('s1');
      await more.appendTo(store, history().events.length);
      await one.catchUp();
      expect(dump(path()).log_index).toHaveLength(more.events.length);
    }));

  it('is the same when followed live, event by event, as when built anew', () =>
    given(history(), async ({ store, projection, path }) => {
      const abort = new AbortController();
      const one = projection();
      const following = one.follow(abort.signal);
      await one.reached();
      const more = history().heldSession('s2').imported('r1', 's2', { k1: 's2-a1' }).disagreed('r1', 'k1');
      await more.appendTo(store, history().events.length);
      await until(() => dump(path()).log_index?.length === more.events.length);
      abort.abort();
      await following;
      const live = dump(path());
      await one.rebuild();
      expect(dump(path())).toEqual(live);
    }));

  it('goes on being followed while it is built anew, and afterwards in the new file', () =>
    given(history(), async ({ store, projection, path }) => {
      const abort = new AbortController();
      const one = projection();
      const following = one.follow(abort.signal);
      await one.reached();
      const old = path();
      const more = history().heldSession('s2');
      await Promise.all([one.rebuild(), more.appendTo(store, history().events.length)]);
      await until(() => dump(path()).log_index?.length === more.events.length);
      expect(path()).not.toBe(old);
      abort.abort();
      await following;
    }));
});

describe('a read model that was stopped', () => {
  it('is taken up when its next version is opened, and the file is built anew by itself', () =>
    given(history(), async ({ projection, path }) => {
      const broken = projection(due(7, 'BallotOpened'));
      await broken.catchUp();
      expect(dump(path()).read_model).toContainEqual(
        expect.objectContaining({ name: 'due', halted_type: 'BallotOpened', halted_error: 'not yet' }),
      );
      broken.close();
      const old = path();
      await projection(due(8, null)).catchUp();
      expect(path()).not.toBe(old);
      expect(dump(path()).read_model).toContainEqual(
        expect.objectContaining({
          name: 'due',
          version: 8,
          halted_at: null,
          ordinal: history().events.length - 1,
        }),
      );
    }));
});

describe('a read model that was stopped, once the cause is mended', () => {
  /** The tables, without what a file says of its read models' versions. */
  const tables = (path: string): Readonly<Record<string, unknown>> => {
    const { read_model: models = [], ...others } = dump(path);
    return { ...others, models: models.map((row) => ({ ...row, version: 0 })) };
  };

  /** What the file is where nothing ever failed. */
  const neverFailed = async (log: History) => {
    let sound: ReturnType<typeof tables> | undefined;
    await given(log, async ({ projection, path }) => {
      await projection().catchUp();
      sound = tables(path());
    });
    return sound;
  };

  const longer = () => history().heldSession('s2');

  it('has the same tables as if it had never failed: by its next version, of itself', async () => {
    const sound = await neverFailed(longer());
    await given(history(), async ({ store, projection, path }) => {
      const broken = projection(due(7, 'BallotOpened'));
      await broken.catchUp();
      await longer().appendTo(store, history().events.length);
      await broken.catchUp();
      const { models: stopped, due: _due, ...others } = tables(path());
      const { models: _sound, due: _rows, ...wanted } = sound ?? {};
      expect(others).toEqual(wanted);
      expect(stopped).toContainEqual(expect.objectContaining({ name: 'due', halted_type: 'BallotOpened' }));
      broken.close();
      await projection(due(8, null)).catchUp();
      expect(tables(path())).toEqual(sound);
    });
  });

  it('has the same tables as if it had never failed: in the same version, when it is built anew', async () => {
    const sound = await neverFailed(longer());
    await given(longer(), async ({ projection, path }) => {
      const { version = 0 } = READ_MODELS.find(({ name }) => name === 'due') ?? {};
      const broken = projection(due(version, 'BallotOpened'));
      await broken.catchUp();
      broken.close();
      const mended = projection();
      await mended.catchUp();
      expect(tables(path())).not.toEqual(sound);
      await mended.rebuild();
      expect(tables(path())).toEqual(sound);
    });
  });
});

describe('building anew', () => {
  it('tells how far it is, and readers have the old file until it is done', () =>
    given(history(), async ({ dataDir, projection, generations }) => {
      const one = projection();
      await one.catchUp();
      const reader = new Reader(dataDir, VERSIONS);
      const before = reader.ask('register', AUTHORITY, { limit: 10 });
      const told: Progress[] = [];
      const old = generations.current();
      await one.rebuild((progress) => {
        told.push(progress);
        expect(generations.current()).toBe(old);
        expect(reader.ask('register', AUTHORITY, { limit: 10 })).toEqual(before);
      });
      const total = history().events.length;
      expect(told).toEqual([{ done: total, total }]);
      expect(generations.current()).not.toBe(old);
      expect(reader.ask('register', AUTHORITY, { limit: 10 })).toEqual(before);
      reader.close();
    }));

  it('removes what a build that was cut left behind, and the file before', () =>
    given(history(), async ({ projection, generations }) => {
      const one = projection();
      await one.catchUp();
      writeFileSync(join(generations.directory, 'models-7.sqlite'), 'cut');
      await one.rebuild();
      one.close();
      const files = readdirSync(generations.directory).filter((name) => name.startsWith('models-'));
      expect(files).toEqual(['models-2.sqlite']);
    }));

  it('happens by itself when the file is not one', () =>
    given(history(), async ({ projection, path }) => {
      const one = projection();
      await one.catchUp();
      one.close();
      writeFileSync(path(), 'this is no database, but long enough to be taken for one'.repeat(100));
      await projection().catchUp();
      expect(dump(path()).log_index).toHaveLength(history().events.length);
    }));

  it('happens by itself when a read model has other tables under the same version', () =>
    given(history(), async ({ projection, path }) => {
      const before = READ_MODELS.map((model) =>
        model.name === 'due' ? { ...model, tables: '', indexes: '', projector: silent } : model,
      );
      const one = projection(before);
      await one.catchUp();
      one.close();
      await projection().catchUp();
      expect(dump(path()).due).toBeDefined();
      expect(dump(path()).log_index).toHaveLength(history().events.length);
    }));

  it('is done once when two want it at the same time', () =>
    given(history(), async ({ projection, generations }) => {
      await Promise.all([projection().catchUp(), projection().catchUp()]);
      expect(generations.current()).toMatch(/models-1\.sqlite$/);
    }));
});

describe('a store restored to an earlier state', () => {
  const over = (dataDir: string, store: EventStore) => {
    const generations = new Generations(readFolder(dataDir, AUTHORITY));
    return new AuthorityProjection(AUTHORITY, store, generations, READ_MODELS, () => undefined);
  };

  /** A data folder whose read files have seen one séance more than its log holds. */
  const restored = (test: (dataDir: string, store: EventStore) => Promise<void>): Promise<void> =>
    inFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const longer = join(folder, 'longer');
      const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
      await history().appendTo(store);
      await store.close();
      cpSync(dataDir, longer, { recursive: true });
      const later = openEventStore({ kind: 'embedded', dataDir: longer }, { thread: false });
      await history().heldSession('s2').appendTo(later, history().events.length);
      const projection = over(dataDir, later);
      await projection.catchUp();
      projection.close();
      await later.close();
      const again = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
      await test(dataDir, again).finally(() => again.close());
    });

  it('stops the read models until an operator has them built anew', () =>
    restored(async (dataDir, store) => {
      const one = over(dataDir, store);
      await expect(one.catchUp()).rejects.toThrow('ends before position');
      expect(one.trouble?.kind).toBe('log-shorter');
      await one.rebuild();
      expect(one.trouble).toBeNull();
      await one.catchUp();
      one.close();
    }));

  it('is noticed also when it has grown since, with other events', () =>
    restored(async (dataDir, store) => {
      const other = history();
      for (let count = 0; count < 60; count++) other.convened(`other-${count}`);
      await other.appendTo(store, history().events.length);
      const one = over(dataDir, store);
      await expect(one.catchUp()).rejects.toThrow('ends before position');
      one.close();
    }));
});
