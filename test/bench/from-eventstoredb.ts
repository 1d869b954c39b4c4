import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, streamNameFilter, START } from '@eventstore/db-client';
import { copyLog, openEventStore } from '@registre/event-store';
import { ReadModels } from '@registre/projections';
import { atLeast, type Figure } from './figure.js';
import { AUTHORITY, generatedLog } from './generated.js';

/** Replay from a real server beside what its own client reads, and nothing else; without `EVENTSTOREDB_URL` none. */
export async function fromEventStoreDb(): Promise<readonly Figure[]> {
  const connectionString = process.env.EVENTSTOREDB_URL;
  if (connectionString === undefined) return [];
  const { data, events } = await generatedLog('100k');
  const source = openEventStore({ kind: 'embedded', dataDir: data });
  const target = openEventStore({ kind: 'eventstoredb', connectionString });
  await copyLog(source, target, AUTHORITY);
  await Promise.all([source.close(), target.close()]);
  const floor = await rate(events, () => bareRead(connectionString, events));
  const readModels = await ReadModels.open({
    store: { kind: 'eventstoredb', connectionString },
    readDir: mkdtempSync(join(tmpdir(), 'bench-esdb-')),
    threads: false,
  });
  const measured = await rate(events, () => readModels.rebuild(AUTHORITY));
  await readModels.close();
  const name = 'replay from EventStoreDB, beside the client’s own bare read';
  return [{ name, measured, floor, unit: 'events/s', reach: atLeast(0.8) }];
}

async function rate(events: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (events * 1_000) / (performance.now() - started);
}

async function bareRead(connectionString: string, events: number): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const filter = streamNameFilter({ regex: `^[a-z]+-${AUTHORITY}_` });
  let read = 0;
  for await (const _ of client.subscribeToAll({ fromPosition: START, filter })) if (++read === events) break;
  await client.dispose();
}
