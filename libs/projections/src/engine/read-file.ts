import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { streamParts, type Category, type StoredEvent, type StreamParts } from '@registre/event-store';
import { LOG_INDEX_INDEXES, LOG_INDEX_TABLES, LogIndex, type Head } from '../log-index/log-index.js';
import { upcast } from '../domain.js';
import { isKnown } from './known-events.js';
import { isFaultOfDisk, isOtherTables } from './disk-faults.js';
import { messageOf } from './message-of.js';
import { oneRow, type ProjectedEvent, type Projector, type ReadModel } from './read-model.js';

/** Version of the engine's own tables. */
const SCHEMA = 1;

export const ENGINE_TABLES = `
CREATE TABLE read_model (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  halted_at INTEGER,
  halted_type TEXT,
  halted_error TEXT
) STRICT;
PRAGMA user_version = ${SCHEMA};
`;

/** How long a writer waits for another process that writes to the same file, in milliseconds. */
const PATIENCE = 10_000;
/** Memory for the pages of a file in the making, in KiB. */
const BUILD_CACHE = 16_384;
/** Memory for the sorting of an index, in KiB: what is beyond goes through a file. */
const SORT_MEMORY = 8_192;
const KEPT_STREAM_PARTS = 20_000;

/** Where a read model stopped: before an event that it could not apply. */
export interface Halt {
  readonly ordinal: number;
  readonly type: string;
  readonly error: string;
}

interface Running {
  readonly model: ReadModel;
  readonly projector: Projector;
  /** Ordinal of the event before which it stops, or has stopped; Infinity: it goes on. */
  stopsAt: number;
  /** Flushed after every event, so that the one at fault is known. */
  careful: boolean;
}

/** What was learnt from a failed attempt at a batch. */
interface Lessons {
  readonly halts: Map<string, Halt>;
  /** Read models whose `flush` failed. */
  readonly careful: Set<string>;
}

class ProjectorFailed extends Error {
  constructor(
    readonly model: ReadModel,
    readonly at: { readonly ordinal: number; readonly type: string } | null,
    override readonly cause: unknown,
  ) {
    super(`read model ${model.name} failed`);
  }
}

/** How a file is written: see `ReadFile.create`. */
export type Pace = 'hasty' | 'careful';

/** A read model failed in a file that was made in haste: where it stops can only be told with care. */
export class BuildNeedsCare extends Error {
  constructor(override readonly cause: Error) {
    super('the file must be built with care');
    this.name = 'BuildNeedsCare';
  }
}

/** The events given do not follow those that the file has. */
export class EventsMissing extends Error {
  constructor(expected: number, given: number) {
    super(`events from ordinal ${given} given, ${expected} expected`);
    this.name = 'EventsMissing';
  }
}

/** Another file has taken the place of this one. */
export class FileReplaced extends Error {
  constructor() {
    super('the read file was replaced by a newer one');
    this.name = 'FileReplaced';
  }
}

/** All the read models of one authority in one SQLite file, and how events get in. */
export class ReadFile {
  private readonly index: LogIndex;
  private readonly running: readonly Running[];
  private readonly modelCount: number;
  private readonly byCategory = new Map<Category, Running[]>();
  private readonly parts = new Map<string, StreamParts | undefined>();
  private readonly selectModels: StatementSync;
  private readonly updateOrdinal: StatementSync;
  private readonly updateHalt: StatementSync;
  /** The head after our own last commit: another process may have gone on from there. */
  private lastSeen = -1;

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
    models: readonly ReadModel[],
    private readonly isCurrent: () => boolean,
    private pace: Pace,
  ) {
    this.modelCount = models.length;
    this.index = new LogIndex(database);
    this.selectModels = database.prepare('SELECT name, version, halted_at FROM read_model');
    this.updateOrdinal = database.prepare('UPDATE read_model SET ordinal = ? WHERE name = ?');
    this.updateHalt = database.prepare(
      'UPDATE read_model SET ordinal = ?, halted_at = ?, halted_type = ?, halted_error = ? WHERE name = ?',
    );
    const stored = new Map(this.selectModels.all().map(({ name, version }) => [name, version]));
    this.running = models
      .filter(({ name, version }) => stored.get(name) === version)
      .map((model) => ({ model, projector: model.projector(database), stopsAt: Infinity, careful: false }));
    for (const one of this.running) {
      for (const category of one.model.categories) {
        this.byCategory.set(category, [...(this.byCategory.get(category) ?? []), one]);
      }
    }
  }

  /**
   * A new file, not yet read by anyone: without indexes, and written without care for a power cut, until `settle`.
   *
   * @param path where no file is
   * @param pace `hasty`: what is in memory is written when it must leave, not at each commit
   */
  static create(path: string, models: readonly ReadModel[], pace: Pace): ReadFile {
    const database = new DatabaseSync(path, { timeout: PATIENCE });
    database.exec(
      `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -${BUILD_CACHE};`,
    );
    database.exec(
      ['BEGIN', ENGINE_TABLES, LOG_INDEX_TABLES, ...models.map(({ tables }) => tables)].join(';\n'),
    );
    const insert = database.prepare('INSERT INTO read_model (name, version, ordinal) VALUES (?, ?, -1)');
    for (const { name, version } of models) insert.run(name, version);
    database.exec('COMMIT');
    return new ReadFile(path, database, models, () => true, pace);
  }

  /**
   * A file made before. Read models whose version is not the code's are left as they are; undefined when the file is
   * unreadable, of another schema, or has other tables than the code under the same version, and must be built anew.
   */
  static open(path: string, models: readonly ReadModel[], isCurrent: () => boolean): ReadFile | undefined {
    const database = new DatabaseSync(path, { timeout: PATIENCE });
    try {
      if (database.prepare('PRAGMA user_version').get()?.user_version === SCHEMA) {
        database.exec('PRAGMA synchronous = NORMAL;');
        return new ReadFile(path, database, models, isCurrent, 'careful');
      }
    } catch (error) {
      if (!isFaultOfDisk(error) && !isOtherTables(error)) throw error;
    }
    database.close();
    return undefined;
  }

  /** Whether it holds every read model in the code's version. */
  get fits(): boolean {
    return this.running.length === this.modelCount && this.selectModels.all().length === this.modelCount;
  }

  /** The version of each read model that it holds. */
  get versions(): ReadonlyMap<string, number> {
    return new Map(this.selectModels.all().map(({ name, version }) => [name as string, version as number]));
  }

  /** The last event taken; undefined before the first. */
  head(): Head | undefined {
    return this.index.head();
  }

  /**
   * Takes events of the log, in one transaction with the checkpoints: those that the file has already change nothing.
   * A read model that cannot apply one of them stops before it, and the others go on.
   *
   * @param first ordinal of the first of the events
   * @returns ordinal of the last event that the file has now
   * @throws EventsMissing when there is a gap before `first`
   * @throws FileReplaced when a newer file took its place
   * @throws BuildNeedsCare when a read model fails in a file made in haste: it must be made again
   * @throws Error of the disk: nothing was taken
   */
  apply(events: readonly StoredEvent[], first: number): number {
    const lessons: Lessons = { halts: new Map(), careful: new Set() };
    for (;;) {
      try {
        return this.attempt(events, first, lessons);
      } catch (error) {
        this.rollBack();
        if (!(error instanceof ProjectorFailed)) throw error;
        if (isFaultOfDisk(error.cause)) throw error.cause;
        // What earlier batches have left in memory only is lost with this one.
        if (this.pace === 'hasty') throw new BuildNeedsCare(error);
        learn(lessons, error);
      }
    }
  }

  /** Runs `change` while no other process can write to the file. */
  exclusively<T>(change: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      return change();
    } finally {
      this.rollBack();
    }
  }

  /**
   * From now on the file survives a power cut, and others may read it.
   *
   * @throws BuildNeedsCare as `apply` does
   */
  settle(): void {
    this.writeAll();
    const indexes = [LOG_INDEX_INDEXES, ...this.running.map(({ model }) => model.indexes)];
    this.database.exec(`PRAGMA cache_size = -${SORT_MEMORY};`);
    this.database.exec(indexes.join('\n'));
    this.database.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;');
    this.database.exec('BEGIN IMMEDIATE; UPDATE read_model SET version = version; COMMIT;');
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = NORMAL;');
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  private writeAll(): void {
    this.begin();
    try {
      this.relieve('flush');
      this.database.exec('COMMIT');
    } catch (error) {
      this.rollBack();
      if (!(error instanceof ProjectorFailed)) throw error;
      throw isFaultOfDisk(error.cause) ? error.cause : new BuildNeedsCare(error);
    }
    this.pace = 'careful';
  }

  // A file in the making is one transaction until `settle`: cut, it is made again from the beginning.
  private begin(): void {
    if (!this.database.isTransaction) this.database.exec('BEGIN IMMEDIATE');
  }

  private attempt(events: readonly StoredEvent[], first: number, lessons: Lessons): number {
    this.begin();
    if (!this.isCurrent()) throw new FileReplaced();
    const head = this.head();
    const before = head?.ordinal ?? -1;
    if (first > before + 1) throw new EventsMissing(before + 1, first);
    if (before !== this.lastSeen) this.forget();
    this.heed(lessons);
    let clock = head?.clock ?? '';
    let ordinal = first;
    for (const event of events) {
      if (ordinal > before) {
        if (event.metadata.recordedAt > clock) clock = event.metadata.recordedAt;
        this.index.add(event, ordinal, clock);
        this.project(event, ordinal, clock);
      }
      ordinal++;
    }
    const last = Math.max(before, ordinal - 1);
    this.relieve(this.pace === 'hasty' ? 'relieve' : 'flush');
    this.writeCheckpoints(last, lessons);
    if (this.pace === 'careful') this.database.exec('COMMIT');
    this.lastSeen = last;
    return last;
  }

  private project(event: StoredEvent, ordinal: number, clock: string): void {
    const parts = this.partsOf(event.stream);
    const readers = parts === undefined ? undefined : this.byCategory.get(parts.category);
    if (parts === undefined || readers === undefined) return;
    const { category, id: subject } = parts;
    const { id, type, stream, revision, metadata } = event;
    const known = isKnown(category, type);
    const place = { ordinal, clock, id, type, stream, category, subject, revision, metadata };
    let told: ProjectedEvent | undefined;
    for (const { model, projector, stopsAt, careful } of readers) {
      if (ordinal >= stopsAt) continue;
      try {
        if (!known) throw new Error(`event type ${type} is not known in ${category} streams`);
        told ??= { ...place, data: upcast(event).data } as ProjectedEvent;
        projector.project(told);
        if (careful) for (const memory of projector.memories) memory.flush();
      } catch (error) {
        throw new ProjectorFailed(model, { ordinal, type }, error);
      }
    }
  }

  private relieve(how: 'flush' | 'relieve'): void {
    for (const { model, projector } of this.running) {
      try {
        for (const memory of projector.memories) memory[how]();
      } catch (error) {
        throw new ProjectorFailed(model, null, error);
      }
    }
  }

  private writeCheckpoints(last: number, lessons: Lessons): void {
    for (const { model, stopsAt } of this.running) {
      const { name } = model;
      const halt = lessons.halts.get(name);
      if (halt !== undefined) {
        const { ordinal, type, error } = halt;
        oneRow(this.updateHalt.run(ordinal - 1, ordinal, type, error, name), `checkpoint of ${name}`);
      } else if (stopsAt > last) {
        oneRow(this.updateOrdinal.run(last, name), `checkpoint of ${name}`);
      }
    }
  }

  /** Which read models have stopped, here or in another process, and which need care. */
  private heed(lessons: Lessons): void {
    const stopped = new Map(this.selectModels.all().map(({ name, halted_at }) => [name, halted_at]));
    for (const one of this.running) {
      const { name } = one.model;
      one.stopsAt = (stopped.get(name) as number | null) ?? lessons.halts.get(name)?.ordinal ?? Infinity;
      one.careful = lessons.careful.has(name);
    }
  }

  private rollBack(): void {
    // Some errors of the disk end the transaction by themselves.
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
    this.forget();
  }

  private forget(): void {
    this.index.forget();
    for (const { projector } of this.running) for (const memory of projector.memories) memory.forget();
  }

  private partsOf(stream: string): StreamParts | undefined {
    if (this.parts.has(stream)) return this.parts.get(stream);
    if (this.parts.size >= KEPT_STREAM_PARTS) this.parts.clear();
    const parts = streamParts(stream);
    this.parts.set(stream, parts);
    return parts;
  }
}

function learn(lessons: Lessons, { model, at, cause }: ProjectorFailed): void {
  if (at === null) {
    // Already flushed after every event, so no event is at fault: not something to be tried again.
    if (lessons.careful.has(model.name)) throw cause;
    lessons.careful.add(model.name);
  } else {
    lessons.halts.set(model.name, { ...at, error: messageOf(cause) });
  }
}
