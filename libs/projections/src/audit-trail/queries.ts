import type { EventSource } from '@registre/event-store';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { AuditEntry, Page } from '../views.js';
import { conditionsOf, ordinalsOf, type AuditFilter } from './filters.js';

export interface AuditTrailRequest extends PageRequest, AuditFilter {
  /** From the first event on (default), or from the last one back. */
  readonly direction?: 'forward' | 'backward' | undefined;
}

/** The register's history, filtered, one entry for each event. */
export function auditTrail(snapshot: ReadSnapshot, request: AuditTrailRequest): Page<AuditEntry> {
  const freshness = snapshot.freshness('audit-trail');
  const limit = bounded(request.limit);
  const order = request.direction === 'backward' ? 'DESC' : 'ASC';
  const wanted = conditionsOf(request);
  const conditions = ['entry.ordinal BETWEEN ? AND ?', ...wanted.map(({ sql }) => sql)];
  const found = snapshot.rows(
    `${ENTRIES} WHERE ${conditions.join(' AND ')} ORDER BY entry.ordinal ${order} LIMIT ?`,
    ...range(snapshot, request),
    ...wanted.flatMap(({ parameters }) => parameters),
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [row.ordinal as number]);
  return { items: rows.map(entryOf), next, freshness };
}

/** First and last ordinal of a page. */
function range(snapshot: ReadSnapshot, request: AuditTrailRequest): readonly [number, number] {
  const [first, last] = ordinalsOf(snapshot, request);
  if (request.cursor === undefined) return [first, last];
  const [seen] = keyOf(request.cursor, [0]) as [number];
  return request.direction === 'backward'
    ? [first, Math.min(last, seen - 1)]
    : [Math.max(first, seen + 1), last];
}

const ENTRIES = `
SELECT entry.ordinal AS ordinal, log_stream.name AS stream, log_index.revision AS revision, log_index.id AS id,
  type.word AS type, actor.word AS actor, occurred_date, occurred_time, zone.word AS zone,
  log_index.clock AS recordedAt, source.word AS source, session.word AS session, affair.word AS affair, sentence,
  corrects, corrected_by, irregularities
FROM audit_entry AS entry
  JOIN log_index ON log_index.ordinal = entry.ordinal
  JOIN log_stream ON log_stream.id = log_index.stream
  JOIN audit_word AS type ON type.id = entry.type
  JOIN audit_word AS actor ON actor.id = entry.actor
  JOIN audit_word AS zone ON zone.id = entry.zone
  LEFT JOIN audit_word AS source ON source.id = entry.source
  LEFT JOIN audit_word AS session ON session.id = entry.session
  LEFT JOIN audit_word AS affair ON affair.id = entry.affair`;

function entryOf(row: Row): AuditEntry {
  const { occurred_date: date, occurred_time: time, zone, source, corrected_by, ...same } = row;
  const irregularities = (row.irregularities ?? '[]') as string;
  return {
    ...same,
    occurredAt: { date, time, zone },
    source: source === null ? null : (JSON.parse(source as string) as EventSource),
    correctedBy: corrected_by,
    irregularities: JSON.parse(irregularities) as AuditEntry['irregularities'],
  } as AuditEntry;
}
