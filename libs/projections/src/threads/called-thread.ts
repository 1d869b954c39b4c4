import type { Worker } from 'node:worker_threads';
import { messageOf } from '../engine/message-of.js';
import type { Call, Reply } from './messages.js';
import { receivedError } from './received-error.js';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: never) => void;
}

/** The thread that should have answered has ended. */
export class ThreadCrashed extends Error {
  constructor(cause: string) {
    super(`the thread that was asked has ended: ${cause}`);
    this.name = 'ThreadCrashed';
  }
}

export interface ThreadListener {
  /** What the thread says unasked. */
  readonly noticed?: (notice: never) => void;
  /** It ended by itself; the next call starts another one. */
  readonly crashed?: (cause: string) => void;
}

/** A thread whose methods are called from this one. Started by the first call, and again by the next after a crash. */
export class CalledThread {
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private worker: Worker | undefined;
  private closed = false;

  constructor(
    private readonly start: () => Worker,
    private readonly listener: ThreadListener = {},
  ) {}

  /** How many calls wait for an answer. */
  get busy(): number {
    return this.waiting.size;
  }

  /** @throws ThreadCrashed; what the method throws */
  call<T, P = never>(
    method: string,
    parameters: readonly unknown[],
    onProgress: (progress: P) => void = () => undefined,
  ): Promise<T> {
    if (this.closed) return Promise.reject(new ThreadCrashed('closed'));
    const worker = (this.worker ??= this.started());
    return new Promise<T>((resolve, reject) => {
      const number = this.next++;
      this.waiting.set(number, { resolve, reject, onProgress });
      worker.postMessage({ number, method, parameters } satisfies Call);
    });
  }

  /** Calls `close` in the thread, which then ends. */
  async close(): Promise<void> {
    const { worker } = this;
    const closing = worker === undefined ? undefined : this.call('close', []);
    this.closed = true;
    await closing?.catch(() => undefined);
    await worker?.terminate();
  }

  private started(): Worker {
    const worker = this.start();
    let cause = 'exit';
    worker.on('message', (reply: Reply) => this.received(reply));
    worker.on('error', (error: unknown) => (cause = messageOf(error)));
    worker.on('exit', (code) => this.ended(worker, `${cause} (${code})`));
    return worker;
  }

  private received(reply: Reply): void {
    if ('notice' in reply) return this.listener.noticed?.(reply.notice as never);
    const waiting = this.waiting.get(reply.number);
    if (waiting === undefined) return;
    if ('progress' in reply) return waiting.onProgress(reply.progress as never);
    this.waiting.delete(reply.number);
    if ('error' in reply) waiting.reject(receivedError(reply.error));
    else waiting.resolve(reply.answer as never);
  }

  private ended(worker: Worker, cause: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of left) reject(new ThreadCrashed(cause));
    if (!this.closed) this.listener.crashed?.(cause);
  }
}
