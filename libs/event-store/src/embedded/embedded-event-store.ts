import { setTimeout as pause } from 'node:timers/promises';
import { authorityOf, checkedAuthority, encodeBatch } from '../batch.js';
import {
  EventStore,
  LogEndsBeforePosition,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
  type Appended,
  type EventMetadata,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
} from '../port.js';
import { Growth } from './growth.js';
import { LogInSameThread, LogThread } from './log-channel.js';
import { LogClient, refusalOf } from './log-client.js';
import { UnreadableLog } from './log-errors.js';
import { LogFolder } from './log-folder.js';
import type { LogPage, LogRow } from './log-requests.js';

export interface EmbeddedOptions {
  /** The folder that holds a folder for each authority. */
  readonly dataDir: string;
  /**
   * Whether a thread of its own waits for the disk (default), or the caller's does: for a caller that is off the HTTP
   * thread already.
   */
  readonly thread?: boolean;
  /** How many logs are kept open at most (default 64). */
  readonly maxOpenLogs?: number;
  /** How many appends wait at most; further ones are refused as unavailable (default 4,096). */
  readonly maxWaitingAppends?: number;
  /** How many bytes of appends wait at most (default 64 MiB). */
  readonly maxWaitingBytes?: number;
  /** How often it is looked whether another process appended to a log that is followed, in ms (default 150). */
  readonly lookEvery?: number;
}

/** The pauses of a subscription after faults, in milliseconds: doubled each time, and up to half as much again. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * The event store in files of SQLite, `<dataDir>/<authority>/log.db`, without any server. Positions are ordinals in
 * decimal. Another process may append to the same files at the same time. Appends to one authority that are asked for
 * without waiting for one another are written in the order in which they were asked for.
 */
export class EmbeddedEventStore extends EventStore {
  private constructor(
    private readonly client: LogClient,
    private readonly growth: Growth,
  ) {
    super();
  }

  /** Opens the store; a folder and its file come to be with the first append to them. */
  static open({
    dataDir,
    thread = true,
    maxOpenLogs = 64,
    maxWaitingAppends = 4_096,
    maxWaitingBytes = 64 * 1024 * 1024,
    lookEvery = 150,
  }: EmbeddedOptions): EmbeddedEventStore {
    const channel = thread
      ? new LogThread({ dataDir, maxOpen: maxOpenLogs })
      : new LogInSameThread(new LogFolder(dataDir, maxOpenLogs));
    const client = new LogClient(channel, { maxWaitingAppends, maxWaitingBytes });
    const look = (authorities: readonly string[]): Promise<readonly string[]> =>
      client.authorities({ kind: 'grown', authorities });
    return new EmbeddedEventStore(client, new Growth(dataDir, look, lookEvery));
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const authority = authorityOf(stream);
    if (expected !== 'no-stream') checkCount(expected, 'expected revision');
    const encoded = encodeBatch(stream, events);
    const outcome = await this.client.append(authority, { stream, expected, events: encoded });
    switch (outcome.kind) {
      case 'appended':
        this.growth.announce(authority);
        return { revision: outcome.revision };
      case 'wrong-revision':
        throw new WrongExpectedRevision(stream, expected, outcome.actual);
      case 'unknown':
        throw new OutcomeUnknown(outcome.message);
      default:
        throw refusalOf(outcome);
    }
  }

  override async *readStream(
    stream: string,
    { from, direction = 'forward', limit = Infinity }: ReadStreamOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    const authority = authorityOf(stream);
    if (from !== undefined) checkCount(from, 'from');
    if (limit !== Infinity) checkCount(limit, 'limit');
    let start = from ?? (direction === 'forward' ? 0 : Number.MAX_SAFE_INTEGER);
    for (let left = limit; left > 0;) {
      const range = { stream, direction, from: start, limit: left };
      const { rows, more } = await this.client.page({ kind: 'read-stream', authority, range });
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(storedEvent);
      if (!more) return;
      start = revisionOf(last) + (direction === 'forward' ? 1 : -1);
      left -= rows.length;
    }
  }

  override async *readLog(
    authority: string,
    { after }: ReadLogOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    checkedAuthority(authority);
    let last = ordinalAt(after);
    for (let more = true; more;) {
      const page = await this.logPage(authority, last);
      if (page.rows.length > 0) yield page.rows.map(storedEvent);
      last = lastOrdinal(page) ?? last;
      more = page.more;
    }
  }

  override async *subscribe(
    authority: string,
    { after, signal }: SubscribeOptions,
  ): AsyncIterable<readonly StoredEvent[]> {
    checkedAuthority(authority);
    let last = ordinalAt(after);
    while (!signal.aborted) {
      const seen = this.growth.seen(authority);
      const page = await this.logPageInTheEnd(authority, last, signal);
      if (page === undefined || signal.aborted) return;
      if (page.last !== undefined && page.last < last) {
        throw new LogEndsBeforePosition(authority, String(last));
      }
      if (page.rows.length > 0) yield page.rows.map(storedEvent);
      else await this.growth.after(authority, seen, signal);
      last = lastOrdinal(page) ?? last;
    }
  }

  override authorities(): Promise<readonly string[]> {
    return this.client.authorities({ kind: 'authorities' });
  }

  override async close(): Promise<void> {
    await this.client.close();
    this.growth.close();
  }

  private logPage(authority: string, after: number): Promise<LogPage> {
    return this.client.page({ kind: 'read-log', authority, range: { after } });
  }

  /** A page, once the fault that hinders it is over; undefined when the signal was aborted meanwhile. */
  private async logPageInTheEnd(
    authority: string,
    after: number,
    signal: AbortSignal,
  ): Promise<LogPage | undefined> {
    for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      try {
        return await this.logPage(authority, after);
      } catch (error) {
        if (this.client.closed || !passes(error)) throw error;
      }
      const jittered = wait * (1 + Math.random() / 2);
      await pause(jittered, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
    }
  }
}

const passes = (error: unknown): boolean =>
  error instanceof StoreUnavailable && !(error instanceof UnreadableLog);

function checkCount(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new TypeError(`${name}: ${count} is not a count`);
}

function ordinalAt(position: Position | undefined): number {
  if (position === undefined) return -1;
  if (!/^(0|[1-9]\d{0,14})$/.test(position)) throw new TypeError(`not a position of this store: ${position}`);
  return Number(position);
}

const revisionOf = (row: LogRow): number => row[2];
const lastOrdinal = (page: LogPage): number | undefined => page.rows.at(-1)?.[0];

function storedEvent([ordinal, stream, revision, id, type, data, metadata]: LogRow): StoredEvent {
  return {
    id,
    type,
    data: JSON.parse(data) as object,
    metadata: JSON.parse(metadata) as EventMetadata,
    stream,
    revision,
    position: String(ordinal),
  };
}
