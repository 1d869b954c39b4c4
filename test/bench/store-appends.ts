import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, sessionStream, type EventStore, type EventToAppend } from '@registre/event-store';
import { newId, newSalt } from '@registre/platform';
import type { Figure } from './figure.js';

const SECONDS = 3;

/** Appends to the embedded store, one after the other and by 64 writers, beside one fsync'd insert after the other. */
export async function storeAppends(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const store = openEventStore({ kind: 'embedded', dataDir });
  const floor = rawInserts();
  const one = await appends(store, 1);
  const many = await appends(store, 64);
  await store.close();
  return [
    { name: 'append to the embedded store, one writer', measured: one, floor, unit: '/s', reach: null },
    { name: 'append to the embedded store, 64 writers', measured: many, floor, unit: '/s', reach: null },
  ];
}

function rawInserts(): number {
  const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'bench-raw-')), 'raw.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (event TEXT)');
  const insert = database.prepare('INSERT INTO raw (event) VALUES (?)');
  const text = JSON.stringify(event());
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < SECONDS * 1000) {
    insert.run(text);
    count += 1;
  }
  return (count * 1000) / (performance.now() - started);
}

async function appends(store: EventStore, writers: number): Promise<number> {
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = sessionStream('bench', newId());
      let count = 0;
      while (performance.now() - started < SECONDS * 1000) {
        await store.append(stream, count === 0 ? 'no-stream' : count - 1, [event()]);
        count += 1;
      }
      return count;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - started);
}

const event = (): EventToAppend => ({
  id: newId(),
  type: 'MemberPresent',
  data: { member: 'une-elue', mode: 'in-person' },
  metadata: {
    version: 1,
    authority: 'bench',
    actor: 'bench',
    occurredAt: { date: '2024-03-21', time: '20:00', zone: 'Europe/Paris' },
    recordedAt: new Date().toISOString(),
    $correlationId: newId(),
    $causationId: newId(),
    salt: newSalt(),
  },
});
