import { isNativeError } from 'node:util/types';

/** What went wrong, in words. Errors of another realm (Node's own, seen from a test's) count as errors, too. */
export const messageOf = (error: unknown): string => (isNativeError(error) ? error.message : String(error));
