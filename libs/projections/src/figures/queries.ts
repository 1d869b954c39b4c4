import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { FIGURES } from '../sessions/figures.js';
import { daysOf } from '../sessions/queries.js';
import type { DelayFigures, DelayKind, OutcomeFigures, Stats, StatsLine } from '../views.js';

export interface StatsRequest {
  readonly body?: string | undefined;
  /** Civil year of the séance. */
  readonly year?: number | undefined;
  /** The day on which what is not done is late or not. */
  readonly on: string;
}

interface Scope {
  readonly body: string | null;
  readonly first: string;
  readonly last: string;
}

/** Figures of the closed séances, by body and year, and by class of subjects; what is not known is apart, never 0. */
export function stats(snapshot: ReadSnapshot, { body, year, on }: StatsRequest): Stats {
  const freshness = snapshot.freshness('sessions', 'search', 'delays');
  const [first, last] = daysOf(year);
  const scope: Scope = { body: body ?? null, first, last };
  const outcomes = outcomesBy(snapshot, scope, 'session.body, substr(session.date, 1, 4)');
  const delays = delaysBy(snapshot, scope, on);
  const items = figures(snapshot, scope).map((row): StatsLine => {
    const group = `${row.body as string}|${row.year as string}`;
    return {
      body: row.body as string,
      bodyName: row.bodyName as string,
      year: Number(row.year),
      sessions: row.sessions as number,
      attendance: attendanceOf(row),
      participation: participationOf(row),
      outcomes: outcomes.get(group) ?? NO_OUTCOMES,
      delays: delays.get(group) ?? [],
    };
  });
  return { on, items, subjects: subjects(snapshot, scope), freshness };
}

const WITHIN = `(:body IS NULL OR session.body = :body) AND session.date BETWEEN :first AND :last`;

const figures = (snapshot: ReadSnapshot, scope: Scope): readonly Row[] =>
  snapshot.named(
    `SELECT session.body AS body, max(session.body_name) AS bodyName, substr(session.date, 1, 4) AS year,
       count(*) AS sessions, ${FIGURES.map((figure) => `sum(${figure}) AS ${figure}`).join(', ')}
     FROM session_figures JOIN session ON session.session = session_figures.session
     WHERE ${WITHIN} GROUP BY session.body, year ORDER BY year DESC, session.body`,
    { ...scope },
  );

function attendanceOf(row: Row): StatsLine['attendance'] {
  const [present, represented, excused, absent, unknown] = FIGURES.map((figure) => row[figure] as number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    present,
    represented,
    excused,
    absent,
    unknown,
    rate: rateOf(present, present + represented + excused + absent),
  };
}

function participationOf(row: Row): StatsLine['participation'] {
  const [ballots, counted, roll, voted] = [row.ballots, row.counted, row.roll, row.voted] as number[] as [
    number,
    number,
    number,
    number,
  ];
  return { counted, unknown: ballots - counted, roll, voted, rate: rateOf(voted, roll) };
}

/** Null: nothing is known to be a share of. */
const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

const NO_OUTCOMES: OutcomeFigures = {
  adopted: 0,
  rejected: 0,
  noted: 0,
  postponed: 0,
  withdrawn: 0,
  unknown: 0,
};

/** Outcomes of the affairs of closed séances, by a group: its columns, joined by `|`. */
function outcomesBy(
  snapshot: ReadSnapshot,
  scope: Scope,
  group: string,
): ReadonlyMap<string, OutcomeFigures> {
  const rows = snapshot.named(
    `SELECT concat_ws('|', ${group}) AS grouped, ifnull(outcome, 'unknown') AS outcome, count(*) AS count
     FROM search_document AS document JOIN session ON session.session = document.session
     WHERE session.status = 'closed' AND ${WITHIN} GROUP BY grouped, 2`,
    { ...scope },
  );
  const groups = new Map<string, OutcomeFigures>();
  for (const { grouped, outcome, count } of rows) {
    const known = groups.get(grouped as string) ?? NO_OUTCOMES;
    groups.set(grouped as string, { ...known, [outcome as string]: count });
  }
  return groups;
}

const CLASS = `substr(classification, 1, instr(classification || '.', '.') - 1)`;

const subjects = (snapshot: ReadSnapshot, scope: Scope): Stats['subjects'] =>
  [...outcomesBy(snapshot, scope, CLASS)]
    .map(([key, outcomes]) => ({ classification: key === '' ? null : key, outcomes }))
    .toSorted((one, other) => compared(one.classification, other.classification));

/** Those without a class come last. */
function compared(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, 'fr', { numeric: true });
}

/** Done by the last day or later, not done and late or not yet; where a day is missing, nobody knows. */
function delaysBy(snapshot: ReadSnapshot, scope: Scope, on: string): ReadonlyMap<string, DelayFigures[]> {
  const rows = snapshot.named(
    `SELECT session.body || '|' || substr(session.date, 1, 4) AS grouped, kind,
       count(*) FILTER (WHERE due IS NOT NULL AND done <> '' AND done <= due) AS inTime,
       count(*) FILTER (WHERE due IS NOT NULL AND done <> '' AND done > due) AS late,
       count(*) FILTER (WHERE due IS NOT NULL AND done IS NULL AND record IS NULL AND :on > due) AS overdue,
       count(*) FILTER (WHERE due IS NOT NULL AND done IS NULL AND record IS NULL AND :on <= due) AS pending,
       count(*) FILTER (WHERE due IS NULL OR done = '' OR (done IS NULL AND record IS NOT NULL)) AS unknown
     FROM delay JOIN session ON session.session = delay.session
     WHERE ${WITHIN} GROUP BY grouped, kind ORDER BY grouped, kind`,
    { ...scope, on },
  );
  const groups = Map.groupBy(rows, ({ grouped }) => grouped as string);
  return new Map(
    [...groups].map(([group, ofGroup]) => [
      group,
      ofGroup.map(({ grouped: _, ...figures }) => figures as unknown as DelayFigures & { kind: DelayKind }),
    ]),
  );
}
