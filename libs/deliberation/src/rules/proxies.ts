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

const COUNCILS_AND_BUREAUX: readonly Regime[] = ['C', 'E', 'B'];

/** For how many consecutive séances a proxy may hold; a department's or region's holds for its meeting only. */
export const CONSECUTIVE_SESSIONS: readonly DatedRule<number>[] = [
  { regimes: COUNCILS_AND_BUREAUX, from: null, until: null, value: 3, article: 'L2121-20' },
];

// Certified illness always; maternity as well since the law of 22 December 2025 (its reach is not confirmed).
const MATERNITY_FROM: LocalDate = '2025-12-24';

/** Whether a proxy given for that reason on that day is not limited in the number of séances. */
export const isUnlimited = (reason: string | null, date: LocalDate): boolean =>
  reason === 'illness' || (reason === 'maternity' && date >= MATERNITY_FROM);

/** The most consecutive séances; undefined: no rule is known, or none applies. */
export const consecutiveSessions = (regime: Regime | null, date: LocalDate): DatedRule<number> | undefined =>
  ruleInForce(CONSECUTIVE_SESSIONS, regime, date);

/** The most proxies that a member may bear that day; undefined: no rule is known for that kind of authority. */
export const proxiesPerBearer = (regime: Regime | null, date: LocalDate): DatedRule<number> | undefined =>
  ruleInForce(PROXIES_PER_BEARER, regime, date);
