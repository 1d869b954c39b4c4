import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@registre/platform';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { encodeBatch } from '../batch.js';
import { sampleEvent, sampleEvents } from '../contract.samples.js';
import { sessionStream } from '../streams.js';
import { UnreadableLog } from './log-errors.js';
import { LogFile } from './log-file.js';
import type { AppendOutcome, StreamAppend } from './log-requests.js';

const AUTHORITY = 'ab';

let folder: string;
let path: string;
let log: LogFile;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registre-log-'));
  path = join(folder, AUTHORITY, 'log.db');
  log = LogFile.openOrCreate(path);
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

function appendOf(count: number, stream = sessionStream(AUTHORITY, newId())): StreamAppend {
  return { stream, expected: 'no-stream', events: encodeBatch(stream, sampleEvents(AUTHORITY, count)) };
}

const kinds = (outcomes: readonly AppendOutcome[]): string[] => outcomes.map(({ kind }) => kind);

/** SQLite's own connection of the log, to make it meet what cannot be brought about from outside. */
const connection = (): DatabaseSync => log['database'];

describe('a log is append-only', () => {
  beforeEach(() => void log.append([appendOf(2)]));

  test.each([
    ["UPDATE events SET data = '{}' WHERE ordinal = 0", 'append-only'],
    ['DELETE FROM events WHERE ordinal = 1', 'append-only'],
    [
      "INSERT OR REPLACE INTO events VALUES (1, 'session-ab_x', 0, 'i', 'T', '{}', '{}')",
      'follow each other',
    ],
    ["INSERT INTO events VALUES (3, 'session-ab_x', 0, 'i', 'T', '{}', '{}')", 'follow each other'],
    ["INSERT INTO events VALUES (2, 'session-ab_x', 1, 'i', 'T', '{}', '{}')", 'follow each other'],
  ])('given two events, when %s is tried, then it is refused', (sql, reason) => {
    const before = log.readLog({ after: -1 });
    expect(() => connection().exec(sql)).toThrow(reason);
    expect(log.readLog({ after: -1 })).toEqual(before);
  });

  test('given an event, when another one takes its place with REPLACE, then it is refused', () => {
    const replace = `INSERT OR REPLACE INTO events
      SELECT 2, stream, 2, id, type, data, metadata FROM events WHERE ordinal = 0`;
    expect(() => connection().exec(replace)).toThrow('append-only');
  });
});

/** The commits in a WAL file: its frames that say the size of the database after a commit. */
function commitsIn(wal: Buffer): number {
  const frame = 24 + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frame <= wal.length; at += frame) {
    if (wal.readUInt32BE(at + 4) !== 0) commits += 1;
  }
  return commits;
}

describe('a group of appends', () => {
  test('given fifty appends, when they are written as a group, then SQLite commits once', () => {
    const outcomes = log.append(Array.from({ length: 50 }, () => appendOf(2)));
    expect(kinds(outcomes)).toEqual(Array.from({ length: 50 }, () => 'appended'));
    expect(commitsIn(readFileSync(`${path}-wal`))).toBe(1);
    log.append([appendOf(1)]);
    log.append([appendOf(1)]);
    expect(commitsIn(readFileSync(`${path}-wal`))).toBe(3);
  });

  test('given one with a wrong revision among others, when written as a group, then it alone is refused', () => {
    const [first, second] = [appendOf(1), appendOf(2)];
    const next = { ...appendOf(1, second.stream), expected: 1 };
    const late = appendOf(1, first.stream);
    expect(log.append([first, second, late, next])).toEqual([
      { kind: 'appended', revision: 0 },
      { kind: 'appended', revision: 1 },
      { kind: 'wrong-revision', actual: 0 },
      { kind: 'appended', revision: 2 },
    ]);
    expect(log.readLog({ after: -1 }).rows.map((row) => row[0])).toEqual([0, 1, 2, 3]);
  });

  test('given an id that stands in the stream, when it comes again at its end, then it is refused', () => {
    const first = appendOf(2);
    log.append([first]);
    expect(log.append([{ ...first, expected: 1 }])).toEqual([{ kind: 'wrong-revision', actual: 1 }]);
  });

  test('given an append twice in a group, when it is written, then it is there once and both get the answer', () => {
    const append = appendOf(2);
    expect(log.append([append, append])).toEqual([
      { kind: 'appended', revision: 1 },
      { kind: 'appended', revision: 1 },
    ]);
    expect(log.readLog({ after: -1 }).rows).toHaveLength(2);
  });
});

test('given a log, when it is opened, then each commit waits for the disk, in a log of its own', () => {
  expect(connection().prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(connection().prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
});

describe('a fault while appending', () => {
  test('given a full disk, when appended, then it is unavailable, nothing is written, and it goes on once there is room', () => {
    const before = appendOf(1);
    log.append([before]);
    connection().exec('PRAGMA max_page_count = 12');
    const large = encodeBatch(before.stream, [sampleEvent(AUTHORITY, 'x'.repeat(100_000))]);
    const refused = { stream: before.stream, expected: 0, events: large };
    expect(kinds(log.append([refused]))).toEqual(['unavailable']);
    expect(log.readLog({ after: -1 }).rows).toHaveLength(1);
    connection().exec('PRAGMA max_page_count = 1000000');
    expect(log.append([refused])).toEqual([{ kind: 'appended', revision: 1 }]);
  });

  test("given another process's lock, when appended, then it is unavailable, and goes on once the lock is gone", () => {
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    connection().exec('PRAGMA busy_timeout = 20');
    const append = appendOf(1);
    expect(kinds(log.append([append]))).toEqual(['unavailable']);
    other.close();
    expect(kinds(log.append([append]))).toEqual(['appended']);
  });

  test.each([
    ['the disk is full', 13, 'unavailable'],
    ['the lock is not had', 5, 'unavailable'],
    ['an fsync fails', 1034, 'unknown'],
    ['a write fails', 778, 'unknown'],
  ])(
    'when %s during COMMIT, then what was to be appended is said to be so, and refusals stay',
    (_case, errcode, kind) => {
      const first = appendOf(1);
      log.append([first]);
      const execute = connection().exec.bind(connection());
      connection().exec = (sql) => {
        if (sql === 'COMMIT') throw Object.assign(new Error('fault'), { code: 'ERR_SQLITE_ERROR', errcode });
        execute(sql);
      };
      expect(kinds(log.append([appendOf(1), appendOf(1, first.stream)]))).toEqual([kind, 'wrong-revision']);
      connection().exec = execute;
      expect(log.readLog({ after: -1 }).rows).toHaveLength(1);
    },
  );
});

describe('pages', () => {
  test('given many events, when the log is read, then a page is bounded in number and tells that there is more', () => {
    log.append(Array.from({ length: 30 }, () => appendOf(50)));
    const first = log.readLog({ after: -1 });
    expect(first).toMatchObject({ more: true });
    expect(first.rows).toHaveLength(1_000);
    const second = log.readLog({ after: 999 });
    expect(second).toMatchObject({ more: false });
    expect(second.rows.map((row) => row[0])).toEqual(
      Array.from({ length: 500 }, (_, index) => 1_000 + index),
    );
    expect(log.readLog({ after: 1_499 })).toEqual({ rows: [], more: false, last: 1_499 });
  });

  test('given large events, when the log is read, then a page is bounded in size', () => {
    const stream = sessionStream(AUTHORITY, 'large');
    for (let count = 0; count < 5; count++) {
      const events = encodeBatch(stream, [sampleEvent(AUTHORITY, 'x'.repeat(600_000))]);
      log.append([{ stream, expected: count === 0 ? 'no-stream' : count - 1, events }]);
    }
    expect(log.readLog({ after: -1 })).toMatchObject({ more: true, rows: { length: 2 } });
    const backward = log.readStream({ stream, direction: 'backward', from: 4, limit: 5 });
    expect(backward.rows.map((row) => row[2])).toEqual([4, 3]);
  });
});

describe('opening', () => {
  test('given no file, when opened for reading, then there is none and no folder either', () => {
    const absent = join(folder, 'cd', 'log.db');
    expect(LogFile.open(absent)).toBeUndefined();
    expect(existsSync(join(folder, 'cd'))).toBe(false);
  });

  test('given a new log, then its folder holds nothing but the log and its own companions', () => {
    const names = ['log.db', 'log.db-shm', 'log.db-wal'];
    expect(new Set(names)).toEqual(
      new Set(names.filter((name) => existsSync(join(folder, AUTHORITY, name)))),
    );
  });

  test('given a log, when opened or created again, then its events are there', () => {
    log.append([appendOf(2)]);
    const again = LogFile.openOrCreate(path);
    expect(again.readLog({ after: -1 })).toEqual(log.readLog({ after: -1 }));
    again.close();
  });

  test('given a layout of another version, when opened, then it is refused by name', () => {
    connection().exec('PRAGMA user_version = 2');
    expect(() => LogFile.open(path)).toThrow(UnreadableLog);
    expect(() => LogFile.openOrCreate(path)).toThrow('layout 2');
  });
});
