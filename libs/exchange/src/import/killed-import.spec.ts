import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FolderFileStore } from '@registre/documents';
import { openEventStore } from '@registre/event-store';
import { SystemClock } from '@registre/platform';
import { bytesOf, smallRecord } from '../session-record/record.fixture.js';
import { importRecord } from './import-record.js';
import { NoOtherSessions } from './no-other-sessions.fixture.js';
import { withCommandsOn } from './scratch-commands.js';

const PROCESS = join(import.meta.dirname, 'importing-process.fixture.js');

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registre-killed-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Imports in a process of its own, which is killed after that step. Returns the signal that ended it. */
async function killedAt(step: number): Promise<string | null> {
  const child = spawn(process.execPath, [PROCESS, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) === step) child.kill('SIGKILL');
  }
  return (await exit)[1];
}

/** Imports here, then tells the log: id and type of each event. */
async function imported(): Promise<readonly string[]> {
  const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
  const stores = {
    store,
    files: new FolderFileStore({ dataDir }),
    clock: new SystemClock(),
    otherSessions: new NoOtherSessions(),
  };
  const request = {
    bytes: bytesOf(smallRecord()),
    folder: null,
    context: { actor: 'greffe', correlationId: 'essai' },
    asProclaimed: false,
  };
  try {
    await withCommandsOn(stores, (commands) => importRecord({ ...stores, commands }, request));
    const told: string[] = [];
    for await (const batch of store.readLog('essai'))
      told.push(...batch.map(({ id, type }) => `${id} ${type}`));
    return told;
  } finally {
    await store.close();
  }
}

describe('an import that is killed', () => {
  it('is completed by importing again, and nothing is there twice', async () => {
    expect(await killedAt(12)).toBe('SIGKILL');
    const log = await imported();
    expect(log.filter((one) => one.endsWith('SessionConvened'))).toHaveLength(1);
    expect(log.filter((one) => one.endsWith('AffairDecided'))).toHaveLength(2);
    expect(log.at(-1)).toMatch(/RecordImported$/);
    expect(new Set(log).size).toBe(log.length);
    expect(await imported()).toEqual(log);
  });
});
