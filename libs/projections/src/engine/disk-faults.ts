// https://www.sqlite.org/rescode.html: what says something about the machine, and nothing about the event.
const FAULTS = new Set([
  5, // BUSY
  6, // LOCKED
  7, // NOMEM
  8, // READONLY
  9, // INTERRUPT
  10, // IOERR
  11, // CORRUPT
  13, // FULL
  14, // CANTOPEN
  15, // PROTOCOL
  26, // NOTADB
]);

/** Whether the error is the disk's (or the file's), and not of what was to be written. */
export function isFaultOfDisk(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && FAULTS.has(code & 0xff);
}

/** Whether a statement does not fit the tables that are there: SQLITE_ERROR, told when it is prepared. */
export const isOtherTables = (error: unknown): boolean =>
  (error as { errcode?: unknown } | null)?.errcode === 1;
