import { mkdirSync } from 'node:fs';
import { AUTHORITY, History } from '../history.js';
import { READ_MODELS, VERSIONS } from '../models.js';
import { inFolder, project } from '../projected.fixture.js';
import { Generations } from './generations.js';
import { ReadFile } from './read-file.js';
import { readFolder, Reader } from './reader.js';

const built = (readDir: string, history: History): Generations => {
  const generations = new Generations(readFolder(readDir, AUTHORITY));
  mkdirSync(generations.directory, { recursive: true });
  const path = generations.next();
  project(path, history.events);
  generations.switchTo(path);
  return generations;
};

describe('a reader', () => {
  it('has no answer where nothing was built', () =>
    inFolder((readDir) => {
      const reader = new Reader(readDir, VERSIONS);
      expect(reader.ask('authority', AUTHORITY)).toBeUndefined();
      reader.close();
    }));

  it('goes over to the new file with the next question', () =>
    inFolder((readDir) => {
      const reader = new Reader(readDir, VERSIONS);
      const sessions = () => reader.ask('sessions', AUTHORITY, { limit: 10 })?.answer.items.length;
      built(readDir, new History().convened('s1'));
      expect(sessions()).toBe(1);
      built(readDir, new History().convened('s1').convened('s2')).sweep();
      expect(sessions()).toBe(2);
      reader.close();
    }));

  it('counts a register once for as long as nothing is written, and again after', () =>
    inFolder((readDir) => {
      const history = new History().constituted().heldSession('s1');
      const generations = built(readDir, history);
      const path = generations.current() ?? '';
      const reader = new Reader(readDir, VERSIONS);
      const figures = (year?: number) => reader.ask('stats', AUTHORITY, { on: '2026-11-28', year })?.answer;

      const first = figures();
      expect(first?.items.map(({ sessions }) => sessions.held)).toEqual([1]);
      expect(figures(2022)?.items).toEqual([]);
      expect(figures()).toBe(first);

      const before = history.events.length;
      history.heldSession('s2');
      const writer = ReadFile.open(path, READ_MODELS, () => true);
      writer?.apply(history.events.slice(before), before);
      expect(figures()?.items.map(({ sessions }) => sessions.held)).toEqual([2]);
      writer?.close();
      reader.close();
    }));

  it('answers nothing from a read model of another version, and says that it is being built', () =>
    inFolder((readDir) => {
      built(readDir, new History().constituted().convened('s1'));
      const reader = new Reader(readDir, new Map([...VERSIONS, ['sessions', 99]]));
      expect(() => reader.ask('sessions', AUTHORITY, { limit: 10 })).toThrow(
        expect.objectContaining({ kind: 'unavailable', code: 'read-model-rebuilding' }),
      );
      expect(reader.ask('authority', AUTHORITY)?.answer?.key).toBe(AUTHORITY);
      reader.close();
    }));
});
