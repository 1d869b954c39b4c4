import { readFileSync, statfsSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type as systemName } from 'node:os';
import { DatabaseSync } from 'node:sqlite';

/** What a figure was measured on, as lines of text. */
export function machineLines(): readonly string[] {
  const [processor] = cpus();
  const { bavail, bsize } = statfsSync(tmpdir());
  const database = new DatabaseSync(':memory:');
  const sqlite = database.prepare('SELECT sqlite_version() AS version').get()?.version as string;
  database.close();
  const [one, five] = loadavg();
  return [
    `${cpus().length} × ${processor?.model.trim() ?? 'processor unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${systemName()} ${release()}, ${fileSystem()} on ${tmpdir()}, ${Math.round((bavail * bsize) / 2 ** 30)} GiB free`,
    `Node ${process.version}, SQLite ${sqlite}`,
    `load before the run: ${(one ?? 0).toFixed(2)} over a minute, ${(five ?? 0).toFixed(2)} over five`,
  ];
}

function fileSystem(): string {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    const fields = mounts
      .map((line) => line.split(' '))
      .filter(([, place = '-']) => `${tmpdir()}/`.startsWith(place));
    const [nearest] = fields.toSorted(([, a = ''], [, b = '']) => b.length - a.length);
    return nearest?.[2] ?? 'file system unknown';
  } catch {
    return 'file system unknown';
  }
}
