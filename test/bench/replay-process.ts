import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReadModels } from '@registre/projections';
import { AUTHORITY } from './generated.js';

// In a process of its own, whose memory is that of the replay alone:
//     node test/dist/bench/replay-process.js FOLDER EVENTS

interface Speed {
  /** Events for each second that passed. */
  readonly wall: number;
  /** Events for each second that the processor worked for us: for a machine that others use too. */
  readonly cpu: number;
}

export interface Replayed {
  readonly events: number;
  readonly floor: Speed;
  readonly replay: Speed;
  readonly megabytes: number;
}

async function timed(events: number, work: () => unknown): Promise<Speed> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const wall = Math.round((events * 1_000) / (performance.now() - started));
  return { wall, cpu: Math.round((events * 1_000_000) / (user + system)) };
}

/** The floor: every row read and both its parts parsed. */
function readAndParse(data: string): void {
  const database = new DatabaseSync(join(data, AUTHORITY, 'log.db'), { readOnly: true });
  for (const row of database.prepare('SELECT * FROM events ORDER BY ordinal').iterate()) {
    JSON.parse(row.data as string);
    JSON.parse(row.metadata as string);
  }
  database.close();
}

/** Replays the log of the folder, and reads it without replaying. */
async function measure(data: string, events: number): Promise<Replayed> {
  const floor = await timed(events, () => readAndParse(data));
  const readDir = mkdtempSync(join(data, 'replayed-'));
  try {
    const readModels = await ReadModels.open({
      store: { kind: 'embedded', dataDir: data },
      readDir,
      threads: false,
    });
    const replay = await timed(events, () => readModels.rebuild(AUTHORITY));
    await readModels.close();
    return { events, floor, replay, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
  } finally {
    rmSync(readDir, { recursive: true });
  }
}

const [, , data = '', events = ''] = process.argv;
process.stdout.write(JSON.stringify(await measure(data, Number(events))));
