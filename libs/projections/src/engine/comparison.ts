import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** A table of two files, compared. */
export interface TableComparison {
  readonly table: string;
  /** Rows of the file that is read. */
  readonly rows: number;
  /** What its rows are, whatever their order: the same text for the same rows, in hexadecimal. */
  readonly hash: string;
  /** The first rows that differ; none: the tables are the same. */
  readonly differences: readonly RowDifference[];
}

/** A row that is not in both files as it should be. */
export interface RowDifference {
  /** The columns by which it is known, and their values. */
  readonly key: { readonly [column: string]: SQLOutputValue };
  /** `missing`: only what was built anew has it; `left over`: only the file that is read. */
  readonly kind: 'missing' | 'left over' | 'different';
  /** The columns that differ. */
  readonly columns: readonly string[];
}

/** How many rows are named, of each table. */
const NAMED = 10;

/** What is read of a file: a table, or the words of an index. */
interface Source {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns that tell one row from another; all of them where the table has no key. */
  readonly key: readonly string[];
}

/**
 * Compares the tables of a read file with those of another that was built from the same events, row by row, within
 * bounded memory.
 *
 * @param live the file that is read
 * @param anew the one that was built beside it
 * @param onTable told before each table
 */
export function compareFiles(
  live: DatabaseSync,
  anew: DatabaseSync,
  onTable: (table: string) => void = () => undefined,
): readonly TableComparison[] {
  for (const database of [live, anew]) showWords(database);
  const sources = new Map([...sourcesOf(anew), ...sourcesOf(live)].map((source) => [source.name, source]));
  return [...sources.values()].map((source) => {
    onTable(source.name);
    const absent = [live, anew].find((database) => !has(database, source));
    if (absent !== undefined) return withoutTable(source, absent === live ? 'missing' : 'left over');
    const [here, there] = [sumOf(live, source), sumOf(anew, source)];
    const same = here.rows === there.rows && here.hash === there.hash;
    const differences = same ? [] : differencesOf(live, anew, source);
    return { table: source.name, rows: here.rows, hash: here.hash, differences };
  });
}

const has = (database: DatabaseSync, { name, columns }: Source): boolean =>
  sourcesOf(database).some((source) => source.name === name && isDeepStrictEqual(source.columns, columns));

const withoutTable = ({ name }: Source, kind: RowDifference['kind']): TableComparison => ({
  table: name,
  rows: 0,
  hash: '',
  differences: [{ key: {}, kind, columns: [] }],
});

const WORDS = 'search_words';

// An index of words keeps no text: what it finds is compared, word by word, not how it is cut into segments.
const showWords = (database: DatabaseSync): void =>
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${WORDS} USING fts5vocab(main, search_index, instance)`,
  );

function sourcesOf(database: DatabaseSync): readonly Source[] {
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'search_index%' ORDER BY name`,
    )
    .all();
  const words = {
    name: WORDS,
    columns: ['term', 'doc', 'col', 'offset'],
    key: ['term', 'doc', 'col', 'offset'],
  };
  return [...tables.map(({ name }) => sourceOf(database, name as string)), words];
}

function sourceOf(database: DatabaseSync, name: string): Source {
  const columns = database.prepare('SELECT name, pk FROM pragma_table_info(?)').all(name);
  const all = columns.map((column) => column.name as string);
  const key = columns.filter(({ pk }) => pk !== 0).map((column) => column.name as string);
  return { name, columns: all, key: key.length > 0 ? key : all };
}

// Names cannot be parameters; these come from the schema itself.
const quoted = (name: string): string => `"${name}"`;
const selected = ({ name, columns }: Source): string =>
  `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`;

type Values = readonly SQLOutputValue[];

function rowsOf(database: DatabaseSync, sql: string): Iterable<Values> {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement.iterate() as unknown as Iterable<Values>;
}

/** The sum of the rows' hashes, in four words of 32 bits: it does not depend on their order, and counts doubles. */
function sumOf(database: DatabaseSync, source: Source): { readonly rows: number; readonly hash: string } {
  const sum = new Uint32Array(4);
  let rows = 0;
  for (const values of rowsOf(database, selected(source))) {
    const digest = hash('sha256', JSON.stringify(values), 'buffer');
    for (let word = 0; word < 4; word++) sum[word] = (sum[word] ?? 0) + digest.readUInt32BE(4 * word);
    rows += 1;
  }
  return { rows, hash: Buffer.from(sum.buffer).toString('hex') };
}

/** Both tables in the order of their keys, side by side. */
function differencesOf(live: DatabaseSync, anew: DatabaseSync, source: Source): readonly RowDifference[] {
  const order = ` ORDER BY ${source.key.map(quoted).join(', ')}`;
  const here = rowsOf(live, selected(source) + order)[Symbol.iterator]();
  const there = rowsOf(anew, selected(source) + order)[Symbol.iterator]();
  const found: RowDifference[] = [];
  let [one, other] = [here.next(), there.next()];
  while (found.length < NAMED && !(one.done === true && other.done === true)) {
    const side =
      one.done === true ? 1 : other.done === true ? -1 : compareKeys(source, one.value, other.value);
    if (side < 0) found.push(differenceOf(source, one.value as Values, 'left over'));
    else if (side > 0) found.push(differenceOf(source, other.value as Values, 'missing'));
    else found.push(...changed(source, one.value as Values, other.value as Values));
    if (side <= 0) one = here.next();
    if (side >= 0) other = there.next();
  }
  here.return?.();
  there.return?.();
  return found;
}

function changed(source: Source, one: Values, other: Values): readonly RowDifference[] {
  const columns = source.columns.filter((_column, place) => one[place] !== other[place]);
  return columns.length === 0 ? [] : [{ ...differenceOf(source, one, 'different'), columns }];
}

function differenceOf(source: Source, values: Values, kind: RowDifference['kind']): RowDifference {
  const known = source.key.map((column) => [column, values[source.columns.indexOf(column)] ?? null]);
  return { key: Object.fromEntries(known) as RowDifference['key'], kind, columns: [] };
}

function compareKeys({ columns, key }: Source, one: Values, other: Values): number {
  for (const column of key) {
    const place = columns.indexOf(column);
    const order = compareValues(one[place] ?? null, other[place] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** As SQLite orders them: null, numbers, texts by their bytes. */
function compareValues(one: SQLOutputValue, other: SQLOutputValue): number {
  if (one === other) return 0;
  const rank = (value: SQLOutputValue) => (value === null ? 0 : typeof value === 'number' ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}
