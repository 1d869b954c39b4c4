import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '@registre/event-store';
import { Generations } from './engine/generations.js';
import { ReadFile } from './engine/read-file.js';
import type { ReadModel } from './engine/read-model.js';
import type { Row } from './engine/read-snapshot.js';
import { readFolder, Reader } from './engine/reader.js';
import { AUTHORITY, type History } from './history.js';
import { READ_MODELS, VERSIONS } from './models.js';
import type { QueryAnswer, QueryArguments, QueryName } from './queries.js';

/** A folder that is removed when the use is over. */
export async function inFolder<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'registre-read-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks what a history gives, projected by the read models as they are. */
export type Ask = <N extends QueryName>(name: N, ...parameters: QueryArguments<N>) => QueryAnswer<N>;

/** Projects the history, then lets `use` ask. */
export const asking = <T>(history: History, use: (ask: Ask) => T): Promise<T> =>
  inFolder((readDir) => {
    const generations = new Generations(readFolder(readDir, AUTHORITY));
    mkdirSync(generations.directory, { recursive: true });
    const path = generations.next();
    project(path, history.events);
    generations.switchTo(path);
    const reader = new Reader(readDir, VERSIONS);
    try {
      return use((name, ...parameters) => {
        const answered = reader.ask(name, AUTHORITY, ...parameters);
        if (answered === undefined) throw new Error('nothing was built');
        return answered.answer;
      });
    } finally {
      reader.close();
    }
  });

/** A finished read file of these events, taken in batches of these sizes (the last size again and again). */
export function project(
  path: string,
  events: readonly StoredEvent[],
  sizes: readonly number[] = [1_000],
  models: readonly ReadModel[] = READ_MODELS,
): void {
  const file = ReadFile.create(path, models, 'careful');
  for (let first = 0, batch = 0; first < events.length; batch++) {
    const size = sizes[Math.min(batch, sizes.length - 1)] ?? 1;
    file.apply(events.slice(first, first + size), first);
    first += size;
  }
  file.settle();
  file.close();
}

/** All rows of all tables of a read file, by table. */
export function dump(path: string): { readonly [table: string]: readonly Row[] } {
  const database = new DatabaseSync(path, { readOnly: true });
  // A table's name cannot be a parameter; these come from the schema itself.
  const rows = (table: string): readonly Row[] => database.prepare(`SELECT * FROM "${table}"`).all();
  try {
    const tables = database
      // How an index of words is cut into segments depends on the batches; what it finds does not.
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name`,
      )
      .all();
    return Object.fromEntries(tables.map(({ name }) => [name as string, sorted(rows(name as string))]));
  } finally {
    database.close();
  }
}

/** In an order that does not depend on how the rows came in; plain objects, as tests compare them. */
const sorted = (rows: readonly Row[]): readonly Row[] =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .map((text) => JSON.parse(text) as Row);
