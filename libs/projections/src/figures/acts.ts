import { EVERYTHING } from '../delays/delays.js';
import { ruleWords } from '@registre/deliberation/rule-words';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { OutcomeFigures, StatsLine, Stats, SubsidyFigures } from '../views.js';
import { eurosOf, grouped, GROUPS, ON_SUBJECT, WITHIN, type Grouping, type Scope } from './scope.js';

/** The most beneficiaries that are named. */
const NAMED = 100;

export const NO_OUTCOMES: OutcomeFigures = {
  adopted: 0,
  rejected: 0,
  noted: 0,
  postponed: 0,
  withdrawn: 0,
  unknown: 0,
  unanimous: 0,
  divided: 0,
};

/** The séances first: of a year, only its own affairs are then looked at. */
const DEALT_WITH = `session_figures AS held CROSS JOIN session_outcome ON session_outcome.session = held.session
  LEFT JOIN figure_paper AS paper ON paper.affair = session_outcome.affair`;

/** What became of the affairs, each in the séance that dealt with it: one that was postponed counts again later. */
export function outcomesBy(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: Grouping,
): ReadonlyMap<string, OutcomeFigures> {
  const groups = grouped(
    snapshot,
    `SELECT ${GROUPS[by]} AS grouped, ifnull(outcome, 'unknown') AS outcome, count(*) AS count,
       count(*) FILTER (WHERE unanimous = 1) AS unanimous, count(*) FILTER (WHERE unanimous = 0) AS divided
     FROM ${DEALT_WITH}
     WHERE ${WITHIN} AND ${ON_SUBJECT} GROUP BY grouped, 2`,
    { ...scope },
  );
  return new Map(
    [...groups].map(([group, rows]) => {
      const counted = Object.fromEntries(
        rows.map(({ outcome, count }) => [outcome as string, count as number]),
      );
      const sum = (of: 'unanimous' | 'divided') =>
        rows.reduce((total, row) => total + (row[of] as number), 0);
      return [group, { ...NO_OUTCOMES, ...counted, unanimous: sum('unanimous'), divided: sum('divided') }];
    }),
  );
}

/** Irregularities that were recorded, by rule; those of a séance as a whole are on no subject. */
export function irregularitiesBy(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: 'year' | 'month',
): ReadonlyMap<string, StatsLine['irregularities']> {
  const groups = grouped(
    snapshot,
    `SELECT ${GROUPS[by]} AS grouped, rule, count(*) AS count
     FROM figure_irregularity AS broken LEFT JOIN figure_paper AS paper ON paper.affair = broken.affair
       JOIN session_figures AS held ON held.session = ifnull(broken.session, paper.session)
     WHERE held AND ${WITHIN} AND (:subject IS NULL OR (broken.affair IS NOT NULL AND ${ON_SUBJECT}))
     GROUP BY grouped, rule ORDER BY grouped, count DESC, rule`,
    { ...scope },
  );
  return new Map(
    [...groups].map(([group, rows]) => [
      group,
      rows.map(({ rule, count }) => ({
        rule: rule as string,
        words: ruleWords(rule as string) ?? null,
        count: count as number,
      })),
    ]),
  );
}

/** Adopted acts that nothing undid. */
const GRANTED = `outcome = 'adopted' AND ${WITHIN} AND ${ON_SUBJECT} AND NOT EXISTS (SELECT 1 FROM delay_deed
  WHERE delay_deed.affair = session_outcome.affair AND finishes = '${EVERYTHING}')`;

export const NO_SUBSIDIES: SubsidyFigures = { amount: '0.00', acts: 0, unknownActs: 0 };

export function subsidiesBy(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: Grouping,
): ReadonlyMap<string, SubsidyFigures> {
  const rows = snapshot.named(
    `SELECT grouped, ifnull(sum(cents), 0) AS cents, count(cents) AS acts,
       count(*) FILTER (WHERE ifnull(subsidies_known, 0) = 0) AS unknownActs
     FROM (SELECT ${GROUPS[by]} AS grouped, subsidies_known,
         (SELECT sum(cents) FROM figure_subsidy WHERE figure_subsidy.affair = session_outcome.affair) AS cents
       FROM ${DEALT_WITH} WHERE ${GRANTED})
     GROUP BY grouped`,
    { ...scope },
  );
  return new Map(
    rows.map(({ grouped: group, cents, acts, unknownActs }) => [
      group as string,
      { amount: eurosOf(cents as number), acts: acts as number, unknownActs: unknownActs as number },
    ]),
  );
}

/** To whom subsidies were granted, by year; the largest first. */
export function beneficiaries(
  snapshot: ReadSnapshot,
  scope: Scope,
): { readonly lines: Stats['beneficiaries']; readonly leftOut: number } {
  const rows = snapshot.named(
    `SELECT beneficiary, substr(held.date, 1, 4) AS year, sum(cents) AS cents,
       count(DISTINCT session_outcome.affair) AS acts, count(*) OVER () AS total
     FROM ${DEALT_WITH} JOIN figure_subsidy ON figure_subsidy.affair = session_outcome.affair
     WHERE ${GRANTED} GROUP BY beneficiary, year ORDER BY cents DESC, beneficiary, year DESC LIMIT ${NAMED}`,
    { ...scope },
  );
  const lines = rows.map(({ beneficiary, year, cents, acts }) => ({
    beneficiary: beneficiary as string,
    year: Number(year),
    amount: eurosOf(cents as number),
    acts: acts as number,
  }));
  return { lines, leftOut: ((rows[0]?.total as number | undefined) ?? 0) - lines.length };
}
