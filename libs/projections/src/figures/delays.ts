import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { DelayFigures, DelayKind, LateLine, LegalLimit } from '../views.js';
import { grouped, GROUPS, ON_SUBJECT, WITHIN, type Scope } from './scope.js';

/** The most late ones that are named. */
const NAMED = 100;

/** Of acts that something undid first nothing more was to be done; an acknowledgement is awaited of what was transmitted. */
const FROM = `FROM session_figures AS held CROSS JOIN delay ON delay.session = held.session
  LEFT JOIN figure_paper AS paper ON paper.affair = delay.affair
WHERE delay.undone = 0 AND since IS NOT NULL AND ${WITHIN} AND (delay.affair = '' OR ${ON_SUBJECT})`;

const DATED = `done IS NOT NULL AND done <> ''`;
/** The last day, were the act an individual decision where only these have one. */
const LAST = 'ifnull(due, due_if_individual)';
const MISSING = 'done IS NULL AND record IS NULL';

const KINDS: readonly DelayKind[] = ['list', 'minutes', 'transmission', 'acknowledgement', 'publication'];

/** How long what follows a séance took, by body and year or month. */
export function delaysBy(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: 'year' | 'month',
  on: string,
): ReadonlyMap<string, readonly DelayFigures[]> {
  const counts = grouped(snapshot, countsSql(by), { ...scope, on });
  const took = grouped(
    snapshot,
    `SELECT ${GROUPS[by]} AS grouped, kind, CAST(julianday(done) - julianday(since) AS INTEGER) AS days,
       count(*) AS count ${FROM} AND ${DATED} AND since <> '' GROUP BY grouped, kind, days ORDER BY days`,
    { ...scope },
  );
  const limits = grouped(snapshot, limitsSql(by), { ...scope });
  return new Map(
    [...counts].map(([group, rows]) => {
      const ofKind = ({ kind }: Row) => ({
        days: (took.get(group) ?? []).filter((row) => row.kind === kind).map(tookOf),
        limits: (limits.get(group) ?? []).filter((row) => row.kind === kind).map(limitOf),
      });
      const figures = rows.map((row) => ({ ...countsOf(row), ...ofKind(row) }));
      return [group, figures.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))];
    }),
  );
}

const countsSql = (by: 'year' | 'month'): string => `
SELECT ${GROUPS[by]} AS grouped, kind,
  count(*) FILTER (WHERE ${DATED} AND done <= due) AS inTime,
  count(*) FILTER (WHERE ${DATED} AND done > due) AS late,
  count(*) FILTER (WHERE ${DATED} AND due IS NULL) AS withoutLimit,
  count(*) FILTER (WHERE ${MISSING} AND :on > due) AS overdue,
  count(*) FILTER (WHERE ${MISSING} AND (due IS NULL OR :on <= due)) AS pending,
  count(*) FILTER (WHERE done = '' OR (done IS NULL AND record IS NOT NULL)) AS unknown
${FROM} GROUP BY grouped, kind`;

const limitsSql = (by: 'year' | 'month'): string => `
SELECT DISTINCT ${GROUPS[by]} AS grouped, kind, article, due IS NULL AS onlyIfIndividual,
  CAST(julianday(${LAST}) - julianday(since) AS INTEGER) AS days
${FROM} AND since <> '' AND ${LAST} IS NOT NULL ORDER BY days`;

const countsOf = ({ grouped: _, ...row }: Row) => row as unknown as Omit<DelayFigures, 'days' | 'limits'>;

const tookOf = ({ days, count }: Row) => ({ days: days as number, count: count as number });

const limitOf = ({ days, article, onlyIfIndividual }: Row): LegalLimit => ({
  days: days as number,
  article: article as string,
  onlyIfIndividual: onlyIfIndividual === 1,
});

/** What was late, or is by now; the latest séance first. */
export function lateOnes(
  snapshot: ReadSnapshot,
  scope: Scope,
  on: string,
): { readonly lines: readonly LateLine[]; readonly leftOut: number } {
  const rows = snapshot.named(
    `SELECT late.*, affair.number AS number,
       coalesce(affair.state ->> '$.state.report.subject', affair.state ->> '$.subject') AS subject
     FROM (SELECT kind, delay.session AS session, delay.affair AS affair, held.date AS date, held.body AS body,
         held.body_name AS bodyName, ${LAST} AS last, done, due IS NULL AS onlyIfIndividual,
         count(*) OVER () AS total
       ${FROM} AND ((${DATED} AND done > ${LAST}) OR (${MISSING} AND :on > due))
       ORDER BY held.date DESC, delay.session, kind, delay.affair LIMIT ${NAMED}) AS late
     LEFT JOIN affair ON affair.affair = late.affair`,
    { ...scope, on },
  );
  const lines = rows.map(lateOf);
  return { lines, leftOut: ((rows[0]?.total as number | undefined) ?? 0) - lines.length };
}

const lateOf = (row: Row): LateLine => ({
  kind: row.kind as DelayKind,
  session: row.session as string,
  date: row.date as string,
  body: row.body as string,
  bodyName: row.bodyName as string,
  affair: row.affair === '' ? null : (row.affair as string),
  number: row.number as string | null,
  subject: row.subject as string | null,
  due: row.last as string,
  done: row.done as string | null,
  onlyIfIndividual: row.onlyIfIndividual === 1,
});
