import { join } from 'node:path';
import { History } from '../history.js';
import { READ_MODELS } from '../models.js';
import { dump, inFolder, project } from '../projected.fixture.js';
import { ReadFile } from './read-file.js';
import { oneRow, type ReadModel } from './read-model.js';

/** A read model that notes the séances' events. */
const noting = (name: string, version = 1, refuses: string | null = null): ReadModel => ({
  name,
  version,
  categories: ['session'],
  tables: `CREATE TABLE ${name} (ordinal INTEGER PRIMARY KEY, clock TEXT NOT NULL) STRICT;`,
  indexes: '',
  projector: (database) => {
    const insert = database.prepare(`INSERT INTO ${name} (ordinal, clock) VALUES (?, ?)`);
    return {
      memories: [],
      project(event) {
        if (event.type === refuses) throw new Error(`${refuses} is more than I can bear`);
        insert.run(event.ordinal, event.clock);
      },
    };
  },
});

/** A read model that fails only when its states are written. */
const failingAtFlush = (refuses: string): ReadModel => ({
  ...noting('careless'),
  projector: (database) => {
    const insert = database.prepare('INSERT INTO careless (ordinal, clock) VALUES (?, ?)');
    const change = database.prepare('UPDATE careless SET clock = ? WHERE ordinal = -1');
    let waiting: { ordinal: number; clock: string; type: string }[] = [];
    const memory = {
      flush() {
        for (const { ordinal, clock, type } of waiting) {
          insert.run(ordinal, clock);
          if (type === refuses) oneRow(change.run(clock), 'row -1');
        }
        waiting = [];
      },
      relieve: () => undefined,
      forget: () => void (waiting = []),
    };
    return {
      memories: [memory],
      project: ({ ordinal, clock, type }) => void waiting.push({ ordinal, clock, type }),
    };
  },
});

const history = () => new History().constituted().convened('s1').opened('s1');

const models = (path: string) => dump(path).read_model ?? [];

describe('a read file', () => {
  it('given the same events again, changes nothing', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const file = ReadFile.create(path, [noting('notes')], 'careful');
      file.apply(events, 0);
      const once = dump(path);
      file.apply(events, 0);
      file.apply(events.slice(3), 3);
      expect(dump(path)).toEqual(once);
      file.close();
    }));

  it('given events after a gap, takes none', () =>
    inFolder((folder) => {
      const { events } = history();
      const file = ReadFile.create(join(folder, 'file'), [noting('notes')], 'careful');
      file.apply(events.slice(0, 3), 0);
      expect(() => file.apply(events.slice(4), 4)).toThrow('events from ordinal 4 given, 3 expected');
      expect(file.head()?.ordinal).toBe(2);
      file.close();
    }));

  it('knows of each event its stream, revision, position, and a clock that never runs back', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const late = new History()
        .add('body', 'b', 'MemberSeated', { seat: history().events[2]?.data as never })
        .convened('s1', '2023-10-12')
        .add('session', 's1', 'MemberExcused', { member: 'm' }, { recordedAt: '2020-01-01T00:00:00.000Z' });
      const file = ReadFile.create(path, [noting('notes')], 'careful');
      file.apply(late.events, 0);
      const [, before] = late.events;
      expect(file.head()).toEqual({
        ordinal: 2,
        stream: 'session-brindas_s1',
        revision: 1,
        position: '2',
        clock: before?.metadata.recordedAt,
        id: late.last.id,
      });
      file.close();
    }));

  it('goes on from where another process has come with the same file', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const notes = [noting('notes')];
      const one = ReadFile.create(path, notes, 'careful');
      one.apply(events.slice(0, 4), 0);
      one.settle();
      const other = ReadFile.open(path, notes, () => true);
      other?.apply(events.slice(4, 6), 4);
      one.apply(events.slice(4), 4);
      expect(dump(path).notes).toHaveLength(events.filter(({ stream }) => /^session/.test(stream)).length);
      other?.close();
      one.close();
    }));

  it('written by two processes in turn, holds what one alone would have written', () =>
    inFolder((folder) => {
      const { events } = new History().constituted().heldSession('s1').certified('s1', 's1-a1');
      const [shared, alone] = [join(folder, 'shared'), join(folder, 'alone')];
      project(alone, events);
      project(shared, []);
      const hands = [0, 1].map(() => ReadFile.open(shared, READ_MODELS, () => true));
      for (let first = 0; first < events.length; first += 3) {
        hands[(first / 3) % 2]?.apply(events.slice(first, first + 3), first);
      }
      for (const hand of hands) hand?.close();
      expect(dump(shared)).toEqual(dump(alone));
    }));

  it('is not written any more when another file has taken its place', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const made = ReadFile.create(path, [noting('notes')], 'hasty');
      made.apply(events.slice(0, 2), 0);
      made.settle();
      made.close();
      const file = ReadFile.open(path, [noting('notes')], () => false);
      expect(() => file?.apply(events.slice(2), 2)).toThrow('replaced');
      expect(file?.head()?.ordinal).toBe(1);
      file?.close();
    }));

  it('made in haste has everything once it is settled, and tells when it must be made with care', () =>
    inFolder((folder) => {
      const { events } = history();
      const hasty = ReadFile.create(join(folder, 'hasty'), [failingAtFlush('SessionClosed')], 'hasty');
      hasty.apply(events.slice(0, 6), 0);
      hasty.apply(events.slice(6), 6);
      hasty.settle();
      hasty.close();
      expect(dump(join(folder, 'hasty')).careless).toHaveLength(7);
      const failing = ReadFile.create(join(folder, 'failing'), [failingAtFlush('ProxyGiven')], 'hasty');
      failing.apply(events, 0);
      expect(() => failing.settle()).toThrow('built with care');
      failing.close();
    }));
});

describe('a read model that cannot apply an event', () => {
  it('stops before it, alone, and the event is named', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const file = ReadFile.create(path, [noting('sound'), noting('frail', 1, 'ProxyGiven')], 'careful');
      file.apply(events, 0);
      const at = events.findIndex(({ type }) => type === 'ProxyGiven');
      expect(models(path)).toContainEqual({
        name: 'frail',
        version: 1,
        ordinal: at - 1,
        halted_at: at,
        halted_type: 'ProxyGiven',
        halted_error: 'ProxyGiven is more than I can bear',
      });
      expect(models(path)).toContainEqual(
        expect.objectContaining({ name: 'sound', ordinal: events.length - 1, halted_at: null }),
      );
      expect(dump(path).frail).toHaveLength((dump(path).sound?.length ?? 0) - 2);
      file.close();
    }));

  it('stays stopped, also after it was opened again', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const frail = [noting('frail', 1, 'ProxyGiven')];
      const file = ReadFile.create(path, frail, 'careful');
      file.apply(events.slice(0, -1), 0);
      file.settle();
      const stopped = dump(path).frail;
      file.close();
      const again = ReadFile.open(path, frail, () => true);
      again?.apply(events.slice(-1), events.length - 1);
      again?.close();
      expect(dump(path).frail).toEqual(stopped);
    }));

  it('stops before the right event when it fails only as its states are written', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      const file = ReadFile.create(path, [failingAtFlush('MemberExcused'), noting('sound')], 'careful');
      file.apply(events, 0);
      const at = events.findIndex(({ type }) => type === 'MemberExcused');
      expect(models(path)).toContainEqual(
        expect.objectContaining({
          name: 'careless',
          ordinal: at - 1,
          halted_at: at,
          halted_error: 'row -1: 0 rows instead of one',
        }),
      );
      const ordinals = dump(path).careless?.map((row) => row.ordinal as number);
      expect(Math.max(...(ordinals ?? []))).toBe(at - 1);
      file.close();
    }));

  it('is not blamed for the disk: nothing is taken, and it can be tried again', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history();
      let full = true;
      const sound = noting('notes');
      const model: ReadModel = {
        ...sound,
        projector: (database) => ({
          memories: [],
          project(event) {
            if (full) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
            sound.projector(database).project(event);
          },
        }),
      };
      const file = ReadFile.create(path, [model], 'careful');
      expect(() => file.apply(events, 0)).toThrow('disk is full');
      expect(models(path)).toEqual([expect.objectContaining({ ordinal: -1, halted_at: null })]);
      full = false;
      file.apply(events, 0);
      expect(models(path)).toEqual([
        expect.objectContaining({ ordinal: events.length - 1, halted_at: null }),
      ]);
      file.close();
    }));

  it('stops at a type that is not known in a category that it reads, and passes over it in another', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      const { events } = history()
        .addUnknown('affair', 'a1', 'DeliberationAnnulled', {})
        .addUnknown('session', 's1', 'MemberTeleported', {});
      const file = ReadFile.create(path, [noting('notes')], 'careful');
      file.apply(events, 0);
      expect(models(path)).toEqual([
        expect.objectContaining({
          halted_at: events.length - 1,
          halted_type: 'MemberTeleported',
          halted_error: 'event type MemberTeleported is not known in session streams',
        }),
      ]);
      file.close();
    }));
});

describe('a file made by other code', () => {
  const written = (path: string) => {
    const file = ReadFile.create(path, [noting('notes'), noting('others')], 'careful');
    file.apply(history().events, 0);
    file.settle();
    file.close();
  };

  it('fits when every read model has the same version', () =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      written(path);
      const file = ReadFile.open(path, [noting('notes'), noting('others')], () => true);
      expect(file?.fits).toBe(true);
      file?.close();
    }));

  it.each([
    ['a version was raised', [noting('notes', 2), noting('others')]],
    ['a read model is new', [noting('notes'), noting('others'), noting('more')]],
    ['a read model is gone', [noting('notes')]],
  ])('does not fit when %s', (_, models) =>
    inFolder((folder) => {
      const path = join(folder, 'file');
      written(path);
      const file = ReadFile.open(path, models, () => true);
      expect(file?.fits).toBe(false);
      file?.close();
    }),
  );
});
