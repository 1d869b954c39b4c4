import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ReadModels } from '@registre/projections';
import { DueWorker } from './due-work.js';

/** How long until a store that was away at the start is asked again, in milliseconds. */
const ASK_AGAIN = 2_000;
/** How often an authority's to-do list is looked at while its log grows, in milliseconds. */
const LOOK_EVERY = 50;

/** Follows every authority's log and does what becomes due. */
@Injectable()
export class Follower implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Follower.name);
  private readonly over = new AbortController();
  private readonly awaited = new Set<string>();
  private unfollow: () => void = () => undefined;

  constructor(
    private readonly readModels: ReadModels,
    private readonly worker: DueWorker,
  ) {}

  /** Waits for nothing: a server answers while long logs are still being read, and while the store is away. */
  onApplicationBootstrap(): void {
    this.unfollow = this.readModels.onAdvance((authority) => this.workSoon(authority));
    void this.workOnWhatWasLeft();
  }

  onApplicationShutdown(): void {
    this.over.abort();
    this.unfollow();
  }

  // What a command leaves to a process is seldom anything, and never urgent: one look for many events.
  private workSoon(authority: string): void {
    if (this.awaited.has(authority)) return;
    this.awaited.add(authority);
    setTimeout(() => {
      this.awaited.delete(authority);
      void this.work(authority);
    }, LOOK_EVERY).unref();
  }

  private async workOnWhatWasLeft(): Promise<void> {
    for (const key of await this.authorities()) {
      if (this.over.signal.aborted) return;
      await this.readModels.follow(key).catch(() => undefined);
      await this.work(key);
    }
  }

  private async authorities(): Promise<readonly string[]> {
    while (!this.over.signal.aborted) {
      try {
        return (await this.readModels.authorities()).map(({ key }) => key);
      } catch {
        await pause(ASK_AGAIN, undefined, { signal: this.over.signal, ref: false }).catch(() => undefined);
      }
    }
    return [];
  }

  private async work(authority: string): Promise<void> {
    if (this.over.signal.aborted) return;
    try {
      await this.worker.run(authority);
    } catch (error) {
      if (!this.over.signal.aborted) this.logger.warn(`${authority}: ${(error as Error).message}`);
    }
  }
}
