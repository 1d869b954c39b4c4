import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

const ALL: readonly Regime[] = ['C', 'E', 'B', 'D', 'R', 'CP'];
const COVID: readonly (readonly [LocalDate, LocalDate, string])[] = [
  ['2020-03-24', '2020-04-02', 'ord. 2020-391 art. 6'],
  ['2020-04-03', '2020-07-10', 'ord. 2020-391 art. 6'],
  ['2020-07-11', '2020-08-30', 'loi 2020-760'],
  ['2020-11-15', '2021-09-30', 'loi 2020-1379 art. 6'],
  ['2021-11-10', '2022-07-31', 'loi 2021-1465 art. 10'],
];

/**
 * Whether a member may attend at a distance. In the Covid windows everybody might; otherwise the councils of EPCI since
 * the law of 27 December 2019 (its exact first day is not confirmed), more widely since 1 August 2022, and never a
 * Bureau (L5211-11-1). Departments and regions: no row outside the windows, so nothing is said.
 */
export const REMOTE_ATTENDANCE: readonly DatedRule<boolean>[] = [
  ...COVID.map(([from, until, article]) => ({ regimes: ALL, from, until, value: true, article })),
  { regimes: ['E'], from: '2019-12-28', until: null, value: true, article: 'L5211-11-1' },
  { regimes: ['E'], from: null, until: '2019-12-27', value: false, article: 'L5211-1, L2121-17' },
  { regimes: ['B'], from: null, until: null, value: false, article: 'L5211-11-1' },
  { regimes: ['C'], from: null, until: null, value: false, article: 'L2121-17' },
];

/** The rule of that day; undefined: none is known. */
export const remoteAttendance = (regime: Regime | null, date: LocalDate): DatedRule<boolean> | undefined =>
  ruleInForce(REMOTE_ATTENDANCE, regime, date);
