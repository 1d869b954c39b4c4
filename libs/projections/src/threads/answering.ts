import { isNativeError } from 'node:util/types';
import { parentPort } from 'node:worker_threads';
import type { LogEndsBeforePosition } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { messageOf } from '../engine/message-of.js';
import type { Call, Reply, SentError } from './messages.js';

export type Methods = {
  readonly [method: string]: (
    parameters: readonly never[],
    onProgress: (progress: unknown) => void,
  ) => unknown;
};

/** In the thread: answers the calls. @returns says something unasked */
export function answerCalls(methods: Methods): (notice: unknown) => void {
  const port = parentPort;
  if (port === null) throw new Error('not in a thread');
  const say = (reply: Reply): void => port.postMessage(reply);
  const answer = async ({ number, method, parameters }: Call): Promise<void> => {
    try {
      const called = methods[method];
      if (called === undefined) throw new TypeError(`no method ${method}`);
      const answer = await called(parameters as never[], (progress) => say({ number, progress }));
      say({ number, answer });
    } catch (error) {
      say({ number, error: sentError(error) });
    }
  };
  port.on('message', (call: Call) => void answer(call));
  return (notice) => say({ notice });
}

function sentError(error: unknown): SentError {
  if (error instanceof Refusal) {
    const { kind, code, message, reasons, extensions } = error;
    return { kind: 'refusal', of: { kind, code, message, reasons, extensions } };
  }
  if (isLogShorter(error)) {
    return { kind: 'log-shorter', authority: error.authority, position: error.position };
  }
  const { name, stack } = isNativeError(error) ? error : new Error();
  return { kind: 'error', name, message: messageOf(error), stack };
}

// By name: a thread that only reads needs no event store, which is long to load.
const isLogShorter = (error: unknown): error is LogEndsBeforePosition =>
  isNativeError(error) && error.name === 'LogEndsBeforePosition';
