import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runCli } from '../support/run-cli.js';

/** The authority of the logs that are measured. */
export const AUTHORITY = 'valdore';

/** How many séances make about that many events. */
const SESSIONS = { '10k': 25, '100k': 250, '1M': 2_500 } as const;
export type Length = keyof typeof SESSIONS;

// A million events take minutes to write: `BENCH_DATA` names a folder where they stay for the next run.
const folder = process.env.BENCH_DATA ?? mkdtempSync(join(tmpdir(), 'bench-logs-'));

/** A folder with a generated log of about that length, written once. */
export async function generatedLog(
  length: Length,
): Promise<{ readonly data: string; readonly events: number }> {
  const data = join(folder, length);
  mkdirSync(data, { recursive: true });
  const sessions = String(SESSIONS[length]);
  if (!existsSync(join(data, AUTHORITY, 'read'))) {
    const generated = await runCli(['generate', '--sessions', sessions, '--seed', 'bench', '--data', data]);
    if (generated.code !== 0) throw new Error(generated.stderr);
    const read = await runCli(['replay', '--data', data]);
    if (read.code !== 0) throw new Error(read.stderr);
  }
  const database = new DatabaseSync(join(data, AUTHORITY, 'log.db'), { readOnly: true });
  const events = Number(database.prepare('SELECT count(*) AS events FROM events').get()?.events);
  database.close();
  return { data, events };
}
