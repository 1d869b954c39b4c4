import { afterAll, beforeAll } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventStoreProperties } from '../contract.properties.js';
import { EmbeddedEventStore } from './embedded-event-store.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registre-embedded-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

describeEventStoreProperties('the embedded store', async () => EmbeddedEventStore.open({ dataDir }), {
  runs: 1_000,
});
