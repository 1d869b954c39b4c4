import { encodeEvent, type EncodedEvent } from './codec.js';
import { EventTooLarge, UnstorableEvent, type EventToAppend } from './port.js';
import { AUTHORITY_KEY, streamParts } from './streams.js';

/** The most that one append may hold, in bytes as counted by `batchBytes`: EventStoreDB's default, kept on every store. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/**
 * Checks one append and writes its events, before any adapter sees them: a store that would take something else
 * than what was given, or take it on one adapter only, is not asked.
 *
 * @param stream the stream's name
 * @param events the events of the append, one at least
 * @throws TypeError the name is not a stream's, or there are no events
 * @throws UnstorableEvent naming the field and the rule
 * @throws EventTooLarge all of them together weigh more than `MAX_APPEND_BYTES`
 */
export function encodeBatch(stream: string, events: readonly EventToAppend[]): readonly EncodedEvent[] {
  const authority = authorityOf(stream);
  if (events.length === 0) throw new TypeError(`an append to ${stream} without events`);
  const ids = new Set<string>();
  for (const event of events) {
    if (ids.has(event.id)) throw new UnstorableEvent('id', 'twice-in-one-append');
    ids.add(event.id);
    if (event.metadata.authority !== authority) {
      throw new UnstorableEvent('metadata.authority', 'other-authority');
    }
  }
  const encoded = events.map(encodeEvent);
  const bytes = batchBytes(encoded);
  if (bytes > MAX_APPEND_BYTES) throw new EventTooLarge(bytes, MAX_APPEND_BYTES);
  return encoded;
}

/** The bytes of an append as EventStoreDB counts them: data and metadata in UTF-8, the type in UTF-16. */
export function batchBytes(events: readonly EncodedEvent[]): number {
  return events.reduce(
    (sum, event) =>
      sum + Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata) + 2 * event.type.length,
    0,
  );
}

/**
 * The authority in whose log a stream lies.
 *
 * @throws TypeError the name is not a stream's
 */
export function authorityOf(stream: string): string {
  const parts = streamParts(stream);
  if (parts === undefined || !stream.isWellFormed()) throw new TypeError(`not a stream's name: ${stream}`);
  return parts.authority;
}

/**
 * The same key, once it is sure that it is one: it names a folder, or stands inside a filter.
 *
 * @throws TypeError it is not an authority's key
 */
export function checkedAuthority(authority: string): string {
  if (!AUTHORITY_KEY.test(authority)) throw new TypeError(`not an authority key: ${authority}`);
  return authority;
}
