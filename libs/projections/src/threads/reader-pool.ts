import { Worker } from 'node:worker_threads';
import type { Answered } from '../engine/reader.js';
import type { QueryArguments, QueryName } from '../queries.js';
import { CalledThread, ThreadCrashed } from './called-thread.js';
import type { ReaderThreadData } from './reader-thread.js';

/** How many threads answer: a long answer then does not hold up the short ones. */
const THREADS = 2;

/** Answers queries in threads of their own. */
export class ReaderPool {
  private readonly threads: readonly CalledThread[];

  constructor(workerData: ReaderThreadData) {
    const start = () =>
      new Worker(new URL('./reader-thread.js', import.meta.url), { workerData, name: 'reader' });
    this.threads = Array.from({ length: THREADS }, () => new CalledThread(start));
  }

  async ask<N extends QueryName>(
    name: N,
    authority: string,
    ...parameters: QueryArguments<N>
  ): Promise<Answered<N> | undefined> {
    const asked = [name, authority, ...parameters];
    try {
      return await this.leastBusy().call('ask', asked);
    } catch (error) {
      // Nothing was changed by the question, so it can be asked again, once.
      if (error instanceof ThreadCrashed) return this.leastBusy().call('ask', asked);
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private leastBusy(): CalledThread {
    return this.threads.reduce((least, one) => (one.busy < least.busy ? one : least));
  }
}
