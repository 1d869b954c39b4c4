import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkedAuthority } from '../batch.js';
import { AUTHORITY_KEY } from '../streams.js';
import { failureOf } from './log-errors.js';
import { LogFile } from './log-file.js';
import type { AppendOutcome, LogPage, LogRange, StreamAppend, StreamRange } from './log-requests.js';

const EMPTY: LogPage = { rows: [], more: false };

/** For how long after a file was written its time may still be the same at the next write, in milliseconds. */
const RECENT = 2_000;

/**
 * The logs of a data folder, `<dataDir>/<authority>/log.db`; those used last are kept open. Synchronous, as LogFile.
 */
export class LogFolder {
  private readonly open = new Map<string, LogFile>();
  private readonly marks = new Map<string, string>();

  /** @param maxOpen how many logs are kept open at most */
  constructor(
    private readonly dataDir: string,
    private readonly maxOpen: number,
  ) {}

  /**
   * Writes appends of one authority as one transaction. The first append to a stream that is not creates the log.
   *
   * @returns an outcome for each, in their order
   */
  append(authority: string, group: readonly StreamAppend[]): readonly AppendOutcome[] {
    try {
      const begins = group.some(({ expected }) => expected === 'no-stream');
      const log = begins ? this.openOrCreate(authority) : this.find(authority);
      if (log === undefined) return group.map(() => ({ kind: 'wrong-revision', actual: 'no-stream' }));
      const outcomes = log.append(group);
      // After a fault of the disk the connection's own view of the file is not to be trusted.
      if (outcomes.some(({ kind }) => kind === 'unavailable' || kind === 'unknown')) this.forget(authority);
      return outcomes;
    } catch (error) {
      const failed = failureOf(error);
      return group.map(() => failed);
    }
  }

  /** A page of an authority's log; empty when it has none. */
  readLog(authority: string, range: LogRange): LogPage {
    return this.read(authority, (log) => log.readLog(range)) ?? { ...EMPTY, last: -1 };
  }

  /** A page of a stream; empty when the authority has no log. */
  readStream(authority: string, range: StreamRange): LogPage {
    return this.read(authority, (log) => log.readStream(range)) ?? EMPTY;
  }

  /** The authorities that have a log, in alphabetical order. */
  authorities(): readonly string[] {
    if (!existsSync(this.dataDir)) return [];
    return readdirSync(this.dataDir)
      .filter((name) => AUTHORITY_KEY.test(name) && existsSync(this.path(name)))
      .sort();
  }

  /**
   * Of these authorities, those to whose log another process, or another connection, may have appended since the
   * last call. It may name one too many, never one too few.
   */
  grown(authorities: readonly string[]): readonly string[] {
    return authorities.filter((authority) => {
      const mark = this.mark(authority);
      const before = this.marks.get(authority);
      this.marks.set(authority, mark);
      return mark !== before;
    });
  }

  close(): void {
    for (const log of this.open.values()) log.close();
    this.open.clear();
  }

  private path(authority: string): string {
    return join(this.dataDir, checkedAuthority(authority), 'log.db');
  }

  private read(authority: string, page: (log: LogFile) => LogPage): LogPage | undefined {
    const log = this.find(authority);
    try {
      return log && page(log);
    } catch (error) {
      this.forget(authority);
      throw error;
    }
  }

  private find(authority: string): LogFile | undefined {
    return this.kept(authority, (path) => LogFile.open(path));
  }

  private openOrCreate(authority: string): LogFile {
    return this.kept(authority, (path) => LogFile.openOrCreate(path));
  }

  private kept<T extends LogFile | undefined>(authority: string, opened: (path: string) => T): LogFile | T {
    const log = this.open.get(authority) ?? this.opened(authority, opened);
    if (log === undefined) return log;
    this.open.delete(authority);
    this.open.set(authority, log);
    const [oldest] = this.open;
    if (this.open.size > this.maxOpen && oldest !== undefined) this.putAside(...oldest);
    return log;
  }

  private opened<T extends LogFile | undefined>(authority: string, open: (path: string) => T): T {
    const log = open(this.path(authority));
    if (log !== undefined) {
      const mark = openMark(log);
      this.carryMark(authority, this.closedMark(authority), mark);
    }
    return log;
  }

  private putAside(authority: string, log: LogFile): void {
    const mark = this.closedMark(authority);
    this.carryMark(authority, openMark(log), mark);
    this.open.delete(authority);
    log.close();
  }

  private forget(authority: string): void {
    this.open.get(authority)?.close();
    this.open.delete(authority);
    this.marks.delete(authority);
  }

  // Looking at a log must not open it: with more logs followed than may be open, each look would close another one.
  private mark(authority: string): string {
    const log = this.open.get(authority);
    return log === undefined ? this.closedMark(authority) : openMark(log);
  }

  private closedMark(authority: string): string {
    const path = this.path(authority);
    return `${fileMark(path)}, ${fileMark(`${path}-wal`)}`;
  }

  // A log known not to have grown by the one kind of mark stays known by the other, or opening and closing would
  // look like growth. The new mark is taken before the old one is compared, so that nothing slips in between.
  private carryMark(authority: string, old: string, next: string): void {
    if (this.marks.get(authority) === old) this.marks.set(authority, next);
    else this.marks.delete(authority);
  }
}

const openMark = (log: LogFile): string => `open ${log.changesByOthers()}`;

function fileMark(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined || found.size === 0n) return 'empty';
  const recent = Date.now() - Number(found.mtimeMs) < RECENT;
  return `${found.ino} ${found.size} ${found.mtimeNs}${recent ? ` ${process.hrtime.bigint()}` : ''}`;
}
