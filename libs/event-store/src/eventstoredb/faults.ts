/**
 * What an error of the client says about the call that failed.
 *
 * - `not-done`: the server was not reached, or said that it does not serve now
 * - `maybe-done`: it may have been carried out; nobody knows
 * - `refused`: the server answered that it will not do it; asking again would not help
 * - `foreign`: not an error of the connection: a mistake in the program
 */
export type Fault = 'not-done' | 'maybe-done' | 'refused' | 'foreign';

// One cause comes as several kinds of error, some of them raw ones of gRPC (design §11): the texts are what tells
// apart a call that never left from one whose answer was lost. They are those of @grpc/grpc-js 1.14, of the client
// 6.2 and of EventStoreDB 24 (RpcExceptions).
const NEVER_SENT = [
  'No connection established',
  'Name resolution failed',
  'Failed to discover after',
  'Channel has been shut down',
];
const NOT_SERVED = ['Server Is Not Ready', 'Server Is Too Busy', 'Server Is Busy', 'eader info available'];

const REFUSED_TYPES = new Set([
  'access-denied',
  'invalid-argument',
  'invalid-transaction',
  'missing-required-metadata-property',
  'stream-deleted',
  'unsupported',
]);
// INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION, UNIMPLEMENTED, UNAUTHENTICATED
const REFUSED_CODES = new Set([3, 7, 9, 12, 16]);

interface ClientError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

/** Where an error of the client belongs. */
export function faultOf(error: unknown): Fault {
  const { type, code, message } = (error ?? {}) as ClientError;
  const text = typeof message === 'string' ? message : '';
  if (type === 'not-leader' || [...NEVER_SENT, ...NOT_SERVED].some((known) => text.includes(known))) {
    return 'not-done';
  }
  if (error instanceof NoAnswer) return 'maybe-done';
  if (typeof type !== 'string' && typeof code !== 'number') return 'foreign';
  return REFUSED_TYPES.has(String(type)) || REFUSED_CODES.has(Number(code)) ? 'refused' : 'maybe-done';
}

/** The server said nothing for too long, or ended what should go on. */
export class NoAnswer extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoAnswer';
  }
}

/** Whether the server has no such place in its log: what it answers for a position that is no event's boundary. */
export const isInvalidPosition = (error: unknown): boolean =>
  /InvalidPosition|invalid position/.test(String((error as ClientError | undefined)?.message));

/** Whether the stream is not there: for a reader, a stream without events. */
export const isStreamNotFound = (error: unknown): boolean =>
  (error as ClientError | undefined)?.type === 'stream-not-found';
