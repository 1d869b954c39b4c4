import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/**
 * Since when a member recused for sitting in another body by designation (L1111-6 II) is no longer counted among the
 * members in office when the quorum is computed. Before, and on any other ground, the member stays in and counts as
 * absent (R9; CE 19 January 1983, Chauré).
 */
export const DESIGNATED_OUT_OF_QUORUM: readonly DatedRule<true>[] = [
  { regimes: ['C', 'E', 'B'], from: '2022-02-23', until: null, value: true, article: 'L2131-11' },
  { regimes: ['D', 'R'], from: '2025-12-24', until: null, value: true, article: 'L3132-5, L4142-5' },
];

/** Whether such a member is left out of the members in office that day. */
export const isDesignatedOutOfQuorum = (regime: Regime | null, date: LocalDate): boolean =>
  ruleInForce(DESIGNATED_OUT_OF_QUORUM, regime, date) !== undefined;
