import { Worker } from 'node:worker_threads';
import { openEventStore } from '@registre/event-store';
import { AUTHORITY, History } from '../history.js';
import { inFolder } from '../projected.fixture.js';
import { ProjectionsInThread, type StartThread } from './projections-in-thread.js';

const history = () => new History().constituted();

describe('the thread that projects', () => {
  it('when it crashes, is started again, goes on from the checkpoint, and it is told', () =>
    inFolder(async (dataDir) => {
      const config = { kind: 'embedded', dataDir } as const;
      const store = openEventStore(config, { thread: false });
      await history().appendTo(store);
      const started: Worker[] = [];
      const start: StartThread = (workerData) => {
        const script = new URL('./projection-thread.js', import.meta.url);
        const worker = new Worker(script, { workerData });
        started.push(worker);
        return worker;
      };
      const ordinals: number[] = [];
      const data = { store: config, readDir: dataDir };
      const projections = new ProjectionsInThread(data, (_, { ordinal }) => ordinals.push(ordinal), start);
      await projections.follow(AUTHORITY);
      await started[0]?.terminate();
      const more = history().heldSession('s1');
      await more.appendTo(store, history().events.length);
      while (ordinals.at(-1) !== more.events.length - 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await projections.state(AUTHORITY)).toMatchObject({
        live: true,
        crashes: { count: 1, last: expect.stringContaining('exit') as string },
      });
      expect(started).toHaveLength(2);
      await projections.close();
      await store.close();
    }));

  it('fails the calls that it was answering', () =>
    inFolder(async (dataDir) => {
      const data = { store: { kind: 'embedded', dataDir }, readDir: dataDir } as const;
      const start: StartThread = () => new Worker('process.exit(3)', { eval: true });
      const projections = new ProjectionsInThread(data, () => undefined, start);
      await expect(projections.catchUp(AUTHORITY)).rejects.toThrow('the thread that was asked has ended');
      await projections.close();
    }));
});
