import { bounded } from '../engine/pages.js';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import { ordinalAt } from '../log-index/queries.js';
import { pointOf } from '../register/queries.js';
import type { LineRow } from '../register/register.js';
import type { Moments, PointOfLog } from '../views.js';

/** Of what: one of them at most; none: the whole register. */
export interface MomentsRequest {
  readonly affair?: string | undefined;
  readonly session?: string | undefined;
  readonly member?: string | undefined;
}

/** How many marks are given at most; what is closer than that shares one, as what was learned within a breath does. */
const MARKS = 200;
const BREATH = 2_000;

/** When what the public register says of something changed, by the register's clock; and on which days its effect did. */
export function moments(snapshot: ReadSnapshot, request: MomentsRequest): Moments {
  const freshness = snapshot.freshness('register', 'sessions', 'audit-trail');
  const source = sourceOf(snapshot, request);
  const head = pointOf(
    snapshot,
    (snapshot.row('SELECT max(ordinal) AS last FROM log_index')?.last ?? -1) as number,
  );
  const marks = marksOf(snapshot, source, head);
  return {
    first: marks[0] ?? null,
    last: head,
    marks,
    effect: effectOf(snapshot, request),
    freshness,
  };
}

/** The ordinals at which something changed. */
interface Source {
  /** The first after that one. */
  readonly after: (ordinal: number) => number | null;
  /** The last up to that one. */
  readonly upTo: (ordinal: number) => number | null;
}

function sourceOf(snapshot: ReadSnapshot, { affair, session, member }: MomentsRequest): Source {
  if (affair !== undefined) return inTable(snapshot, 'register_version', 'affair = ?', [affair]);
  if (member !== undefined) return inTable(snapshot, 'session_member', 'member = ?', [member]);
  if (session === undefined) return inTable(snapshot, 'register_version', 'ordinal >= ?', [0]);
  // What happens in a séance before its closing is not told yet.
  const closing = snapshot.row('SELECT ordinal FROM session_figures WHERE session = ?', session)?.ordinal;
  const ofSession = 'session = (SELECT id FROM audit_word WHERE word = ?) AND ordinal >= ?';
  return inTable(snapshot, 'audit_entry', ofSession, [
    session,
    (closing as number | undefined) ?? Number.MAX_SAFE_INTEGER,
  ]);
}

function inTable(
  snapshot: ReadSnapshot,
  table: string,
  condition: string,
  parameters: readonly (string | number)[],
): Source {
  const found = (what: string, bound: string, ordinal: number) =>
    snapshot.row(
      `SELECT ${what}(ordinal) AS found FROM ${table} WHERE ${condition} AND ordinal ${bound} ?`,
      ...parameters,
      ordinal,
    )?.found as number | null;
  return { after: (ordinal) => found('min', '>', ordinal), upTo: (ordinal) => found('max', '<=', ordinal) };
}

function marksOf(snapshot: ReadSnapshot, source: Source, head: PointOfLog): readonly PointOfLog[] {
  const marks: PointOfLog[] = [];
  const first = source.after(-1);
  if (first === null || head.recordedAt === null) return marks;
  const start = timeOf(pointOf(snapshot, first));
  const width = Math.max(BREATH, Math.ceil((Date.parse(head.recordedAt) - start) / MARKS));
  for (let next: number | null = first; next !== null;) {
    const until = new Date(timeOf(pointOf(snapshot, next)) + width).toISOString();
    const last: number = source.upTo(ordinalAt(snapshot, until, 'last') ?? next) ?? next;
    marks.push(pointOf(snapshot, last));
    next = source.after(last);
  }
  return marks;
}

const timeOf = ({ recordedAt }: PointOfLog): number => Date.parse(recordedAt ?? '');

function effectOf(snapshot: ReadSnapshot, { affair, session, member }: MomentsRequest): Moments['effect'] {
  if (session !== undefined) {
    const row = snapshot.row('SELECT date FROM session_figures WHERE session = ?', session);
    return { from: (row?.date as string | undefined) ?? null, days: [] };
  }
  if (member !== undefined) return { from: null, days: [] };
  if (affair === undefined) {
    const row = snapshot.row('SELECT min(date) AS first FROM register_line WHERE entered = 1');
    return { from: (row?.first as string | null | undefined) ?? null, days: [] };
  }
  const row = snapshot.row('SELECT state FROM register_line WHERE affair = ? AND entered = 1', affair);
  if (row === undefined) return { from: null, days: [] };
  const { date, publications, fates } = JSON.parse(row.state as string) as LineRow;
  const days = [...publications, ...fates].map(({ on }) => on);
  const effects = fates.map(({ effectiveFrom }) => effectiveFrom);
  const known = [...days, ...effects].filter((day): day is string => day !== null);
  return { from: date, days: [...new Set(known)].sort().slice(0, bounded(MARKS)) };
}
