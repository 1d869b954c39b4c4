import type { Advance } from './engine/authority-projection.js';

/** How a wait ended: `ask-again` when events were taken without it being said which. */
export type Waited = 'taken' | 'ask-again' | 'over';

interface Waiter {
  readonly revision: number;
  readonly wake: (waited: Waited) => void;
}

/** Those who wait until a read file has taken a revision of a stream. */
export class Waiters {
  private readonly byStream = new Map<string, Set<Waiter>>();

  /** Wakes those whom the advance concerns. */
  advanced({ streams }: Advance): void {
    if (streams === null) {
      for (const waiting of this.byStream.values()) for (const { wake } of waiting) wake('ask-again');
      return;
    }
    for (const [stream, taken] of streams) {
      for (const { revision, wake } of this.byStream.get(stream) ?? []) if (revision <= taken) wake('taken');
    }
  }

  /** Over when the stream's revision is taken, or may be, or the signal is aborted. */
  async until(stream: string, revision: number, signal: AbortSignal): Promise<Waited> {
    if (signal.aborted) return 'over';
    const { promise, resolve: wake } = Promise.withResolvers<Waited>();
    const waiter = { revision, wake };
    const timeIsOver = () => wake('over');
    const waiting = this.byStream.get(stream) ?? new Set();
    this.byStream.set(stream, waiting.add(waiter));
    signal.addEventListener('abort', timeIsOver);
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', timeIsOver);
      waiting.delete(waiter);
      if (waiting.size === 0) this.byStream.delete(stream);
    }
  }
}
