import type { BallotMethod } from '../domain.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { SEAT_FIGURES } from '../sessions/figures.js';
import type {
  AttendanceFigures,
  SessionCounts,
  SessionFiguresLine,
  StatsLine,
  TurnoutFigures,
} from '../views.js';
import { grouped, GROUPS, ON_SUBJECT, rateOf, WITHIN, type Scope } from './scope.js';

/** The most séances that are told one by one. */
const TOLD = 60;

const SEATS = SEAT_FIGURES.map((figure) => `ifnull(sum(${figure}) FILTER (WHERE held), 0) AS ${figure}`).join(
  ', ',
);

/** Séances and who sat, by body and year or month, the latest first. */
export const sessionGroups = (snapshot: ReadSnapshot, scope: Scope, by: 'year' | 'month'): readonly Row[] =>
  snapshot.named(
    `SELECT ${GROUPS[by]} AS grouped, held.body AS body, max(held.body_name) AS bodyName,
       substr(held.date, 1, 4) AS year, ${by === 'month' ? 'substr(held.date, 6, 2)' : 'NULL'} AS month,
       count(*) FILTER (WHERE held) AS held, count(*) FILTER (WHERE NOT held) AS notQuorate,
       count(*) FILTER (WHERE second) AS secondConvocation,
       count(*) FILTER (WHERE second IS NULL) AS secondConvocationUnknown,
       count(*) FILTER (WHERE held AND in_office IS NULL) AS inOfficeUnknown, ${SEATS}
     FROM session_figures AS held WHERE ${WITHIN}
     GROUP BY grouped ORDER BY year DESC, month DESC, held.body`,
    withoutSubject(scope),
  );

// SQLite refuses a parameter that a statement does not name.
const withoutSubject = ({ subject: _, ...scope }: Scope) => scope;

export const countsOf = (row: Row): SessionCounts => ({
  held: row.held as number,
  notQuorate: row.notQuorate as number,
  secondConvocation: row.secondConvocation as number,
  secondConvocationUnknown: row.secondConvocationUnknown as number,
});

export function attendanceOf(row: Row): AttendanceFigures {
  const [present, represented, excused, absent] = [row.present, row.represented, row.excused, row.absent].map(
    Number,
  ) as [number, number, number, number];
  return {
    present,
    remote: row.remote as number,
    modeUnknown: row.mode_unknown as number,
    represented,
    excused,
    absent,
    unknown: row.unknown as number,
    inOfficeUnknown: row.inOfficeUnknown as number,
    rate: rateOf(present, present + represented + excused + absent),
  };
}

/** The latest séances that were held, one by one, in order; and how many there are before them. */
export function sessionsOneByOne(
  snapshot: ReadSnapshot,
  scope: Scope,
): { readonly lines: readonly SessionFiguresLine[]; readonly leftOut: number } {
  const rows = snapshot.named(
    `SELECT session, body, body_name AS bodyName, date, in_office AS inOffice, in_office IS NULL AS inOfficeUnknown,
       ${SEAT_FIGURES.join(', ')}, count(*) OVER () AS total
     FROM session_figures AS held WHERE held AND ${WITHIN} ORDER BY date DESC, session DESC LIMIT ${TOLD}`,
    withoutSubject(scope),
  );
  const lines = rows.map((row) => ({
    session: row.session as string,
    body: row.body as string,
    bodyName: row.bodyName as string,
    date: row.date as string,
    inOffice: row.inOffice as number | null,
    attendance: attendanceOf(row),
  }));
  return { lines: lines.toReversed(), leftOut: ((rows[0]?.total as number | undefined) ?? 0) - lines.length };
}

/** Who took part in the ballots, by body and year or month, and by how the vote was taken. */
export function turnouts(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: 'year' | 'month',
): ReadonlyMap<string, StatsLine['participation']> {
  const groups = grouped(
    snapshot,
    `SELECT ${GROUPS[by]} AS grouped, method, count(*) AS ballots,
       count(*) FILTER (WHERE roll IS NOT NULL AND voted IS NOT NULL) AS counted,
       ifnull(sum(roll) FILTER (WHERE voted IS NOT NULL), 0) AS roll,
       ifnull(sum(voted) FILTER (WHERE roll IS NOT NULL), 0) AS voted,
       count(*) FILTER (WHERE roll IS NOT NULL AND expressed IS NOT NULL) AS expressedCounted,
       ifnull(sum(roll) FILTER (WHERE expressed IS NOT NULL), 0) AS expressedRoll,
       ifnull(sum(expressed) FILTER (WHERE roll IS NOT NULL), 0) AS expressed
     FROM session_turnout AS turnout JOIN session_figures AS held ON held.session = turnout.session
       LEFT JOIN figure_paper AS paper ON paper.affair = turnout.affair
     WHERE held AND ${WITHIN} AND ${ON_SUBJECT} GROUP BY grouped, method ORDER BY grouped, method IS NULL, method`,
    { ...scope },
  );
  return new Map([...groups].map(([group, rows]) => [group, participationOf(rows)]));
}

export const NO_TURNOUT: StatsLine['participation'] = { ...turnoutOf([]), methods: [] };

const participationOf = (rows: readonly Row[]): StatsLine['participation'] => ({
  ...turnoutOf(rows),
  methods: rows.map((row) => ({ method: row.method as BallotMethod | null, ...turnoutOf([row]) })),
});

function turnoutOf(rows: readonly Row[]): TurnoutFigures {
  const sum = (column: string) => rows.reduce((total, row) => total + (row[column] as number), 0);
  const [ballots, counted, roll, voted] = [sum('ballots'), sum('counted'), sum('roll'), sum('voted')];
  const [expressedRoll, expressed] = [sum('expressedRoll'), sum('expressed')];
  return {
    ballots,
    counted,
    unknown: ballots - counted,
    roll,
    voted,
    rate: rateOf(voted, roll),
    expressedCounted: sum('expressedCounted'),
    expressedRoll,
    expressed,
    expressedRate: rateOf(expressed, expressedRoll),
  };
}
