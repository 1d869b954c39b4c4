/** One reason of a refusal: where in the request, by which rule, said in French to the person who asked. */
export interface Reason {
  /** The field (dotted path from the body's root), or '' when no single field is at fault. */
  readonly field: string;
  /** Stable code of the rule, e.g. `R10.one-per-bearer`, `unknown-property`. */
  readonly rule: string;
  /** A sentence in French. */
  readonly message: string;
}

/**
 * An expected refusal: nothing was changed. `kind` decides the HTTP status and the CLI's exit code, `code` is
 * stable and documented, `reasons` are all of them at once.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
    readonly reasons: readonly Reason[] = [],
    /** Further members of the problem document (RFC 9457 §3.2), e.g. `currentRevision`. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/**
 * - `invalid`: the request does not have the required form (400)
 * - `unauthenticated`: nobody is known to ask, or what they show is not good (401)
 * - `forbidden`: who asks may not (403)
 * - `not-found` (404)
 * - `gone`: it was there and was erased (410)
 * - `impossible`: what is asked contradicts what the register holds; nothing makes it acceptable (422)
 * - `irregular`: a rule of law is broken; accepted when sent again with `despite` (422)
 * - `conflict`: someone else was first (409)
 * - `reused-key`: the same idempotency key with another request (422)
 * - `too-large` (413)
 * - `misdirected`: asked under a name that is not this server's (421)
 * - `too-many`: more than is served to one person or address; ask again later (429)
 * - `unavailable`: the store cannot be reached; nothing was written (503)
 * - `outcome-unknown`: it may have been written; ask again with the same key (504)
 */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'impossible'
  | 'irregular'
  | 'conflict'
  | 'reused-key'
  | 'too-large'
  | 'misdirected'
  | 'too-many'
  | 'unavailable'
  | 'outcome-unknown';

/** `impossible`, for one reason. */
export const impossible = (rule: string, message: string, field = ''): Refusal =>
  new Refusal('impossible', rule, message, [{ field, rule, message }]);

/** `not-found`, for the thing named. */
export const notFound = (code: string, message: string): Refusal => new Refusal('not-found', code, message);

/** `forbidden`, for one reason. */
export const forbidden = (code: string, message: string): Refusal => new Refusal('forbidden', code, message);

/** `gone`, for a content that was erased. */
export const gone = (code: string, message: string): Refusal => new Refusal('gone', code, message);
