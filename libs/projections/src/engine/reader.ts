import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { QUERIES, type QueryAnswer, type QueryArguments, type QueryName } from '../queries.js';
import { Generations } from './generations.js';
import { ReadSnapshot } from './read-snapshot.js';

/** How many authorities' files are kept open. */
const MAX_OPEN = 64;
const PATIENCE = 10_000;

interface OpenFile {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly snapshot: ReadSnapshot;
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
    return { answer: file.snapshot.during((snapshot) => query(snapshot, ...parameters)) };
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
      return { path, database, snapshot: new ReadSnapshot(authority, database, this.versions) };
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
