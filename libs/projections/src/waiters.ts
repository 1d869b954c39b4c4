import type { Advance } from './engine/read-file.js';

interface Waiter {
  readonly revision: number;
  readonly wake: () => void;
}

/** Those who wait until a read file has taken a revision of a stream. */
export class Waiters {
  private readonly byStream = new Map<string, Set<Waiter>>();

  /** Wakes those whom the advance concerns. */
  advanced({ streams }: Advance): void {
    for (const [stream, revision] of streams) {
      for (const waiter of this.byStream.get(stream) ?? []) if (waiter.revision <= revision) waiter.wake();
    }
  }

  /** Over when the stream's revision is taken, or the signal aborted. @returns whether it is taken */
  async until(stream: string, revision: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter = { revision, wake: () => resolve(true) };
    const timeIsOver = () => resolve(false);
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
