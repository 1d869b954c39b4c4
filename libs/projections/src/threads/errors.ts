import { isNativeError } from 'node:util/types';
import { LogEndsBeforePosition } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { messageOf } from '../engine/message-of.js';

/** An error as it travels between threads, where classes are lost. */
export type SentError =
  | {
      readonly kind: 'refusal';
      readonly of: Pick<Refusal, 'kind' | 'code' | 'message' | 'reasons' | 'extensions'>;
    }
  | { readonly kind: 'log-shorter'; readonly authority: string; readonly position: string }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
    };

/** The error, ready to be sent. */
export function sentError(error: unknown): SentError {
  if (error instanceof Refusal) {
    const { kind, code, message, reasons, extensions } = error;
    return { kind: 'refusal', of: { kind, code, message, reasons, extensions } };
  }
  if (error instanceof LogEndsBeforePosition) {
    return { kind: 'log-shorter', authority: error.authority, position: error.position };
  }
  const { name, stack } = isNativeError(error) ? error : new Error();
  const message = messageOf(error);
  return { kind: 'error', name, message, stack };
}

/** The error that was sent. */
export function receivedError(sent: SentError): Error {
  switch (sent.kind) {
    case 'refusal': {
      const { kind, code, message, reasons, extensions } = sent.of;
      return new Refusal(kind, code, message, reasons, extensions);
    }
    case 'log-shorter':
      return new LogEndsBeforePosition(sent.authority, sent.position);
    case 'error': {
      const error = new Error(sent.message);
      error.name = sent.name;
      if (sent.stack !== undefined) error.stack = sent.stack;
      return error;
    }
  }
}
