import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';

type Wake = (value?: unknown) => void;

/**
 * Which logs have grown, for those who wait for it. Every store of the process that is open on the same data folder
 * hears of an append at once, in whichever thread it runs. Other processes cannot tell: as long as somebody waits,
 * it is looked from time to time.
 */
export class Growth {
  private readonly counts = new Map<string, number>();
  private readonly waiting = new Map<string, Set<Wake>>();
  private readonly peers: BroadcastChannel;
  private looking: NodeJS.Timeout | undefined;
  private closed = false;

  /**
   * @param look tells to which of these authorities' logs somebody else may have appended since it was asked last
   * @param every the pause between two looks, in milliseconds
   */
  constructor(
    dataDir: string,
    private readonly look: (authorities: readonly string[]) => Promise<readonly string[]>,
    private readonly every: number,
  ) {
    this.peers = new BroadcastChannel(`registre:log:${resolve(dataDir)}`);
    this.peers.onmessage = (message: unknown) => this.notice((message as { data: string }).data);
    this.peers.unref();
  }

  /** How often the log was seen to grow: to be asked before reading, and given to `after`. */
  seen(authority: string): number {
    return this.counts.get(authority) ?? 0;
  }

  /** Over when the log has grown since it was `seen` so often, or the signal is aborted. */
  async after(authority: string, seen: number, signal: AbortSignal): Promise<void> {
    if (this.seen(authority) !== seen || signal.aborted) return;
    const { promise, resolve: wake } = Promise.withResolvers<unknown>();
    const waiting = this.waiting.get(authority) ?? new Set();
    this.waiting.set(authority, waiting.add(wake));
    signal.addEventListener('abort', wake);
    this.lookLater();
    await promise;
    signal.removeEventListener('abort', wake);
    waiting.delete(wake);
    if (waiting.size === 0) this.waiting.delete(authority);
  }

  /** Tells those who wait, here and in the other stores of the process. */
  announce(authority: string): void {
    this.notice(authority);
    if (!this.closed) this.peers.postMessage(authority);
  }

  /** Sends everyone home. */
  close(): void {
    this.closed = true;
    clearTimeout(this.looking);
    for (const authority of this.waiting.keys()) this.notice(authority);
    this.peers.close();
  }

  private notice(authority: string): void {
    this.counts.set(authority, this.seen(authority) + 1);
    for (const wake of this.waiting.get(authority) ?? []) wake();
  }

  private lookLater(): void {
    this.looking ??= setTimeout(() => {
      void this.lookNow().finally(() => {
        this.looking = undefined;
        if (this.waiting.size > 0) this.lookLater();
      });
    }, this.every);
  }

  // A look that fails is tried again with the next; a reading tells the caller what is wrong.
  private async lookNow(): Promise<void> {
    try {
      for (const authority of await this.look([...this.waiting.keys()])) this.notice(authority);
    } catch {
      return;
    }
  }
}
