import type { Seat } from '@registre/deliberation';
import { bodyStream, type EventStore } from '@registre/event-store';
import type { SessionRecord } from '../session-record/session-record.js';

/** Members as the documents of a later séance than the record's describe them. */
export interface LaterDescription {
  /** Day of that séance. */
  readonly on: string;
  readonly seats: readonly Seat[];
}

/**
 * How a body's members are described by séances later than the record's: the record describes them as they were then,
 * and séances may come in any order. By day, the earliest first.
 */
export async function laterDescriptions(
  store: EventStore,
  { authority, body, session }: SessionRecord,
): Promise<readonly LaterDescription[]> {
  const latest = new Map<string, { readonly seat: Seat; readonly on: string }>();
  for await (const batch of store.readStream(bodyStream(authority.key, body.key))) {
    for (const { type, data, metadata } of batch) {
      if (type !== 'MemberSeated') continue;
      const { seat } = data as { seat: Seat };
      const on = metadata.occurredAt.date;
      const known = latest.get(seat.ref)?.on;
      if (on !== null && on > session.date && (known === undefined || on >= known)) {
        latest.set(seat.ref, { seat, on });
      }
    }
  }
  const described = new Set(body.members?.map(({ ref }) => ref));
  const toRestore = [...latest.values()].filter(({ seat }) => described.has(seat.ref));
  const days = [...new Set(toRestore.map(({ on }) => on))].toSorted();
  return days.map((on) => ({ on, seats: toRestore.filter((one) => one.on === on).map(({ seat }) => seat) }));
}
