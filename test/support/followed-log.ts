import { EventEmitter, once } from 'node:events';
import type { EventStore, StoredEvent } from '@registre/event-store';
import { afterwards } from './afterwards.js';

/** An authority's log as somebody sees it who follows it from outside, before it exists and through every crash. */
export class FollowedLog {
  readonly events: StoredEvent[] = [];
  private readonly grown = new EventEmitter().setMaxListeners(0);

  constructor(store: EventStore, authority: string) {
    const over = new AbortController();
    const following = this.follow(store.subscribe(authority, { signal: over.signal }));
    afterwards(async () => {
      over.abort();
      await following;
      await store.close();
    });
  }

  /** Resolves once it holds that many events. */
  async reaches(count: number): Promise<void> {
    while (this.events.length < count) await once(this.grown, 'grown');
  }

  private async follow(batches: AsyncIterable<readonly StoredEvent[]>): Promise<void> {
    for await (const batch of batches) {
      this.events.push(...batch);
      this.grown.emit('grown');
    }
  }
}
