import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

const ALL: readonly Regime[] = ['C', 'E', 'B', 'D', 'R', 'CP'];
const COVID: readonly (readonly [LocalDate, LocalDate, string])[] = [
  ['2020-03-24', '2020-04-02', 'loi 2020-290 art. 10'],
  ['2020-04-03', '2020-07-10', 'ord. 2020-391 art. 2'],
  ['2020-07-11', '2020-08-30', 'loi 2020-760 art. 3'],
  ['2020-11-15', '2021-09-30', 'loi 2020-1379 art. 6'],
  ['2021-11-10', '2022-07-31', 'loi 2021-1465 art. 10'],
];

/** How many proxies one member may bear. */
export const PROXIES_PER_BEARER: readonly DatedRule<number>[] = [
  ...COVID.map(([from, until, article]) => ({ regimes: ALL, from, until, value: 2, article })),
  { regimes: ALL, from: null, until: null, value: 1, article: 'L2121-20, L3121-16, L4132-15' },
];

/** The most proxies that a member may bear that day; undefined: no rule is known for that kind of authority. */
export const proxiesPerBearer = (regime: Regime | null, date: LocalDate): DatedRule<number> | undefined =>
  ruleInForce(PROXIES_PER_BEARER, regime, date);
