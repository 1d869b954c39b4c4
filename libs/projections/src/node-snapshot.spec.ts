import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { Generations } from './engine/generations.js';
import { readFolder } from './engine/reader.js';
import { AUTHORITY, History } from './history.js';
import { createSnapshot, restoreSnapshot } from './node-snapshot.js';
import { dump, inFolder } from './projected.fixture.js';
import { ReadModels } from './read-models.js';

const history = () => new History().constituted().heldSession('s1');

interface Node {
  readonly store: EventStore;
  readonly readDir: string;
  readonly authority: string;
}

/** Two nodes over one log: one whose read models are built, one that is new. */
const givenNodes = (use: (one: Node, other: Node, folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const store = openEventStore({ kind: 'embedded', dataDir: join(folder, 'log') }, { thread: false });
    await history().appendTo(store);
    const node = (name: string): Node => ({ store, readDir: join(folder, name), authority: AUTHORITY });
    await catchUp(node('one'));
    await use(node('one'), node('other'), folder);
    await store.close();
  });

/** The store stays open: it is that of both. */
async function catchUp({ store, readDir }: Node): Promise<void> {
  const kept = Object.assign(Object.create(store) as EventStore, { close: () => Promise.resolve() });
  const readModels = ReadModels.over(kept, readDir);
  await readModels.catchUp(AUTHORITY);
  await readModels.close();
}

const current = ({ readDir }: Node): string =>
  new Generations(readFolder(readDir, AUTHORITY)).current() ?? 'none';

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  const error: unknown = await asked.then(
    () => 'accepted',
    (refusal: unknown) => refusal,
  );
  return error instanceof Refusal ? error.code : String(error);
};

describe('a snapshot of the read models', () => {
  it('is where a new node begins: what the log has more is read, and nothing differs from a rebuild', () =>
    givenNodes(async (one, other, folder) => {
      const copy = join(folder, 'copy');
      const manifest = await createSnapshot(one, copy);
      expect(manifest).toMatchObject({
        authority: AUTHORITY,
        head: { ordinal: history().events.length - 1 },
      });
      await history().heldSession('s2').appendTo(one.store, history().events.length);
      expect(await restoreSnapshot(other, copy)).toBe(true);
      await catchUp(other);
      await catchUp(one);
      expect(dump(current(other))).toEqual(dump(current(one)));
      expect(await restoreSnapshot(other, copy)).toBe(false);
    }));

  it('is refused by another log, by another authority, and where nothing was copied', () =>
    givenNodes(async (one, other, folder) => {
      const copy = join(folder, 'copy');
      await createSnapshot(one, copy);
      const store = openEventStore(
        { kind: 'embedded', dataDir: join(folder, 'elsewhere') },
        { thread: false },
      );
      await new History().constituted().convened('s1').appendTo(store);
      const elsewhere = { ...other, store };
      expect(await codeOf(restoreSnapshot(elsewhere, copy))).toBe('snapshot.another-log');
      await store.close();
      expect(await codeOf(restoreSnapshot({ ...other, authority: 'ailleurs' }, copy))).toBe(
        'snapshot.other-authority',
      );
      expect(await codeOf(restoreSnapshot(other, join(folder, 'nothing')))).toBe('no-snapshot');
      expect(await codeOf(createSnapshot(other, join(folder, 'of-nothing')))).toBe('no-read-models');
      expect(await codeOf(createSnapshot(one, copy))).toBe('snapshot.there');
      expect(current(other)).toBe('none');
    }));

  it('is refused when it is damaged or of another version, and leaves the node as it was', () =>
    givenNodes(async (one, other, folder) => {
      const copy = join(folder, 'copy');
      await createSnapshot(one, copy);
      const changed = (name: string, change: (path: string) => void): Promise<string> => {
        const path = join(folder, name);
        cpSync(copy, path, { recursive: true });
        change(path);
        return codeOf(restoreSnapshot(other, path));
      };
      const manifest = (path: string) => join(path, 'manifest.json');
      const older = (path: string) =>
        writeFileSync(manifest(path), readFileSync(manifest(path), 'utf8').replace(/"due": \d+/, '"due": 0'));
      expect(await changed('cut', (path) => truncateSync(join(path, 'models.sqlite'), 8_192))).toBe(
        'snapshot.damaged',
      );
      expect(await changed('half', (path) => truncateSync(manifest(path), 40))).toBe('snapshot.damaged');
      expect(await changed('older', older)).toBe('snapshot.other-version');
      expect(current(other)).toBe('none');
    }));

  it('leaves nothing half when it is cut: neither a folder, nor a file that anybody reads', () =>
    givenNodes(async (one, other, folder) => {
      const unreadable = Object.assign(Object.create(one.store) as EventStore, {
        readStream: () => {
          throw new Error('the power is gone');
        },
      });
      const copy = join(folder, 'copy');
      await expect(createSnapshot({ ...one, store: unreadable }, copy)).rejects.toThrow('the power is gone');
      expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([]);

      await createSnapshot(one, copy);
      await catchUp(other);
      const before = current(other);
      // What a process that died had copied, and not put in place yet.
      cpSync(join(copy, 'models.sqlite'), new Generations(readFolder(other.readDir, AUTHORITY)).next());
      await catchUp(other);
      expect(
        readdirSync(readFolder(other.readDir, AUTHORITY)).filter((name) => name.endsWith('.sqlite')),
      ).toEqual(['building-site.sqlite', before.split('/').at(-1)]);
    }));
});
