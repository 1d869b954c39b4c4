import { Worker } from 'node:worker_threads';
import type { Progress } from '../engine/authority-projection.js';
import type { OnAdvance, ProjectionState, Projections } from '../engine/projections.js';
import { CalledThread } from './called-thread.js';
import type { Advanced, ProjectionThreadData } from './projection-thread.js';

/** The pauses before a crashed thread is started again, in milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** Starts a thread with that data. */
export type StartThread = (data: ProjectionThreadData) => Worker;

const startThread: StartThread = (workerData) =>
  new Worker(new URL('./projection-thread.js', import.meta.url), { workerData, name: 'projections' });

/** Projects in a thread of its own. When it crashes, another one goes on from the checkpoints in the files. */
export class ProjectionsInThread implements Projections {
  private readonly thread: CalledThread;
  private readonly followed = new Set<string>();
  private crashes: ProjectionState['crashes'] = { count: 0, last: null };
  private pause = FIRST_PAUSE;
  private restart: NodeJS.Timeout | undefined;

  constructor(data: ProjectionThreadData, onAdvance: OnAdvance, start: StartThread = startThread) {
    this.thread = new CalledThread(() => start(data), {
      noticed: ({ authority, advance }: Advanced) => {
        this.pause = FIRST_PAUSE;
        onAdvance(authority, advance);
      },
      crashed: (cause) => this.crashed(cause),
    });
  }

  authorities(): Promise<readonly string[]> {
    return this.thread.call('authorities', []);
  }

  catchUp(authority: string): Promise<boolean> {
    return this.thread.call('catchUp', [authority]);
  }

  async follow(authority: string): Promise<boolean> {
    const exists = await this.thread.call<boolean>('follow', [authority]);
    if (exists) this.followed.add(authority);
    return exists;
  }

  leave(authority: string): Promise<void> {
    this.followed.delete(authority);
    return this.thread.call('leave', [authority]);
  }

  rebuild(authority: string, onProgress: (progress: Progress) => void): Promise<boolean> {
    return this.thread.call('rebuild', [authority], onProgress);
  }

  async state(authority: string): Promise<ProjectionState> {
    const state = await this.thread.call<ProjectionState>('state', [authority]);
    return { ...state, crashes: this.crashes };
  }

  close(): Promise<void> {
    clearTimeout(this.restart);
    return this.thread.close();
  }

  private crashed(cause: string): void {
    this.crashes = { count: this.crashes.count + 1, last: cause };
    this.restart = setTimeout(() => void this.followAgain(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  // If it crashes again meanwhile, `crashed` is called again.
  private async followAgain(): Promise<void> {
    await Promise.allSettled([...this.followed].map((authority) => this.thread.call('follow', [authority])));
  }
}
