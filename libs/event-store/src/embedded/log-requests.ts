import type { EncodedEvent } from '../codec.js';
import type { ExpectedRevision } from '../port.js';

/** One append, its events already checked and written. */
export interface StreamAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
}

/** A row of a log: what crosses between threads, so a tuple of plain values. */
export type LogRow = readonly [
  ordinal: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

/** Part of a reading. */
export interface LogPage {
  readonly rows: readonly LogRow[];
  /** Whether the page was full: there may be more after it. */
  readonly more: boolean;
  /** The ordinal of the log's last event, -1 when it has none; told only by a page of the log without rows. */
  readonly last?: number;
}

export interface LogRange {
  /** Events whose ordinal is greater. */
  readonly after: number;
}

export interface StreamRange {
  readonly stream: string;
  readonly direction: 'forward' | 'backward';
  /** The first revision given, or the next one in the direction. */
  readonly from: number;
  /** At most that many events. */
  readonly limit: number;
}

/** Why something was not done: nothing was written, nothing ever will be, or nobody knows. */
export interface Failed {
  readonly kind: 'unavailable' | 'unreadable' | 'unknown';
  readonly message: string;
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly revision: number }
  | { readonly kind: 'wrong-revision'; readonly actual: ExpectedRevision }
  | Failed;

/** What the log thread can be asked. */
export type LogRequest =
  | { readonly kind: 'append'; readonly authority: string; readonly append: StreamAppend }
  | { readonly kind: 'read-log'; readonly authority: string; readonly range: LogRange }
  | { readonly kind: 'read-stream'; readonly authority: string; readonly range: StreamRange }
  | { readonly kind: 'grown'; readonly authorities: readonly string[] }
  | { readonly kind: 'authorities' }
  | { readonly kind: 'close' };

export type LogAnswer =
  | AppendOutcome
  | { readonly kind: 'page'; readonly page: LogPage }
  | { readonly kind: 'authorities'; readonly authorities: readonly string[] }
  | { readonly kind: 'closed' };
