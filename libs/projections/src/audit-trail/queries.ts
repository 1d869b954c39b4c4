import type { EventSource } from '@registre/event-store';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { ordinalAt } from '../log-index/queries.js';
import type { AuditEntry, Page } from '../views.js';

export interface AuditTrailRequest extends PageRequest {
  readonly session?: string | undefined;
  readonly affair?: string | undefined;
  readonly actor?: string | undefined;
  readonly type?: string | undefined;
  /** Name of a stream. */
  readonly stream?: string | undefined;
  /** Recorded at that instant or later (ISO 8601, UTC, milliseconds: the register's clock). */
  readonly from?: string | undefined;
  /** Recorded at that instant or before. */
  readonly until?: string | undefined;
  /** Only events after that ordinal; a live reader's last one. */
  readonly after?: number | undefined;
  /** From the first event on (default), or from the last one back. */
  readonly direction?: 'forward' | 'backward' | undefined;
}

/** The register's history, filtered, one entry for each event. */
export function auditTrail(snapshot: ReadSnapshot, request: AuditTrailRequest): Page<AuditEntry> {
  const freshness = snapshot.freshness('audit-trail');
  const limit = bounded(request.limit);
  const order = request.direction === 'backward' ? 'DESC' : 'ASC';
  const wanted = FILTERS.filter(({ by }) => request[by] !== undefined);
  const conditions = ['entry.ordinal BETWEEN ? AND ?', ...wanted.map(({ condition }) => condition)];
  const found = snapshot.rows(
    `${ENTRIES} WHERE ${conditions.join(' AND ')} ORDER BY entry.ordinal ${order} LIMIT ?`,
    ...range(snapshot, request),
    ...wanted.map(({ by }) => request[by] as string),
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [row.ordinal as number]);
  return { items: rows.map(entryOf), next, freshness };
}

/** First and last ordinal wanted. */
function range(snapshot: ReadSnapshot, request: AuditTrailRequest): readonly [number, number] {
  const { from, until, after = -1, cursor } = request;
  const backward = request.direction === 'backward';
  const [seen] = cursor === undefined ? [] : (keyOf(cursor, [0]) as [number]);
  const firsts = [after + 1, from === undefined ? 0 : (ordinalAt(snapshot, from, 'first') ?? Infinity)];
  const lasts = [until === undefined ? Infinity : (ordinalAt(snapshot, until, 'last') ?? -1)];
  if (seen !== undefined) (backward ? lasts : firsts).push(backward ? seen - 1 : seen + 1);
  const whole = (ordinal: number): number => Math.min(ordinal, Number.MAX_SAFE_INTEGER);
  return [whole(Math.max(...firsts)), whole(Math.min(...lasts))];
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

const FILTERS = [
  { by: 'session', condition: 'entry.session = (SELECT id FROM audit_word WHERE word = ?)' },
  {
    by: 'affair',
    condition: `entry.ordinal IN (WITH named AS (SELECT id FROM audit_word WHERE word = ?)
      SELECT ordinal FROM audit_entry WHERE affair = (SELECT id FROM named)
      UNION ALL SELECT ordinal FROM audit_of_affairs WHERE affair = (SELECT id FROM named))`,
  },
  { by: 'actor', condition: 'entry.actor = (SELECT id FROM audit_word WHERE word = ?)' },
  {
    by: 'stream',
    condition:
      'entry.ordinal IN (SELECT ordinal FROM log_index WHERE stream = (SELECT id FROM log_stream WHERE name = ?))',
  },
  { by: 'type', condition: 'entry.type = (SELECT id FROM audit_word WHERE word = ?)' },
] as const;

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
