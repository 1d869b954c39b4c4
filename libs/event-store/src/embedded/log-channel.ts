import { Worker } from 'node:worker_threads';
import { LogDesk } from './log-desk.js';
import type { LogFolder } from './log-folder.js';
import type { LogAnswer, LogRequest } from './log-requests.js';
import type { LogReply, LogThreadData } from './log-thread.js';

/** The way to the logs of a data folder. */
export interface LogChannel {
  /** Asks, and waits. When what would have answered is gone, the answer is `unknown`. */
  ask(request: LogRequest): Promise<LogAnswer>;
  /** Closes the logs. To be called when every answer has come. */
  close(): Promise<void>;
}

/** Who waits for which answer. */
class WaitingCalls {
  private readonly waiting = new Map<number, (answer: LogAnswer) => void>();
  private next = 0;

  get size(): number {
    return this.waiting.size;
  }

  add(resolve: (answer: LogAnswer) => void): number {
    this.waiting.set(this.next, resolve);
    return this.next++;
  }

  answer(number: number, answer: LogAnswer): void {
    this.waiting.get(number)?.(answer);
    this.waiting.delete(number);
  }

  failAll(cause: unknown): void {
    for (const number of [...this.waiting.keys()]) {
      this.answer(number, { kind: 'unknown', message: `the log's thread ended: ${String(cause)}` });
    }
  }
}

/**
 * The logs served by a thread of their own, so that the caller's never waits for the disk. A thread that ended is
 * started again by the next request. It keeps the process alive only while somebody waits for an answer.
 */
export class LogThread implements LogChannel {
  private readonly calls = new WaitingCalls();
  private worker: Worker | undefined;

  constructor(private readonly data: LogThreadData) {}

  ask(request: LogRequest): Promise<LogAnswer> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve) => {
      const number = this.calls.add(resolve);
      worker.ref();
      worker.postMessage({ number, request });
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    await this.ask({ kind: 'close' });
    worker.ref();
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(new URL('./log-thread.js', import.meta.url), {
      workerData: this.data,
      name: 'event-log',
    });
    worker.on('message', ({ number, answer }: LogReply) => {
      this.calls.answer(number, answer);
      if (this.calls.size === 0) worker.unref();
    });
    worker.on('error', (error) => this.ended(worker, error));
    worker.on('exit', (code) => this.ended(worker, `exit code ${code}`));
    worker.unref();
    return worker;
  }

  private ended(worker: Worker, cause: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.calls.failAll(cause);
  }
}

/** The logs served by the thread that asks: for one that may wait for the disk. Groups appends as the other does. */
export class LogInSameThread implements LogChannel {
  private readonly calls = new WaitingCalls();
  private readonly desk: LogDesk;
  private turning = false;

  constructor(private readonly folder: LogFolder) {
    this.desk = new LogDesk(folder, (number, answer) => this.calls.answer(number, answer));
  }

  ask(request: LogRequest): Promise<LogAnswer> {
    return new Promise((resolve) => {
      this.desk.take({ number: this.calls.add(resolve), request });
      if (!this.turning) this.turnLater();
    });
  }

  async close(): Promise<void> {
    this.folder.close();
  }

  private turnLater(): void {
    this.turning = true;
    setImmediate(() => {
      this.turning = false;
      try {
        if (this.desk.turn()) this.turnLater();
      } catch (error) {
        this.calls.failAll(error);
      }
    });
  }
}
