import type { LocalDate } from '@registre/platform';
import type { DatedRule, Regime } from './rule-set.js';
import { isFor, type OfCommunes, type Place } from './which-communes.js';

/** Of which day and of whom a rule is asked. */
export interface Situation extends Place {
  readonly on: LocalDate;
  readonly regime: Regime | null;
}

/** The rule in force, as far as it is known. */
export interface RulesInForce<Row> {
  /** None: no rule is known. Several, or one that is not certain: it depends on the population, which is not known. */
  readonly rows: readonly Row[];
  readonly certain: boolean;
}

/**
 * The rule in force: the first that fits the day, the kind of authority and its size. Where the size would decide and
 * is not known, those between which it would.
 *
 * @param ofCommunes to which communes a row applies
 */
export function rulesInForce<Row extends Pick<DatedRule<unknown>, 'regimes' | 'from' | 'until'>>(
  rows: readonly Row[],
  { on, regime, ...place }: Situation,
  ofCommunes: (row: Row) => OfCommunes,
): RulesInForce<Row> {
  const fitting = rows.filter(
    (row) =>
      regime !== null &&
      row.regimes.includes(regime) &&
      (row.from === null || row.from <= on) &&
      (row.until === null || on <= row.until) &&
      isFor(ofCommunes(row), place) !== 'no',
  );
  const sure = fitting.findIndex((row) => isFor(ofCommunes(row), place) === 'yes');
  return {
    rows: sure < 0 ? fitting : fitting.slice(0, sure + 1),
    certain: sure === 0 || fitting.length === 0,
  };
}
