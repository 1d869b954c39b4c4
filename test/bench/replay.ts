import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atLeast, atMost, type Figure } from './figure.js';
import { generatedLog, type Length } from './generated.js';
import type { Replayed } from './replay-process.js';

const REPLAY = fileURLToPath(new URL('./replay-process.js', import.meta.url));

/** Replay of a log into all read models beside reading and parsing it, and how its memory grows with its length. */
export async function replayFigures(): Promise<readonly Figure[]> {
  const [short, long] = [await replayed('100k'), await replayed('1M')];
  const rate = (by: 'wall' | 'cpu', told: string): Figure => ({
    name: `replay of ${million(long.events)} events into all read models${told}`,
    measured: long.replay[by],
    floor: long.floor[by],
    unit: 'events/s',
    reach: atLeast(0.25),
  });
  const memory: Figure = {
    name: `memory of a replay, ${million(long.events)} against 100 k events`,
    measured: long.megabytes,
    floor: short.megabytes,
    unit: 'MB',
    reach: atMost(1.3),
  };
  return [rate('wall', ''), rate('cpu', ', by processor time'), memory];
}

const million = (events: number): string => `${(events / 1_000_000).toFixed(2)} M`;

async function replayed(length: Length): Promise<Replayed> {
  const { data, events } = await generatedLog(length);
  const args = ['--disable-warning=ExperimentalWarning', REPLAY, data, String(events)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Replayed;
}
