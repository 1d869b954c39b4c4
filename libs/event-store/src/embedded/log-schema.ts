import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { UnreadableLog } from './log-errors.js';

/** The version of the file's layout, kept in SQLite's `user_version`. */
export const LAYOUT_VERSION = 1;

/** How long a connection waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

// The triggers hold even against our own mistakes: what is written stays, and ranks have no gaps. The last one ends the
// transaction, as the INSERT does on a conflict: were one row alone to be undone, SQLite would keep a copy of each page
// before each row, which takes three times as long.
const LAYOUT = `
  BEGIN IMMEDIATE;
  CREATE TABLE events (
    ordinal  INTEGER PRIMARY KEY,
    stream   TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    data     TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision),
    UNIQUE (stream, id)
  ) STRICT;
  CREATE TRIGGER events_stay BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER events_remain BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
  WHEN NEW.ordinal <> (SELECT COALESCE(MAX(ordinal) + 1, 0) FROM events)
    OR NEW.revision <> (SELECT COALESCE(MAX(revision) + 1, 0) FROM events WHERE stream = NEW.stream)
  BEGIN SELECT RAISE(ROLLBACK, 'ordinals and revisions follow each other'); END;
  PRAGMA user_version = ${LAYOUT_VERSION};
  COMMIT;
  PRAGMA journal_mode = WAL;
`;

/**
 * Opens an authority's file for reading and appending; undefined when there is none, which it does not create.
 *
 * @throws UnreadableLog the file's layout is of another version
 */
export function openDatabase(path: string): DatabaseSync | undefined {
  if (!existsSync(path)) return undefined;
  const url = pathToFileURL(path);
  url.searchParams.set('mode', 'rw');
  return connect(url, (database) => {
    const version = database.prepare('PRAGMA user_version').get()?.user_version;
    if (version === LAYOUT_VERSION) return;
    throw new UnreadableLog(`${path}: layout ${String(version)}, this program knows ${LAYOUT_VERSION}`);
  });
}

/**
 * Creates an authority's file, and its folder, unless another process was first. The file appears whole, under its
 * name, and stays after a crash of the machine.
 */
export function createDatabase(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    connect(draft, (database) => database.exec(LAYOUT)).close();
    linkUnlessThere(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  for (const directory of [folder, dirname(folder), dirname(dirname(folder))]) syncDirectory(directory);
}

// Recursive triggers make an INSERT OR REPLACE meet the trigger against DELETE; fullfsync is what makes an fsync
// reach the disk on macOS.
function connect(path: string | URL, begin: (database: DatabaseSync) => void): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    database.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA recursive_triggers = ON;
      PRAGMA journal_size_limit = 67108864;
    `);
    begin(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function linkUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

// A new name is on the disk only once its directory is. Windows does not open directories.
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
