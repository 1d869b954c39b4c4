import 'reflect-metadata';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FolderFileStore } from '@registre/documents';
import { EmbeddedEventStore } from '@registre/event-store';
import { generateRegister } from './generate-register.js';

const SAMPLES = new URL('../../../deliberation/catalogue/golden/', import.meta.url);
const dataDir = mkdtempSync(join(tmpdir(), 'registre-generate-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

describe('a hundred and fifty generated séances', () => {
  it('hold every type of event that the domain has', async () => {
    const store = EmbeddedEventStore.open({ dataDir });
    const request = { authority: 'essai', seed: 'a', sessions: 150, from: 2014 };
    await generateRegister(store, new FolderFileStore({ dataDir }), request);
    const seen = new Set<string>();
    for await (const events of store.readLog('essai')) for (const { type } of events) seen.add(type);
    await store.close();
    const known = new Set(readdirSync(SAMPLES).map((name) => name.replace(/\..*/, '')));
    expect([...known].filter((type) => !seen.has(type))).toEqual([]);
  }, 300_000);
});
