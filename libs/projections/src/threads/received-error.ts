import { LogEndsBeforePosition } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import type { SentError } from './messages.js';

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
