import { StoreUnavailable } from '../port.js';
import type { Failed } from './log-requests.js';

/** A log's file that this program cannot read: damaged, or of another layout. Waiting does not mend it. */
export class UnreadableLog extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableLog';
  }
}

// Primary result codes, https://www.sqlite.org/rescode.html
const BUSY = 5;
const FULL = 13;
const DAMAGED = new Set([11 /* CORRUPT */, 26 /* NOTADB */]);
const OPERATIONAL = new Set([
  BUSY,
  FULL,
  ...DAMAGED,
  6 /* LOCKED */,
  7 /* NOMEM */,
  8 /* READONLY */,
  10 /* IOERR */,
  14 /* CANTOPEN */,
  15 /* PROTOCOL */,
]);

/**
 * What a fault of the disk, of the file or of its lock means to the caller. Other errors are the program's own: they
 * are thrown again.
 *
 * @param doing `unavailable` while nothing can have been written, `unknown` while it can
 */
export function failureOf(error: unknown, doing: Failed['kind'] = 'unavailable'): Failed {
  if (error instanceof UnreadableLog) return { kind: 'unreadable', message: error.message };
  const { errcode, syscall, message } = error as { errcode?: number; syscall?: string; message: string };
  if (errcode === undefined && syscall === undefined) throw error;
  if (errcode === undefined) return { kind: doing, message };
  const primary = errcode & 0xff;
  if (!OPERATIONAL.has(primary)) throw error;
  if (DAMAGED.has(primary) && doing === 'unavailable') return { kind: 'unreadable', message };
  return { kind: doing, message: `${message} (SQLite ${errcode})` };
}

/**
 * Whether a COMMIT that failed so certainly wrote nothing: the lock was not had, or the last frame, which alone makes
 * the rest count, found no room (https://www.sqlite.org/fileformat2.html#walformat). After a failed fsync it may or
 * may not be on the disk.
 */
export function commitWroteNothing(error: unknown): boolean {
  const primary = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
  return primary === BUSY || primary === FULL;
}
