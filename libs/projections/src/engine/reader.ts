import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { join } from 'node:path';
import { QUERIES, type QueryAnswer, type QueryArguments, type QueryName } from '../queries.js';
import { Generations } from './generations.js';
import { ReadSnapshot } from './read-snapshot.js';

/** How many authorities' files are kept open. */
const MAX_OPEN = 64;
const PATIENCE = 10_000;
/** What counts a whole register: asked again of the same state, it is not counted again. */
const COUNTED: ReadonlySet<QueryName> = new Set<QueryName>(['stats', 'members']);
/** The most such answers that are kept of one file. */
const KEPT_ANSWERS = 8;

interface OpenFile {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly snapshot: ReadSnapshot;
  /** Another number once anybody has written to the file. */
  readonly changes: StatementSync;
  readonly counted: Counted;
}

/** Answers of one state of a file, by what was asked. */
interface Counted {
  state: unknown;
  readonly answers: Map<string, unknown>;
}

/** An answer, which may be that there is no such thing. */
export interface Answered<N extends QueryName> {
  readonly answer: QueryAnswer<N>;
}

type Query<N extends QueryName> = (snapshot: ReadSnapshot, ...rest: QueryArguments<N>) => QueryAnswer<N>;

/** The folder that holds the read files of one authority. */
export const readFolder = (readDir: string, authority: string): string => join(readDir, authority, 'read');

/** Answers queries from the read files as they are, in the caller's thread. */
export class Reader {
  private readonly open = new Map<string, OpenFile>();

  /** @param versions the code's version of each read model */
  constructor(
    private readonly readDir: string,
    private readonly versions: ReadonlyMap<string, number>,
  ) {}

  /**
   * Answers from one state of the authority's file; undefined when it has none.
   *
   * @throws Refusal `unavailable` while the read model asked is built anew
   */
  ask<N extends QueryName>(
    name: N,
    authority: string,
    ...parameters: QueryArguments<N>
  ): Answered<N> | undefined {
    const file = this.fileOf(authority);
    if (file === undefined) return undefined;
    const query = QUERIES[name] as unknown as Query<N>;
    const answer = () => file.snapshot.during((snapshot) => query(snapshot, ...parameters));
    if (!COUNTED.has(name)) return { answer: answer() };
    return { answer: countedOnce(file, JSON.stringify([name, parameters]), answer) };
  }

  close(): void {
    for (const { database } of this.open.values()) database.close();
    this.open.clear();
  }

  private fileOf(authority: string): OpenFile | undefined {
    const generations = new Generations(readFolder(this.readDir, authority));
    for (;;) {
      const path = generations.current();
      const known = this.open.get(authority);
      if (path === known?.path) return this.touch(authority, known);
      known?.database.close();
      this.open.delete(authority);
      if (path === undefined) return undefined;
      const file = this.tryOpen(authority, path);
      if (file !== undefined) return this.touch(authority, file);
      // Replaced between the look at the pointer and the opening: it names another file by now.
      if (generations.current() === path) throw new Error(`read file ${path} cannot be opened`);
    }
  }

  private tryOpen(authority: string, path: string): OpenFile | undefined {
    try {
      const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });
      const snapshot = new ReadSnapshot(authority, database, this.versions);
      const changes = database.prepare('PRAGMA data_version');
      return { path, database, snapshot, changes, counted: { state: undefined, answers: new Map() } };
    } catch {
      return undefined;
    }
  }

  private touch(authority: string, file: OpenFile | undefined): OpenFile | undefined {
    if (file === undefined) return undefined;
    this.open.delete(authority);
    this.open.set(authority, file);
    for (const [oldest, { database }] of this.open) {
      if (this.open.size <= MAX_OPEN) break;
      database.close();
      this.open.delete(oldest);
    }
    return file;
  }
}

function countedOnce<T>({ changes, counted }: OpenFile, asked: string, answer: () => T): T {
  // Read before the answer: what is written meanwhile makes the next one be counted again.
  const state = changes.get()?.data_version;
  if (state !== counted.state) counted.answers.clear();
  counted.state = state;
  const { answers } = counted;
  if (answers.has(asked)) return answers.get(asked) as T;
  const made = answer();
  for (const oldest of answers.keys()) {
    if (answers.size < KEPT_ANSWERS) break;
    answers.delete(oldest);
  }
  answers.set(asked, made);
  return made;
}
