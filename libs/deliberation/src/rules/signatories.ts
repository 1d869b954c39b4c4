import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/** Who signs the deliberations in the register (R3). */
export type Signatories = 'all-present' | 'chair-and-secretary';

/** A missing signature takes no force away from an act: this is shown, and checked nowhere. */
export const SIGNATORIES: readonly DatedRule<Signatories>[] = [
  {
    regimes: ['C', 'E', 'B'],
    from: null,
    until: '2022-06-30',
    value: 'all-present',
    article: 'L2121-23',
  },
  {
    regimes: ['C', 'E', 'B'],
    from: '2022-07-01',
    until: null,
    value: 'chair-and-secretary',
    article: 'L2121-23',
  },
];

/** Who signs what a séance of that day decided; undefined: no rule is known for that kind of authority. */
export const signatoriesOf = (regime: Regime | null, date: LocalDate): DatedRule<Signatories> | undefined =>
  ruleInForce(SIGNATORIES, regime, date);
