import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/** One in how many of those present may ask for a manner of voting. */
export interface RequestRule {
  readonly method: 'roll-call' | 'secret';
  readonly oneIn: number;
}

/** Who may ask for a manner of voting, by its kind (R16). */
export const BALLOT_REQUEST_RULES: readonly DatedRule<RequestRule>[] = [
  {
    regimes: ['C', 'E', 'B'],
    from: null,
    until: null,
    value: { method: 'roll-call', oneIn: 4 },
    article: 'L2121-21, L5211-1',
  },
  {
    regimes: ['D', 'R'],
    from: null,
    until: null,
    value: { method: 'roll-call', oneIn: 6 },
    article: 'L3121-15, L4132-14',
  },
  {
    regimes: ['C', 'E', 'B'],
    from: null,
    until: null,
    value: { method: 'secret', oneIn: 3 },
    article: 'L2121-21, L5211-1',
  },
];

/** How many of those present must ask; null: they are not counted, or no rule is known for that kind of authority. */
export function requestersNeeded(
  method: RequestRule['method'],
  regime: Regime | null,
  date: LocalDate,
  present: number | null,
): number | null {
  const rules = BALLOT_REQUEST_RULES.filter(({ value }) => value.method === method);
  const rule = ruleInForce(rules, regime, date);
  return rule === undefined || present === null ? null : Math.max(1, Math.ceil(present / rule.value.oneIn));
}
