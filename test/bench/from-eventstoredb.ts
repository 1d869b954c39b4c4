import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, streamNameFilter, START } from '@eventstore/db-client';
import { copyLog, openEventStore, type EventStore } from '@registre/event-store';
import { ReadModels } from '@registre/projections';
import { atLeast, type Figure } from './figure.js';
import { AUTHORITY, generatedLog } from './generated.js';

/**
 * The log as the store gives it, and its replay into all read models, beside what the server's own client reads and does
 * nothing with; without `EVENTSTOREDB_URL` none.
 */
export async function fromEventStoreDb(): Promise<readonly Figure[]> {
  const connectionString = process.env.EVENTSTOREDB_URL;
  if (connectionString === undefined) return [];
  const { data, events } = await generatedLog('100k');
  const source = openEventStore({ kind: 'embedded', dataDir: data });
  const target = openEventStore({ kind: 'eventstoredb', connectionString });
  await copyLog(source, target, AUTHORITY);
  const floor = await rate(events, () => bareRead(connectionString, events));
  const read = await rate(events, () => readThrough(target));
  await Promise.all([source.close(), target.close()]);
  const readModels = await ReadModels.open({
    store: { kind: 'eventstoredb', connectionString },
    readDir: mkdtempSync(join(tmpdir(), 'bench-esdb-')),
    threads: false,
  });
  const measured = await rate(events, () => readModels.rebuild(AUTHORITY));
  await readModels.close();
  const beside = { floor, unit: 'events/s', reach: atLeast(0.8) };
  return [
    { name: 'log read from EventStoreDB, beside the client’s own bare read', measured: read, ...beside },
    { name: 'replay from EventStoreDB into all read models, beside the same', measured, ...beside },
  ];
}

async function rate(events: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (events * 1_000) / (performance.now() - started);
}

async function readThrough(store: EventStore): Promise<void> {
  for await (const _ of store.readLog(AUTHORITY));
}

async function bareRead(connectionString: string, events: number): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const filter = streamNameFilter({ regex: `^[a-z]+-${AUTHORITY}_` });
  let read = 0;
  for await (const _ of client.subscribeToAll({ fromPosition: START, filter })) if (++read === events) break;
  await client.dispose();
}
