import type { Readable } from 'node:stream';
import { setImmediate as aTurn } from 'node:timers/promises';
import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  ResolvedEvent,
  StreamingRead,
} from '@eventstore/db-client';
import { NoAnswer } from './faults.js';

/** The most events given at once; also what is held ready between the server and the reader. */
export const BATCH = 256;

/** One of the client's streams of events. */
export type Source =
  StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent> | AllStreamSubscription;

/** What each of them is, and their types do not say together: a Readable with a way to end the call to the server. */
interface ReadableSource extends Readable {
  cancel?(): Promise<void>;
  unsubscribe?(): Promise<void>;
}

export interface PullOptions {
  /** What ends it normally: the source's own end, the first time that it has caught up, or nothing but the signal. */
  readonly until: 'end' | 'caught-up' | 'abort';
  readonly signal: AbortSignal;
  /** How long the server may say nothing, in milliseconds; absent: for ever. */
  readonly silence?: number;
}

/**
 * Takes events from one of the client's streams, as many at once as are there, when the reader asks for them:
 * what is not taken stays with the server (flow control of HTTP/2).
 *
 * @param open opens the stream; it is given what to call when the server says something else than an event
 * @throws NoAnswer after the silence, or when a subscription ends by itself
 * @throws unknown what the client emitted as an error
 */
export async function* pull<T>(
  open: (sign: () => void) => Source,
  options: PullOptions,
): AsyncGenerator<T[]> {
  if (options.signal.aborted) return;
  const taking = new Taking<T>(open, options);
  try {
    for (;;) {
      const batch = taking.take();
      if (options.signal.aborted) return;
      if (batch.length > 0) yield batch;
      else if (taking.over()) return;
      else {
        await taking.change();
        // The client hands over event by event what came together: a turn of the loop later it is all there.
        await aTurn();
      }
    }
  } finally {
    taking.release();
  }
}

class Taking<T> {
  private readonly source: ReadableSource;
  private ended = false;
  /** How many events came before the source said that it had caught up, and were not taken yet. */
  private beforeCatchUp: number | undefined;
  private failure: { readonly error: unknown } | undefined;
  private signs = 0;
  private wake: () => void = () => undefined;
  private readonly sign = (): void => {
    this.signs += 1;
    this.wake();
  };

  constructor(
    open: (sign: () => void) => Source,
    private readonly options: PullOptions,
  ) {
    this.source = open(this.sign) as unknown as ReadableSource;
    this.source
      .on('readable', this.sign)
      .on('end', () => {
        this.ended = true;
        this.sign();
      })
      .on('caughtUp', () => {
        this.beforeCatchUp ??= this.source.readableLength;
        this.sign();
      })
      // Stays for good: the client emits errors after the end too, and one without a listener ends the process.
      .on('error', (error: unknown) => {
        this.failure ??= { error };
        this.sign();
      });
    options.signal.addEventListener('abort', this.sign);
  }

  /** What is there, at most `BATCH`; of a reading up to the catching up, nothing of what came after it. */
  take(): T[] {
    const most = this.options.until === 'caught-up' ? Math.min(BATCH, this.beforeCatchUp ?? BATCH) : BATCH;
    const batch: T[] = [];
    while (batch.length < most) {
      const event = this.source.read() as T | null;
      if (event === null) break;
      batch.push(event);
    }
    if (this.beforeCatchUp !== undefined) this.beforeCatchUp -= batch.length;
    return batch;
  }

  /** Whether there is nothing more to take. */
  over(): boolean {
    if (this.options.until === 'caught-up' && (this.beforeCatchUp ?? 1) <= 0) return true;
    if (this.failure !== undefined) throw this.failure.error;
    if (this.ended && this.options.until !== 'end') throw new NoAnswer('the server ended the subscription');
    return this.ended;
  }

  /** Resolves when there may be something to take. */
  async change(): Promise<void> {
    const before = this.signs;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      if (this.options.silence !== undefined) timer = setTimeout(resolve, this.options.silence);
    });
    clearTimeout(timer);
    if (this.signs === before) throw new NoAnswer(`the server said nothing for ${this.options.silence} ms`);
  }

  release(): void {
    this.options.signal.removeEventListener('abort', this.sign);
    const over = this.source.cancel?.() ?? this.source.unsubscribe?.();
    over?.catch(() => undefined);
    // Read out, not destroyed: the client keeps a call, and waits for it when disposed, until its end was read.
    this.source.off('readable', this.sign).resume();
  }
}
