import { addDays, daysBetween } from '@registre/platform';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import { ordinalAt } from '../log-index/queries.js';
import type { HistoryBucket, HistorySummary } from '../views.js';
import { conditionsOf, ordinalsOf, type AuditFilter } from './filters.js';

export interface HistorySummaryRequest extends AuditFilter {
  /** By the register's clock, or by the days on which things were true. */
  readonly by: 'recorded' | 'occurred';
}

/** Into how many parts of the same length a span is cut at most. */
const PARTS = 60;

/** How the events that a filter finds are spread over time, and what the history can be filtered by. */
export function historySummary(snapshot: ReadSnapshot, request: HistorySummaryRequest): HistorySummary {
  const freshness = snapshot.freshness('audit-trail');
  const span = ordinalsOf(snapshot, request);
  const count = counting(snapshot, request);
  const spread =
    request.by === 'recorded' ? byRecorded(snapshot, span, count) : byDay(snapshot, span, request);
  return {
    by: request.by,
    total: spread.buckets.reduce((sum, bucket) => sum + bucket.count, spread.undated),
    ...spread,
    types: wordsOf(snapshot, 'type'),
    actors: wordsOf(snapshot, 'actor'),
    freshness,
  };
}

type Span = readonly [number, number];
type Count = (first: number, last: number) => number;

/** How many of the wanted events stand between two ordinals. */
function counting(snapshot: ReadSnapshot, filter: AuditFilter): Count {
  const conditions = conditionsOf(filter);
  // Each ordinal has its entry: without a condition there is nothing to look at.
  if (conditions.length === 0) return (first, last) => Math.max(0, last - first + 1);
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const parameters = conditions.flatMap((one) => one.parameters);
  return (first, last) =>
    snapshot.row(
      `SELECT count(*) AS count FROM audit_entry AS entry WHERE ${where} AND entry.ordinal BETWEEN ? AND ?`,
      ...parameters,
      first,
      last,
    )?.count as number;
}

function byRecorded(snapshot: ReadSnapshot, [from, until]: Span, count: Count) {
  const head = snapshot.freshness('audit-trail').ordinal ?? -1;
  const [first, last] = [from, Math.min(until, head)];
  if (first > last) return { buckets: [], undated: 0 };
  const [start, end] = [clockAt(snapshot, first), clockAt(snapshot, last)];
  const width = Math.max(1, Math.ceil((end - start + 1) / PARTS));
  const buckets: HistoryBucket[] = [];
  for (let begin = start, next = first; begin <= end; begin += width) {
    const until = new Date(Math.min(begin + width - 1, end)).toISOString();
    const lastIn = Math.min(ordinalAt(snapshot, until, 'last') ?? -1, last);
    buckets.push({
      from: new Date(begin).toISOString(),
      until,
      count: lastIn < next ? 0 : count(next, lastIn),
    });
    next = Math.max(next, lastIn + 1);
  }
  return { buckets, undated: 0 };
}

const clockAt = (snapshot: ReadSnapshot, ordinal: number): number =>
  Date.parse(snapshot.row('SELECT clock FROM log_index WHERE ordinal = ?', ordinal)?.clock as string);

function byDay(snapshot: ReadSnapshot, span: Span, filter: AuditFilter) {
  const conditions = conditionsOf(filter);
  // By the index of days alone, as long as nothing else is asked.
  const whole = span[0] === 0 && span[1] === Number.MAX_SAFE_INTEGER;
  const bounds = whole ? [] : ['entry.ordinal BETWEEN ? AND ?'];
  const where = [...conditions.map(({ sql }) => sql), ...bounds].join(' AND ');
  const days = snapshot.rows(
    `SELECT occurred_date AS day, count(*) AS count FROM audit_entry AS entry
     ${where === '' ? '' : `WHERE ${where}`} GROUP BY occurred_date ORDER BY occurred_date`,
    ...conditions.flatMap(({ parameters }) => parameters),
    ...(whole ? [] : span),
  );
  const dated = days.filter(({ day }) => day !== null) as unknown as readonly Day[];
  const undated = days.filter(({ day }) => day === null).reduce((sum, one) => sum + (one.count as number), 0);
  return { buckets: cutIntoParts(dated), undated };
}

interface Day {
  readonly day: string;
  readonly count: number;
}

function cutIntoParts(days: readonly Day[]): readonly HistoryBucket[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const length = daysBetween(first, last) + 1;
  const width = Math.max(1, Math.ceil(length / PARTS));
  const counts = new Array<number>(Math.ceil(length / width)).fill(0);
  for (const { day, count } of days) {
    const part = Math.floor(daysBetween(first, day) / width);
    counts[part] = (counts[part] ?? 0) + count;
  }
  return counts.map((count, part) => {
    const from = addDays(first, part * width);
    const until = addDays(from, width - 1);
    return { from, until: until > last ? last : until, count };
  });
}

/** The different words of a column, each found by one step in its index. */
const wordsOf = (snapshot: ReadSnapshot, column: 'type' | 'actor'): readonly string[] =>
  snapshot
    .rows(
      `WITH RECURSIVE found (id) AS (
         SELECT min(${column}) FROM audit_entry
         UNION ALL SELECT (SELECT min(${column}) FROM audit_entry WHERE ${column} > found.id) FROM found
           WHERE found.id IS NOT NULL)
       SELECT word FROM found JOIN audit_word ON audit_word.id = found.id ORDER BY word`,
    )
    .map(({ word }) => word as string);
