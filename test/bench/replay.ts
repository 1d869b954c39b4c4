import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.js';

const REPLAY = fileURLToPath(new URL('../../../libs/projections/dist/replay.bench.js', import.meta.url));

interface Measured {
  readonly events: number;
  readonly floor: { readonly wall: number };
  readonly replay: { readonly wall: number };
  readonly maxRssMegabytes: number;
}

/** Replay of a log into all read models beside reading and parsing it, and how its memory grows with its length. */
export async function replayFigures(): Promise<Figure[]> {
  const short = await replayed(100_000);
  const long = await replayed(1_000_000);
  const reach = '≥ 0.25';
  return [
    {
      name: 'replay of 1 M events into all read models',
      measured: long.replay.wall,
      floor: long.floor.wall,
      unit: 'events/s',
      reach,
    },
    {
      name: 'memory of a replay, 1 M against 100 k events',
      measured: long.maxRssMegabytes,
      floor: short.maxRssMegabytes,
      unit: 'MB',
      reach: '≤ 1.3',
    },
  ];
}

async function replayed(events: number): Promise<Measured> {
  const args = ['--disable-warning=ExperimentalWarning', REPLAY, String(events)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Measured;
}
