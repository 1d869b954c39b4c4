import { daysBetween, type LocalDate } from '@registre/platform';
import type { AuthorityDescription } from '../authority/authority.js';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/** Clear days between the convocation and the séance: neither of the two days counts. */
export interface ConvocationRule {
  readonly clearDays: number;
  /** Communes from that number of inhabitants on. */
  readonly fromPopulation?: number;
  /** Communes below that number of inhabitants. */
  readonly belowPopulation?: number;
  /** Communes of those departments only. */
  readonly departments?: readonly string[];
}

const ALSACE_MOSELLE = ['057', '067', '068'];

// Three days in Alsace-Moselle, not clear ones: two days between. Local law comes before the common one.
export const CONVOCATION_RULES: readonly DatedRule<ConvocationRule>[] = [
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 2, belowPopulation: 3500, departments: ALSACE_MOSELLE },
    article: 'L2541-2',
  },
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 3, belowPopulation: 3500 },
    article: 'L2121-11',
  },
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 5, fromPopulation: 3500 },
    article: 'L2121-12',
  },
  { regimes: ['E', 'B'], from: '2020-03-01', until: null, value: { clearDays: 5 }, article: 'L5211-1' },
];

/**
 * The least clear days that the law asks, and its article; undefined: no rule is known. With the population
 * unknown, a commune's shorter period: a convocation shorter still is too late whatever the population.
 */
export function convocationRule(
  regime: Regime | null,
  date: LocalDate,
  { population, department }: Pick<AuthorityDescription, 'population' | 'department'>,
): { readonly clearDays: number; readonly article: string } | undefined {
  const fitting = CONVOCATION_RULES.filter(
    ({ value: { fromPopulation = 0, belowPopulation = Infinity, departments } }) =>
      (population === null || (population >= fromPopulation && population < belowPopulation)) &&
      (departments === undefined || (department !== null && departments.includes(department))),
  );
  const rule = ruleInForce(fitting, regime, date);
  return rule && { clearDays: rule.value.clearDays, article: rule.article };
}

/** The clear days that a convocation leaves before the séance; negative when sent on the day or after it. */
export const clearDays = (convenedOn: LocalDate, date: LocalDate): number =>
  daysBetween(convenedOn, date) - 1;
