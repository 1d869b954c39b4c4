import { daysBetween, type LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';
import { isFor, type OfCommunes, type Place } from './which-communes.js';

/** Clear days between the convocation and the séance: neither of the two days counts. */
export interface ConvocationRule extends OfCommunes {
  readonly clearDays: number;
}

/** Days after a séance that had no quorum, on which the body sits without one (R8). */
export interface SecondConvocationRule extends OfCommunes {
  readonly days: number;
  /** By right on that very day, neither before nor after it. */
  readonly exactly: boolean;
}

/** Days, not clear ones, between the sending of the reports and the séance. */
export interface ReportsRule {
  readonly days: number;
}

const SMALL_OF_ALSACE_MOSELLE: OfCommunes = {
  belowPopulation: 3500,
  departments: ['057', '067', '068'],
};

// Three days in Alsace-Moselle, not clear ones: two days between. Local law comes before the common one.
export const CONVOCATION_RULES: readonly DatedRule<ConvocationRule>[] = [
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 2, ...SMALL_OF_ALSACE_MOSELLE },
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
 * The least that urgency leaves, on which the assembly then rules at the opening (R12): one clear day; the day before
 * in the small communes of Alsace-Moselle, which is none.
 */
export const URGENCY_RULES: readonly DatedRule<ConvocationRule>[] = [
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 0, ...SMALL_OF_ALSACE_MOSELLE },
    article: 'L2541-2',
  },
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 1, belowPopulation: 3500 },
    article: 'L2121-11',
  },
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { clearDays: 1, fromPopulation: 3500 },
    article: 'L2121-12',
  },
  { regimes: ['E', 'B'], from: '2020-03-01', until: null, value: { clearDays: 1 }, article: 'L5211-1' },
  { regimes: ['D', 'R'], from: null, until: null, value: { clearDays: 1 }, article: 'L3121-19, L4132-18' },
];

/** Where a note on each affair (note explicative de synthèse) goes with the convocation. */
export const NOTE_RULES: readonly DatedRule<OfCommunes>[] = [
  { regimes: ['C'], from: null, until: null, value: { fromPopulation: 3500 }, article: 'L2121-12' },
  { regimes: ['E', 'B'], from: '2020-03-01', until: null, value: {}, article: 'L5211-1' },
];

export const REPORTS_RULES: readonly DatedRule<ReportsRule>[] = [
  { regimes: ['D', 'R'], from: null, until: null, value: { days: 12 }, article: 'L3121-19, L4132-18' },
];

export const SECOND_CONVOCATION_RULES: readonly DatedRule<SecondConvocationRule>[] = [
  {
    regimes: ['C'],
    from: null,
    until: null,
    value: { days: 0, exactly: false, ...SMALL_OF_ALSACE_MOSELLE },
    article: 'L2541-4',
  },
  {
    regimes: ['C', 'E', 'B'],
    from: null,
    until: null,
    value: { days: 3, exactly: false },
    article: 'L2121-17, L5211-1',
  },
  {
    regimes: ['D', 'R'],
    from: null,
    until: null,
    value: { days: 3, exactly: true },
    article: 'L3121-14, L4132-13',
  },
];

/**
 * The least clear days that the law asks, and its article; undefined: no rule is known. With the population
 * unknown, a commune's shorter period: a convocation shorter still is too late whatever the population.
 */
export function convocationRule(
  regime: Regime | null,
  date: LocalDate,
  place: Place,
): { readonly clearDays: number; readonly article: string } | undefined {
  const rule = ruleInForce(thoseOf(CONVOCATION_RULES, place), regime, date);
  return rule && { clearDays: rule.value.clearDays, article: rule.article };
}

/** The least clear days that urgency leaves; undefined: no rule is known, and nothing is shortened. */
export const urgencyRule = (
  regime: Regime | null,
  date: LocalDate,
  place: Place,
): DatedRule<ConvocationRule> | undefined => ruleInForce(thoseOf(URGENCY_RULES, place), regime, date);

/** The article that asks for a note with the convocation; undefined: none is known to, or the population is unknown. */
export function noteRequiredBy(regime: Regime | null, date: LocalDate, place: Place): string | undefined {
  const rule = ruleInForce(NOTE_RULES, regime, date);
  const from = rule?.value.fromPopulation ?? 0;
  return from > 0 && (place.population === null || place.population < from) ? undefined : rule?.article;
}

/** When a second convocation may sit; undefined: no rule is known. */
export const secondConvocationRule = (
  regime: Regime | null,
  date: LocalDate,
  place: Place,
): DatedRule<SecondConvocationRule> | undefined =>
  ruleInForce(thoseOf(SECOND_CONVOCATION_RULES, place), regime, date);

/** The clear days that a convocation leaves before the séance; negative when sent on the day or after it. */
export const clearDays = (convenedOn: LocalDate, date: LocalDate): number =>
  daysBetween(convenedOn, date) - 1;

/** The rules that fit an authority, or may: what is not known of its size excludes none. */
const thoseOf = <T extends OfCommunes>(
  rules: readonly DatedRule<T>[],
  place: Place,
): readonly DatedRule<T>[] => rules.filter(({ value }) => isFor(value, place) !== 'no');
