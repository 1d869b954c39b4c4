import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, type EventStore } from '@registre/event-store';
import { deepCheck } from './deep-check.js';
import { Generations } from './engine/generations.js';
import { readFolder } from './engine/reader.js';
import { AUTHORITY, History } from './history.js';
import { inFolder } from './projected.fixture.js';
import { ReadModels } from './read-models.js';

const history = () => new History().constituted().heldSession('s1').heldSession('s2');

/** A register whose read models took its events a few at a time, as they came. */
const followed = (use: (store: EventStore, readDir: string, live: string) => Promise<void>): Promise<void> =>
  inFolder(async (dataDir) => {
    const config = { kind: 'embedded', dataDir } as const;
    const store = openEventStore(config, { thread: false });
    const readModels = await ReadModels.open({ store: config, readDir: dataDir, threads: false });
    const { events } = history();
    for (let first = 0; first < events.length; first += 3) {
      for (const event of events.slice(first, first + 3)) {
        const { stream, revision, id, type, data, metadata } = event;
        await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [
          { id, type, data, metadata },
        ]);
      }
      await readModels.catchUp(AUTHORITY);
    }
    await readModels.close();
    await use(store, dataDir, new Generations(readFolder(dataDir, AUTHORITY)).current() ?? '');
    await store.close();
  });

const change = (path: string, ...statements: readonly string[]) => {
  const database = new DatabaseSync(path);
  for (const statement of statements) database.exec(statement);
  database.close();
};

const checked = async (store: EventStore, readDir: string) => {
  const check = await deepCheck({ store, readDir, authority: AUTHORITY });
  return (check?.tables ?? []).filter(({ differences }) => differences.length > 0);
};

describe('a deep check', () => {
  it('finds the read models that followed the log the same as those built anew, and leaves nothing behind', () =>
    followed(async (store, readDir) => {
      const check = await deepCheck({ store, readDir, authority: AUTHORITY });
      expect(check?.ordinal).toBe(history().events.length - 1);
      expect(check?.tables.filter(({ differences }) => differences.length > 0)).toEqual([]);
      const counted = new Map(check?.tables.map(({ table, rows }) => [table, rows]));
      expect([counted.get('session'), counted.get('affair')]).toEqual([2, 4]);
      expect(counted.get('search_words')).toBeGreaterThan(10);
      const files = readdirSync(join(readDir, AUTHORITY, 'read')).filter((name) => !/-(wal|shm)$/.test(name));
      expect(files).toEqual(['building-site.sqlite', 'current', 'models-1.sqlite']);
    }));

  it('names the rows that were changed, are missing, or are too many', () =>
    followed(async (store, readDir, live) => {
      change(
        live,
        `UPDATE session SET status = 'open' WHERE session = 's1'`,
        `DELETE FROM affair WHERE affair = 's2-a1'`,
        `INSERT INTO due (process, subject, ordinal) VALUES ('close-ballot', 'nobody', 3)`,
      );
      expect(await checked(store, readDir)).toMatchObject([
        { table: 'affair', differences: [{ key: { affair: 's2-a1' }, kind: 'missing' }] },
        { table: 'due', differences: [{ key: { process: 'close-ballot' }, kind: 'left over' }] },
        {
          table: 'session',
          differences: [{ key: { session: 's1' }, kind: 'different', columns: ['status'] }],
        },
      ]);
    }));

  it('names a word that is no longer found, and a table that is not there', () =>
    followed(async (store, readDir, live) => {
      change(
        live,
        'DELETE FROM search_index WHERE rowid = (SELECT min(id) FROM search_document)',
        'DROP TABLE due',
      );
      const found = await checked(store, readDir);
      expect(found.map(({ table }) => table)).toEqual(['due', 'search_words']);
      expect(found[0]?.differences).toEqual([{ key: {}, kind: 'missing', columns: [] }]);
      expect(found[1]?.differences[0]).toMatchObject({ kind: 'missing' });
      expect(found[1]?.differences).toHaveLength(6);
    }));

  it('has nothing to compare where nothing was ever read', () =>
    inFolder(async (dataDir) => {
      const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
      await history().appendTo(store);
      expect(await deepCheck({ store, readDir: dataDir, authority: AUTHORITY })).toBeUndefined();
      await store.close();
    }));
});
