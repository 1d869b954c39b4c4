import { batchBytes } from '../batch.js';
import { StoreUnavailable } from '../port.js';
import type { LogChannel } from './log-channel.js';
import { UnreadableLog } from './log-errors.js';
import type { AppendOutcome, Failed, LogAnswer, LogPage, LogRequest, StreamAppend } from './log-requests.js';

/** What may wait for the disk at most. */
export interface QueueLimits {
  readonly maxWaitingAppends: number;
  readonly maxWaitingBytes: number;
}

/** Asks for pages and appends, as many at once as may wait, until it is closed. */
export class LogClient {
  private readonly underWay = new Set<Promise<LogAnswer>>();
  private waitingAppends = 0;
  private waitingBytes = 0;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly channel: LogChannel,
    private readonly limits: QueueLimits,
  ) {}

  get closed(): boolean {
    return this.closing !== undefined;
  }

  /** @throws StoreUnavailable the client is closed */
  async append(authority: string, append: StreamAppend): Promise<AppendOutcome> {
    const bytes = batchBytes(append.events);
    if (
      this.waitingAppends >= this.limits.maxWaitingAppends ||
      this.waitingBytes + bytes > this.limits.maxWaitingBytes
    ) {
      return { kind: 'unavailable', message: 'too many appends wait for the disk' };
    }
    this.waitingAppends += 1;
    this.waitingBytes += bytes;
    try {
      return (await this.ask({ kind: 'append', authority, append })) as AppendOutcome;
    } finally {
      this.waitingAppends -= 1;
      this.waitingBytes -= bytes;
    }
  }

  /** @throws StoreUnavailable */
  async page(request: Extract<LogRequest, { kind: 'read-log' | 'read-stream' }>): Promise<LogPage> {
    const answer = await this.ask(request);
    if (answer.kind === 'page') return answer.page;
    throw refusalOf(answer as Failed);
  }

  /** @throws StoreUnavailable */
  async authorities(
    request: Extract<LogRequest, { kind: 'authorities' | 'grown' }>,
  ): Promise<readonly string[]> {
    const answer = await this.ask(request);
    if (answer.kind === 'authorities') return answer.authorities;
    throw refusalOf(answer as Failed);
  }

  /** Waits for the answers that are under way, then frees what is held; later calls fail. */
  close(): Promise<void> {
    this.closing ??= Promise.all(this.underWay).then(() => this.channel.close());
    return this.closing;
  }

  private async ask(request: LogRequest): Promise<LogAnswer> {
    if (this.closed) throw new StoreUnavailable('the store is closed');
    const answer = this.channel.ask(request);
    this.underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.underWay.delete(answer);
    }
  }
}

/** The error for what was not done. A reading whose answer never came has done no harm. */
export function refusalOf({ kind, message }: Failed): StoreUnavailable {
  return kind === 'unreadable' ? new UnreadableLog(message) : new StoreUnavailable(message);
}
