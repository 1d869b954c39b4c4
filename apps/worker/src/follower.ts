import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ReadModels } from '@registre/projections';
import { DueWorker } from './due-work.js';

/** Follows every authority's log and does what becomes due. */
@Injectable()
export class Follower implements OnApplicationBootstrap, OnApplicationShutdown {
  private unfollow: () => void = () => undefined;

  constructor(
    private readonly readModels: ReadModels,
    private readonly worker: DueWorker,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unfollow = this.readModels.onAdvance((authority) => void this.worker.run(authority));
    for (const { key } of await this.readModels.authorities()) await this.worker.run(key);
  }

  onApplicationShutdown(): void {
    this.unfollow();
  }
}
