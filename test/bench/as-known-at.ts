import { openEventStore } from '@registre/event-store';
import { Past, ReadModels } from '@registre/projections';
import { Chance } from '../support/chance.js';
import { atMost, type Figure } from './figure.js';
import { AUTHORITY, generatedLog, type Length } from './generated.js';

const ASKED = 300;
const WARM_UP = 100;

/** An affair as it was known at an earlier point: what a log a hundred times as long changes of it. */
export async function asKnownAt(): Promise<readonly Figure[]> {
  const [short, long] = [await median('10k'), await median('1M')];
  return [
    {
      name: 'an affair as known at a date, log of 1 M against 10 k (median)',
      measured: long,
      floor: short,
      unit: 'ms',
      reach: atMost(1.5),
    },
  ];
}

async function median(length: Length): Promise<number> {
  const { data, events } = await generatedLog(length);
  const config = { kind: 'embedded', dataDir: data } as const;
  const readModels = await ReadModels.open({ store: config, readDir: data, threads: false });
  const store = openEventStore(config, { thread: false });
  const past = new Past(store, readModels);
  const chance = new Chance(7);
  const affairs = await someAffairs(readModels);
  const times: number[] = [];
  for (let asked = 0; asked < WARM_UP + ASKED; asked++) {
    const affair = affairs[chance.between(0, affairs.length - 1)] ?? '';
    const ordinal = chance.between(Math.floor(events / 2), events - 1);
    const started = performance.now();
    await past.affair(AUTHORITY, affair, ordinal);
    if (asked >= WARM_UP) times.push(performance.now() - started);
  }
  await readModels.close();
  await store.close();
  return times.toSorted((a, b) => a - b)[Math.floor(ASKED / 2)] ?? 0;
}

/** Of the first half of the register. */
async function someAffairs(readModels: ReadModels): Promise<readonly string[]> {
  const page = await readModels.register(AUTHORITY, { limit: 200 });
  return (page?.items ?? []).map(({ affair }) => affair);
}
