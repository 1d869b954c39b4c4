import type { DatabaseSync } from 'node:sqlite';
import type { DeliberationEvent } from '@registre/deliberation';
import type { Category, EventMetadata } from '@registre/event-store';

/** Where an event stands, beside what it says. */
export interface EventPlace {
  /** Rank in the authority's log. */
  readonly ordinal: number;
  /** The register's clock at the event: the greatest `recordedAt` so far (ISO 8601, UTC). */
  readonly clock: string;
  readonly id: string;
  readonly stream: string;
  readonly category: Category;
  /** What the stream's name says after the authority, e.g. the séance's id. */
  readonly subject: string;
  readonly revision: number;
  readonly metadata: EventMetadata;
}

/** An event as a read model gets it: of a category that it reads, of a type that is known. */
export type ProjectedEvent = DeliberationEvent & EventPlace;

/** What a read model keeps in memory of its tables. */
export interface Memory {
  /** Writes what is only here. */
  flush(): void;
  /** Lets go of what is beyond the bound, written first. */
  relieve(): void;
  /** Drops all: the file is not as it was when last flushed. */
  forget(): void;
}

/** A read model bound to one open file. Its statements are prepared; it commits nothing itself. */
export interface Projector {
  /**
   * Applies one event to the tables, or to what is kept in memory.
   *
   * @throws anything: the read model then stops before this event
   */
  project(event: ProjectedEvent): void;
  /** Flushed before a commit, forgotten when one fails. */
  readonly memories: readonly Memory[];
}

/** Tables, and how events fill them. */
export interface ReadModel {
  readonly name: string;
  /**
   * To be raised with any change of the tables, of what is projected, or of how the domain's states evolve where they
   * are kept as they are: the file is then built anew.
   */
  readonly version: number;
  /** The kinds of stream that it reads: an unknown type in one of them stops it, in another it is ignored. */
  readonly categories: readonly Category[];
  /** The tables, in SQL. */
  readonly tables: string;
  /** Indexes that projecting does without, in SQL: while a file is built they come last, which is much faster. */
  readonly indexes: string;
  readonly projector: (database: DatabaseSync) => Projector;
}

/** For a change that must concern exactly one row: anything else is an error, never silence. */
export function oneRow(result: { readonly changes: number | bigint }, what: string): void {
  if (Number(result.changes) !== 1) throw new Error(`${what}: ${result.changes} rows instead of one`);
}
