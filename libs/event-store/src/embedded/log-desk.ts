import { batchBytes } from '../batch.js';
import { failureOf } from './log-errors.js';
import type { LogFolder } from './log-folder.js';
import type { AppendOutcome, LogAnswer, LogRequest } from './log-requests.js';

/** A request and its number, by which the answer finds who asked. */
export interface LogCall {
  readonly number: number;
  readonly request: LogRequest;
}

type AppendCall = LogCall & { readonly request: Extract<LogRequest, { kind: 'append' }> };
type OtherCall = LogCall & { readonly request: Exclude<LogRequest, { kind: 'append' }> };

/** What one turn writes at most, so that it does not hold the others up for long. */
const GROUP_APPENDS = 1_000;
const GROUP_BYTES = 8 * 1024 * 1024;

/**
 * Where requests wait for the disk, and in what order they get it: all the appends that wait go together, one
 * transaction for each authority, then one reading, then the appends that came meanwhile. Its queues are bounded by
 * who asks.
 */
export class LogDesk {
  private appends: AppendCall[] = [];
  private readonly others: OtherCall[] = [];

  constructor(
    private readonly folder: LogFolder,
    private readonly answer: (number: number, answer: LogAnswer) => void,
  ) {}

  /** Takes a request, to be served by one of the next turns. */
  take(call: LogCall): void {
    if (isAppend(call)) this.appends.push(call);
    else this.others.push(call as OtherCall);
  }

  /** Serves the next requests. False when none is left. */
  turn(): boolean {
    for (const [authority, calls] of Map.groupBy(this.nextGroup(), ({ request }) => request.authority)) {
      const outcomes = this.folder.append(
        authority,
        calls.map(({ request }) => request.append),
      );
      calls.forEach(({ number }, index) => this.answer(number, outcomes[index] as AppendOutcome));
    }
    const other = this.others.shift();
    if (other !== undefined) this.answer(other.number, this.serve(other.request));
    return this.appends.length > 0 || this.others.length > 0;
  }

  private nextGroup(): readonly AppendCall[] {
    let bytes = 0;
    const end = this.appends.findIndex(({ request }, index) => {
      bytes += batchBytes(request.append.events);
      return index === GROUP_APPENDS || (index > 0 && bytes > GROUP_BYTES);
    });
    return this.appends.splice(0, end === -1 ? this.appends.length : end);
  }

  private serve(request: OtherCall['request']): LogAnswer {
    try {
      return this.done(request);
    } catch (error) {
      return failureOf(error);
    }
  }

  private done(request: OtherCall['request']): LogAnswer {
    switch (request.kind) {
      case 'read-log':
        return { kind: 'page', page: this.folder.readLog(request.authority, request.range) };
      case 'read-stream':
        return { kind: 'page', page: this.folder.readStream(request.authority, request.range) };
      case 'grown':
        return { kind: 'authorities', authorities: this.folder.grown(request.authorities) };
      case 'authorities':
        return { kind: 'authorities', authorities: this.folder.authorities() };
      case 'close':
        this.folder.close();
        return { kind: 'closed' };
    }
  }
}

const isAppend = (call: LogCall): call is AppendCall => call.request.kind === 'append';
