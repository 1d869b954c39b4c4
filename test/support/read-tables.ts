import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreUnderTest } from './each-store.js';
import { runCli } from './run-cli.js';

type Tables = Readonly<Record<string, readonly string[]>>;

/** Every row of the read file that a data folder uses for an authority. */
export function readTables(store: StoreUnderTest, dataDir: string, authority: string): Tables {
  const folder = join(store.readDir(dataDir), authority, 'read');
  const file = new DatabaseSync(join(folder, readFileSync(join(folder, 'current'), 'utf8')), {
    readOnly: true,
  });
  try {
    // How an index of words is cut into segments depends on the commits; what it finds does not.
    const names = file
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name`,
      )
      .all();
    return Object.fromEntries(
      names.map(({ name }) => {
        const rows = file.prepare(`SELECT * FROM "${String(name)}"`).all();
        return [name, rows.map((row) => JSON.stringify(row)).toSorted()];
      }),
    );
  } finally {
    file.close();
  }
}

/** Builds the read models anew from the log. @returns what they hold then */
export async function rebuiltTables(
  store: StoreUnderTest,
  dataDir: string,
  authority: string,
): Promise<Tables> {
  const { code, stderr } = await runCli(['replay', '--authority', authority, '--data', dataDir], store.env);
  if (code !== 0) throw new Error(stderr);
  return readTables(store, dataDir, authority);
}
