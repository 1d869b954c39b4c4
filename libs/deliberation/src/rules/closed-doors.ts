import type { DatedRule } from './rule-set.js';

/** How many members may ask for closed doors; the mayor or the president may ask alone (R13). */
export const CLOSED_DOORS_RULES: readonly DatedRule<number>[] = [
  { regimes: ['C'], from: null, until: null, value: 3, article: 'L2121-18' },
  { regimes: ['E'], from: null, until: null, value: 5, article: 'L5211-11' },
  { regimes: ['D', 'R'], from: null, until: null, value: 5, article: 'L3121-11, L4132-10' },
];
