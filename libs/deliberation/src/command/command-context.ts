import { derivedId, newId, type LocalDate, type LocalTime } from '@registre/platform';
import type { EventSource } from '@registre/event-store';

/** Who asks for what, from where: all that a command carries beside its body. */
export interface CommandContext {
  readonly authority: string;
  readonly actor: string;
  /** The client's own name of this request: the same key again is the same request. */
  readonly idempotencyKey?: string;
  /** SHA-256 (hexadecimal) of route and body, to notice a key used for another request. */
  readonly bodyHash?: string;
  /** The revision that the client has seen; someone else's change since then is a conflict. */
  readonly ifMatch?: number;
  readonly correlationId: string;
  /** Set on what is imported. */
  readonly source?: EventSource;
}

/** When it happened, as the client says; parts may be unknown. */
export interface Occurrence {
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
}

/**
 * The id of what a command creates: with an idempotency key the same one each time (from authority, actor, key
 * and kind), else a fresh one.
 */
export function idOfCreated(context: CommandContext, kind: string): string {
  const { authority, actor, idempotencyKey } = context;
  return idempotencyKey === undefined ? newId() : derivedId(authority, actor, idempotencyKey, kind);
}

/** What a command that was accepted answers. */
export interface Accepted {
  readonly stream: string;
  /** Revision of the command's last event. */
  readonly revision: number;
}

/** What a command that creates something answers. */
export interface Created extends Accepted {
  readonly id: string;
}
