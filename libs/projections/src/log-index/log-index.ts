import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredEvent } from '@registre/event-store';

/**
 * The first table of every read file: which event has which ordinal. Only who reads the log can count it (design §3),
 * so the other read models, the proof and « as known at » all refer to this one.
 */
export const LOG_INDEX_TABLES = `
CREATE TABLE log_stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE log_index (
  ordinal INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES log_stream (id),
  revision INTEGER NOT NULL,
  position TEXT NOT NULL,
  clock TEXT NOT NULL,
  id TEXT NOT NULL
) STRICT;
`;

export const LOG_INDEX_INDEXES = 'CREATE UNIQUE INDEX log_index_by_stream ON log_index (stream, revision);';

/** The last event that a read file has taken. */
export interface Head {
  readonly ordinal: number;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly clock: string;
  readonly id: string;
}

/** How many streams' numbers stay in memory. */
const KEPT_STREAMS = 20_000;

export class LogIndex {
  private readonly streams = new Map<string, number>();
  private readonly selectHead: StatementSync;
  private readonly selectStream: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insert: StatementSync;

  constructor(database: DatabaseSync) {
    this.selectHead = database.prepare(
      `SELECT ordinal, name AS stream, revision, position, clock, log_index.id AS id
       FROM log_index JOIN log_stream ON log_stream.id = log_index.stream
       ORDER BY ordinal DESC LIMIT 1`,
    );
    this.selectStream = database.prepare('SELECT id FROM log_stream WHERE name = ?');
    this.insertStream = database.prepare('INSERT INTO log_stream (name) VALUES (?)');
    this.insert = database.prepare(
      'INSERT INTO log_index (ordinal, stream, revision, position, clock, id) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /** The last event taken; undefined before the first. */
  head(): Head | undefined {
    return this.selectHead.get() as Head | undefined;
  }

  add(event: StoredEvent, ordinal: number, clock: string): void {
    const { stream, revision, position, id } = event;
    const number = revision === 0 ? this.newStream(stream) : this.streamNumber(stream);
    this.insert.run(ordinal, number, revision, position, clock, id);
  }

  forget(): void {
    this.streams.clear();
  }

  // Names are long and come in no order: as small numbers that grow, they keep the index short and its pages warm.
  private streamNumber(name: string): number {
    const known = this.streams.get(name);
    if (known !== undefined) return known;
    const found = this.selectStream.get(name)?.id;
    if (found === undefined) throw new Error(`stream ${name} does not begin at its revision 0`);
    return this.keep(name, Number(found));
  }

  private newStream(name: string): number {
    return this.keep(name, Number(this.insertStream.run(name).lastInsertRowid));
  }

  private keep(name: string, number: number): number {
    if (this.streams.size >= KEPT_STREAMS) this.streams.clear();
    this.streams.set(name, number);
    return number;
  }
}
