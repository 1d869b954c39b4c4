import type { LocalDate } from '@registre/platform';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import { ordinalAt } from '../log-index/queries.js';

/** Which events of the history are wanted. */
export interface AuditFilter {
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
  /** It was true on that day or later; what has no day is left out. */
  readonly occurredFrom?: LocalDate | undefined;
  /** It was true on that day or before. */
  readonly occurredUntil?: LocalDate | undefined;
  /** True: only what corrects another event. */
  readonly corrections?: boolean | undefined;
  /** True: only what was recorded despite a rule. */
  readonly irregular?: boolean | undefined;
  /** Only events after that ordinal; a live reader's last one. */
  readonly after?: number | undefined;
  /** Only events up to that ordinal. */
  readonly upTo?: number | undefined;
}

/** A condition on `audit_entry AS entry`, and its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The conditions of a filter, those on the ordinal left out. */
export function conditionsOf(filter: AuditFilter): readonly Condition[] {
  const texts = TEXTS.flatMap(({ by, sql }) => {
    const value = filter[by];
    return value === undefined ? [] : [{ sql, parameters: [value] }];
  });
  const marks = MARKS.filter(({ by }) => filter[by] === true).map(({ sql }) => ({ sql, parameters: [] }));
  return [...texts, ...marks];
}

/** First and last ordinal wanted. */
export function ordinalsOf(
  snapshot: ReadSnapshot,
  { from, until, after = -1, upTo = Infinity }: AuditFilter,
): readonly [number, number] {
  const first = from === undefined ? 0 : (ordinalAt(snapshot, from, 'first') ?? Infinity);
  const last = until === undefined ? Infinity : (ordinalAt(snapshot, until, 'last') ?? -1);
  const whole = (ordinal: number): number => Math.min(ordinal, Number.MAX_SAFE_INTEGER);
  return [whole(Math.max(first, after + 1)), whole(Math.min(last, upTo))];
}

const TEXTS = [
  { by: 'session', sql: 'entry.session = (SELECT id FROM audit_word WHERE word = ?)' },
  {
    by: 'affair',
    sql: `entry.ordinal IN (WITH named AS (SELECT id FROM audit_word WHERE word = ?)
      SELECT ordinal FROM audit_entry WHERE affair = (SELECT id FROM named)
      UNION ALL SELECT ordinal FROM audit_of_affairs WHERE affair = (SELECT id FROM named))`,
  },
  { by: 'actor', sql: 'entry.actor = (SELECT id FROM audit_word WHERE word = ?)' },
  {
    by: 'stream',
    sql: 'entry.ordinal IN (SELECT ordinal FROM log_index WHERE stream = (SELECT id FROM log_stream WHERE name = ?))',
  },
  { by: 'type', sql: 'entry.type = (SELECT id FROM audit_word WHERE word = ?)' },
  { by: 'occurredFrom', sql: 'entry.occurred_date >= ?' },
  { by: 'occurredUntil', sql: 'entry.occurred_date <= ?' },
] as const;

const MARKS = [
  { by: 'corrections', sql: 'entry.corrects IS NOT NULL' },
  { by: 'irregular', sql: 'entry.irregularities IS NOT NULL' },
] as const;
