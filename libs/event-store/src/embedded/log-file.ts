import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EncodedEvent } from '../codec.js';
import { commitWroteNothing, failureOf } from './log-errors.js';
import type { AppendOutcome, LogPage, LogRange, LogRow, StreamAppend, StreamRange } from './log-requests.js';
import { createDatabase, openDatabase } from './log-schema.js';

const PAGE_EVENTS = 1_000;
/** In UTF-16 units of data and metadata: twice that in memory at most, and one event more. */
const PAGE_SIZE = 1024 * 1024;

const COLUMNS = 'ordinal, stream, revision, id, type, data, metadata';

/**
 * One authority's log in one SQLite file. Synchronous: each call waits for the disk. Other processes may append to
 * the same file; SQLite's lock puts them in a line.
 */
export class LogFile {
  private readonly insert: StatementSync;
  private readonly lastOrdinal: StatementSync;
  private readonly lastRevision: StatementSync;
  private readonly idsBetween: StatementSync;
  private readonly hasId: StatementSync;
  private readonly logAfter: StatementSync;
  private readonly streamForward: StatementSync;
  private readonly streamBackward: StatementSync;
  private readonly changes: StatementSync;

  private constructor(private readonly database: DatabaseSync) {
    const rows = (sql: string): StatementSync => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.insert = database.prepare(
      `INSERT OR ROLLBACK INTO events (${COLUMNS})
       VALUES ((SELECT COALESCE(MAX(ordinal) + 1, 0) FROM events), ?, ?, ?, ?, ?, ?)`,
    );
    this.lastOrdinal = rows('SELECT MAX(ordinal) FROM events');
    this.lastRevision = rows('SELECT MAX(revision) FROM events WHERE stream = ?');
    this.idsBetween = rows(
      'SELECT id FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    );
    this.hasId = rows('SELECT 1 FROM events WHERE stream = ? AND id = ?');
    this.logAfter = rows(`SELECT ${COLUMNS} FROM events WHERE ordinal > ? ORDER BY ordinal LIMIT ?`);
    this.streamForward = rows(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.streamBackward = rows(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
    );
    this.changes = rows('PRAGMA data_version');
  }

  /**
   * Opens the log; undefined when the file does not exist, which is left so.
   *
   * @throws UnreadableLog the file's layout is of another version
   */
  static open(path: string): LogFile | undefined {
    const database = openDatabase(path);
    return database === undefined ? undefined : new LogFile(database);
  }

  /** Opens the log, creating the file and its folder when they do not exist. */
  static openOrCreate(path: string): LogFile {
    const there = LogFile.open(path);
    if (there !== undefined) return there;
    createDatabase(path);
    return LogFile.openOrCreate(path);
  }

  /**
   * Writes several appends with one transaction, so with one wait for the disk; each is judged after those before
   * it, and one that is refused leaves the others alone. When the call returns, what is `appended` is on the disk.
   *
   * @returns an outcome for each append, in their order
   */
  append(group: readonly StreamAppend[]): readonly AppendOutcome[] {
    let outcomes: readonly AppendOutcome[];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      outcomes = group.map((append) => this.appendOne(append));
    } catch (error) {
      this.rollBack();
      const failed = failureOf(error);
      return group.map(() => failed);
    }
    try {
      this.database.exec('COMMIT');
      return outcomes;
    } catch (error) {
      this.rollBack();
      const failed = failureOf(error, commitWroteNothing(error) ? 'unavailable' : 'unknown');
      return outcomes.map((outcome) => (outcome.kind === 'appended' ? failed : outcome));
    }
  }

  /** Events of the log in its order, bounded in number and size. */
  readLog({ after }: LogRange): LogPage {
    const page = pageOf(this.logAfter, [after], PAGE_EVENTS);
    return page.rows.length > 0 ? page : { ...page, last: this.greatest(this.lastOrdinal) };
  }

  /** Events of a stream, bounded in number and size. */
  readStream({ stream, direction, from, limit }: StreamRange): LogPage {
    return direction === 'forward'
      ? pageOf(this.streamForward, [stream, from], limit)
      : pageOf(this.streamBackward, [stream, from], limit);
  }

  /** A number that is another one once somebody else has appended to the file. */
  changesByOthers(): number {
    return (this.changes.get() as unknown as [number])[0];
  }

  close(): void {
    this.database.close();
  }

  private appendOne(append: StreamAppend): AppendOutcome {
    this.database.exec('SAVEPOINT one');
    try {
      const outcome = this.writeOrRefuse(append);
      this.database.exec('RELEASE one');
      return outcome;
    } catch (error) {
      // After some faults SQLite has ended the whole transaction by itself.
      if (!this.database.isTransaction) throw error;
      this.database.exec('ROLLBACK TO one; RELEASE one');
      return failureOf(error);
    }
  }

  private writeOrRefuse({ stream, expected, events }: StreamAppend): AppendOutcome {
    const last = this.greatest(this.lastRevision, stream);
    const seen = expected === 'no-stream' ? -1 : expected;
    const appended: AppendOutcome = { kind: 'appended', revision: seen + events.length };
    if (seen < last && this.standAfter(stream, seen, events)) return appended;
    if (seen !== last || events.some(({ id }) => this.hasId.get(stream, id) !== undefined)) {
      return { kind: 'wrong-revision', actual: last === -1 ? 'no-stream' : last };
    }
    events.forEach(({ id, type, data, metadata }, index) => {
      this.insert.run(stream, seen + 1 + index, id, type, data, metadata);
    });
    return appended;
  }

  private standAfter(stream: string, seen: number, events: readonly EncodedEvent[]): boolean {
    const ids = this.idsBetween.all(stream, seen + 1, seen + events.length) as unknown as [string][];
    return ids.length === events.length && events.every(({ id }, index) => id === ids[index]?.[0]);
  }

  private greatest(statement: StatementSync, ...parameters: string[]): number {
    const [found] = statement.get(...parameters) as unknown as [number | null];
    return found ?? -1;
  }

  // What went wrong first is what counts; a transaction that cannot even be undone ends with the connection.
  private rollBack(): void {
    try {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
    } catch {
      return;
    }
  }
}

function pageOf(statement: StatementSync, parameters: (string | number)[], limit: number): LogPage {
  const most = Math.min(limit, PAGE_EVENTS);
  const rows: LogRow[] = [];
  let size = 0;
  for (const row of statement.iterate(...parameters, most) as unknown as Iterable<LogRow>) {
    rows.push(row);
    size += row[5].length + row[6].length;
    if (size >= PAGE_SIZE) break;
  }
  return { rows, more: rows.length > 0 && (rows.length === most || size >= PAGE_SIZE) };
}
