import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@registre/event-store';
import type { Progress } from './engine/authority-projection.js';
import { compareFiles, type TableComparison } from './engine/comparison.js';
import { Generations } from './engine/generations.js';
import { BuildNeedsCare, ReadFile, type Pace } from './engine/read-file.js';
import { readFolder } from './engine/reader.js';
import { READ_MODELS } from './models.js';

export type { RowDifference, TableComparison } from './engine/comparison.js';

export interface DeepCheckRequest {
  readonly store: EventStore;
  readonly readDir: string;
  readonly authority: string;
  /** Told while the log is read anew. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told before each table that is compared. */
  readonly onTable?: (table: string) => void;
}

export interface DeepCheck {
  /** The read models are compared as they are after that event; -1: none. */
  readonly ordinal: number;
  readonly tables: readonly TableComparison[];
}

/**
 * Builds the read models anew from the log, beside those in use, and compares them row by row with these, as both are
 * after the last event that those in use have. Nothing of theirs is changed; a server may go on meanwhile.
 *
 * @returns undefined where no read models are in use
 */
export async function deepCheck(request: DeepCheckRequest): Promise<DeepCheck | undefined> {
  try {
    return await checked(request, 'hasty');
  } catch (error) {
    if (!(error instanceof BuildNeedsCare)) throw error;
    return checked(request, 'careful');
  }
}

async function checked(request: DeepCheckRequest, pace: Pace): Promise<DeepCheck | undefined> {
  const { readDir, authority, onTable } = request;
  const generations = new Generations(readFolder(readDir, authority));
  const current = generations.current();
  if (current === undefined) return undefined;
  const path = generations.beside();
  const file = ReadFile.create(path, READ_MODELS, pace);
  const live = new DatabaseSync(current, { readOnly: true });
  const anew = new DatabaseSync(path);
  try {
    await fill(request, file, headOf(live));
    file.settle();
    // From here on the live file stands still for us; what it took meanwhile is taken beside it too.
    live.exec('BEGIN');
    const ordinal = headOf(live);
    await fill(request, file, ordinal);
    file.close();
    return { ordinal, tables: compareFiles(live, anew, onTable) };
  } finally {
    for (const database of [file, live, anew]) database.close();
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  }
}

const headOf = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT max(ordinal) AS head FROM log_index').get()?.head ?? -1);

/** Reads what the file lacks, up to that ordinal. */
async function fill(
  { store, authority, onProgress }: DeepCheckRequest,
  file: ReadFile,
  until: number,
): Promise<void> {
  const head = file.head();
  let next = (head?.ordinal ?? -1) + 1;
  if (next > until) return;
  for await (const all of store.readLog(authority, head === undefined ? {} : { after: head.position })) {
    const events = all.slice(0, until - next + 1);
    if (events.length > 0) file.apply(events, next);
    next += events.length;
    onProgress?.({ done: next, total: until + 1 });
    if (next > until) return;
  }
}
