import type { ReadSnapshot } from '../engine/read-snapshot.js';

/**
 * Ordinal of the first event recorded at that instant or later, or of the last one recorded then or before;
 * undefined when there is none.
 *
 * @param instant ISO 8601 in UTC with milliseconds, as `recordedAt` is written
 */
export function ordinalAt(
  snapshot: ReadSnapshot,
  instant: string,
  which: 'first' | 'last',
): number | undefined {
  const count =
    1 + ((snapshot.row('SELECT max(ordinal) AS last FROM log_index')?.last as number | null) ?? -1);
  // The clock never runs back, so the ordinals are sorted by it, without an index.
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const clock = snapshot.row('SELECT clock FROM log_index WHERE ordinal = ?', middle)?.clock as string;
    if (which === 'first' ? clock < instant : clock <= instant) low = middle + 1;
    else high = middle;
  }
  const found = which === 'first' ? low : low - 1;
  return found >= 0 && found < count ? found : undefined;
}

/** Ordinal of an event; undefined while it is not taken. */
export function ordinalOf(snapshot: ReadSnapshot, stream: string, revision: number): number | undefined {
  const row = snapshot.row(
    `SELECT ordinal FROM log_index
     WHERE stream = (SELECT id FROM log_stream WHERE name = ?) AND revision = ?`,
    stream,
    revision,
  );
  return row?.ordinal as number | undefined;
}

/** Revision that a stream had when the log ended at that ordinal; undefined: it did not exist yet. */
export function revisionAt(snapshot: ReadSnapshot, stream: string, ordinal: number): number | undefined {
  const row = snapshot.row(
    `SELECT max(revision) AS revision FROM log_index
     WHERE stream = (SELECT id FROM log_stream WHERE name = ?) AND ordinal <= ?`,
    stream,
    ordinal,
  );
  return (row?.revision as number | null | undefined) ?? undefined;
}
