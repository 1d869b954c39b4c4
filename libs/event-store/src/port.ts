import type { OccurredAt } from '@registre/platform';

/** What can be stored: JSON, without the traps (checked by the codec). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where an imported event was taken from. */
export interface EventSource {
  readonly record: string;
  readonly revision: number;
  readonly title: string | null;
  readonly uri: string | null;
  readonly sha256: string | null;
}

/** What is kept beside an event's own data (design: envelope). Everything but `salt` is readable by a person. */
export interface EventMetadata {
  /** Version of the data's shape, from 1. */
  readonly version: number;
  readonly authority: string;
  /** The séance concerned, where there is one. */
  readonly session?: string;
  /** Who acted. */
  readonly actor: string;
  /** When it was true, in the authority's zone, as far as known. */
  readonly occurredAt: OccurredAt;
  /** When the register learned it: ISO 8601 instant in UTC, set by the writer. */
  readonly recordedAt: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly source?: EventSource;
  readonly idempotencyKey?: string;
  /** SHA-256 (hexadecimal) of the request that gave this event, beside `idempotencyKey`. */
  readonly bodyHash?: string;
  /** Sixteen random bytes in base64. */
  readonly salt: string;
}

/** An event about to be appended. */
export interface EventToAppend {
  /** A uuid: the same id at the same place of the same stream is the same event. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/**
 * An adapter's own place in an authority's log: opaque, to be given back to the same adapter. Only positions
 * that the adapter gave may be given to it.
 */
export type Position = string;

/** An event as the store holds it. */
export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  /** Rank in its stream: 0, 1, 2… */
  readonly revision: number;
  readonly position: Position;
}

/** The revision that the writer has seen, or `no-stream` when it saw none. There is no « any ». */
export type ExpectedRevision = number | 'no-stream';

/** The revision of the last event of the append. */
export interface Appended {
  readonly revision: number;
}

export interface ReadStreamOptions {
  /** First revision read (forward: default 0; backward: default the last). */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** At most that many events. */
  readonly limit?: number;
}

export interface ReadLogOptions {
  /** Events after that position; absent: from the first. */
  readonly after?: Position;
}

export interface SubscribeOptions extends ReadLogOptions {
  /** Ends the subscription. */
  readonly signal: AbortSignal;
}

/**
 * The only door to what is stored. One log per authority; the rank of an event in it is its ordinal, counted by
 * who reads. Every adapter passes the same contract suite (`contract.ts`).
 */
export abstract class EventStore {
  /**
   * Appends all the events or none. The call is over when they are on the disk (or held by the cluster's quorum).
   * The same ids again at the same expected revision: the same answer, nothing written.
   *
   * @throws WrongExpectedRevision someone else was first, or part of the ids stand elsewhere
   * @throws EventTooLarge, UnstorableEvent nothing was written
   * @throws StoreUnavailable nothing was written
   * @throws OutcomeUnknown it may have been written: ask again with the same ids and revision
   */
  abstract append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended>;

  /** A stream's events in batches; a stream that does not exist gives none. */
  abstract readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly StoredEvent[]>;

  /** An authority's log in its order, in batches, up to what it holds when the reading reaches the end. */
  abstract readLog(authority: string, options?: ReadLogOptions): AsyncIterable<readonly StoredEvent[]>;

  /**
   * An authority's log in its order, in batches, then what is appended to it, until `signal` is aborted (the
   * iteration then ends normally). The next batch is fetched when the reader asks for it. After a fault it goes on
   * from the last event given, with a bounded back-off; nothing is skipped or given twice.
   *
   * @throws LogEndsBeforePosition the log is shorter than what was read before (a restored server)
   */
  abstract subscribe(authority: string, options: SubscribeOptions): AsyncIterable<readonly StoredEvent[]>;

  /** The keys of the authorities that have a log, in alphabetical order. */
  abstract authorities(): Promise<readonly string[]>;

  /** Frees what is held; later calls fail. */
  abstract close(): Promise<void>;
}

export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream}: expected revision ${expected}, found ${actual}`);
    this.name = 'WrongExpectedRevision';
  }
}

export class UnstorableEvent extends Error {
  constructor(
    /** Dotted path inside the event. */
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field}: ${rule}`);
    this.name = 'UnstorableEvent';
  }
}

export class EventTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`an append of ${bytes} bytes, more than ${limit}`);
    this.name = 'EventTooLarge';
  }
}

export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

export class OutcomeUnknown extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutcomeUnknown';
  }
}

export class LogEndsBeforePosition extends Error {
  constructor(
    readonly authority: string,
    readonly position: Position,
  ) {
    super(
      `the log of ${authority} ends before position ${position}: the store was restored to an earlier state`,
    );
    this.name = 'LogEndsBeforePosition';
  }
}
