import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomeUnknown, StoreUnavailable } from '../port.js';
import { faultOf, NoAnswer } from './faults.js';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** How much later than its own deadline the client may answer, in milliseconds. */
const GRACE = 50;

/** The pause before the next attempt, in milliseconds: doubled each time up to five seconds, half of it by chance. */
function pauseBefore(attempt: number): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempt, 10));
  return longest * (0.5 + Math.random() / 2);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Sends one append until the server answers, always the same one, for as long as `patience` allows.
 *
 * @param send sends it once; it is told how long it may take, in milliseconds
 * @param patience how long in all, in milliseconds; one attempt gets half of it at most, so that there is a second,
 *   and an eighth at least, so that the client has the time to find out that there is no server
 * @throws StoreUnavailable no attempt was carried out
 * @throws OutcomeUnknown one at least may have been
 * @throws unknown the answer of the server, as the client gives it, when `isAnswer` says that it is one
 */
export async function sentPatiently<T>(
  send: (deadline: number) => Promise<T>,
  patience: number,
  isAnswer: (error: unknown) => boolean,
): Promise<T> {
  const end = performance.now() + patience;
  let maybeDone = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const deadline = Math.ceil(Math.min(patience / 2, end - performance.now()));
      return await answered(send(deadline), deadline);
    } catch (error) {
      if (isAnswer(error)) throw error;
      const fault = faultOf(error);
      maybeDone ||= fault === 'maybe-done' || fault === 'foreign';
      const pause = pauseBefore(attempt);
      const again = fault === 'not-done' || fault === 'maybe-done';
      if (!again || performance.now() + pause + patience / 8 > end) {
        const Failure = maybeDone ? OutcomeUnknown : StoreUnavailable;
        throw new Failure(`EventStoreDB: ${messageOf(error)}`, { cause: error });
      }
      await sleep(pause);
    }
  }
}

/** The call's answer, or NoAnswer: the client's own deadline does not cover its search for a node. */
async function answered<T>(call: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${deadline} ms`)), deadline + GRACE);
  });
  try {
    return await Promise.race([call, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export interface Resuming {
  /** How long it may go without a batch while faults last, in milliseconds. */
  readonly patience: number;
  /** Ends the pauses. */
  readonly signal: AbortSignal;
}

/**
 * Reads on after a fault.
 *
 * @param open reads on from the last batch that it gave
 * @throws StoreUnavailable the fault lasts longer than `patience`, or the server refuses
 */
export async function* resumed<T>(
  open: () => AsyncIterable<T>,
  { patience, signal }: Resuming,
): AsyncGenerator<T> {
  let attempt = 0;
  let heard = performance.now();
  for (;;) {
    try {
      for await (const batch of open()) {
        yield batch;
        attempt = 0;
        heard = performance.now();
      }
      return;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'foreign') throw error;
      const pause = pauseBefore(attempt++);
      if (fault === 'refused' || performance.now() + pause - heard > patience) {
        throw new StoreUnavailable(`EventStoreDB: ${messageOf(error)}`, { cause: error });
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
