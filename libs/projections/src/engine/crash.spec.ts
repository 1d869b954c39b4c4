import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openEventStore } from '@registre/event-store';
import { AUTHORITY, History } from '../history.js';
import { READ_MODELS } from '../models.js';
import { dump, inFolder } from '../projected.fixture.js';
import { Generations } from './generations.js';
import { ProjectionsHere } from './projections.js';
import { readFolder } from './reader.js';

const PROCESS = fileURLToPath(new URL('./crash.fixture.js', import.meta.url));
const SESSIONS = 15;
const ATTENDANCES = 800;
const KILLS = 5;

/** Projects in a process of its own, and kills it soon after its first transaction. @returns how far it said to be */
async function killedSoon(dataDir: string): Promise<number> {
  const child = spawn(process.execPath, [PROCESS, dataDir, AUTHORITY], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    if (said === -1) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
    said = Number(line);
  }
  return said;
}

describe('a process killed while it projects', () => {
  it(
    'five times, has lost nothing that it said, doubled nothing, and goes on to the same tables',
    () =>
      inFolder(async (dataDir) => {
        const store = openEventStore({ kind: 'embedded', dataDir }, { thread: false });
        const generations = new Generations(readFolder(dataDir, AUTHORITY));
        const head = () => Number(dump(generations.current() ?? '').log_index?.length) - 1;
        // The file is there before the log is: so it is written in place, and not built beside.
        await new History().constituted().appendTo(store);
        const projections = new ProjectionsHere(store, dataDir, READ_MODELS, () => undefined);
        await projections.catchUp(AUTHORITY);
        const history = new History().constituted();
        const from = history.events.length;
        for (let number = 0; number < SESSIONS; number++) {
          const session = `s${number}`;
          history.convened(session).opened(session);
          for (let count = 0; count < ATTENDANCES; count++) {
            history.add('session', session, 'MemberAbsent', { member: `m${count % 20}` });
          }
        }
        await history.appendTo(store, from);
        for (let kill = 0; kill < KILLS; kill++) {
          const said = await killedSoon(dataDir);
          expect(said).toBeLessThan(history.events.length - 1);
          expect(head()).toBeGreaterThanOrEqual(said);
        }
        await projections.catchUp(AUTHORITY);
        const survived = dump(generations.current() ?? '');
        expect(survived.log_index).toHaveLength(history.events.length);
        await projections.rebuild(AUTHORITY, () => undefined);
        expect(dump(generations.current() ?? '')).toEqual(survived);
        await projections.close();
      }),
    240_000,
  );
});
