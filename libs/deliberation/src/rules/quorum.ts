import type { LocalDate } from '@registre/platform';
import { ruleInForce, type DatedRule, type Regime } from './rule-set.js';

/** How many must be there, and who counts as being there. */
export interface QuorumRule {
  readonly share: 'more-than-half' | 'a-third';
  readonly counted: 'present' | 'present-or-represented';
}

const HALF: QuorumRule = { share: 'more-than-half', counted: 'present' };
const THIRD: QuorumRule = { share: 'a-third', counted: 'present' };
const THIRD_WITH_PROXIES: QuorumRule = { share: 'a-third', counted: 'present-or-represented' };
const COUNCILS: readonly Regime[] = ['C', 'E', 'D', 'R'];
const ALL: readonly Regime[] = [...COUNCILS, 'CP', 'B'];

/** The Covid windows come first: they depart from the permanent rule. */
export const QUORUM_RULES: readonly DatedRule<QuorumRule>[] = [
  {
    regimes: COUNCILS,
    from: '2020-03-24',
    until: '2020-04-02',
    value: THIRD,
    article: 'loi 2020-290 art. 10',
  },
  {
    regimes: ALL,
    from: '2020-04-03',
    until: '2020-07-10',
    value: THIRD_WITH_PROXIES,
    article: 'ord. 2020-391 art. 2',
  },
  { regimes: ALL, from: '2020-07-11', until: '2020-08-30', value: THIRD, article: 'loi 2020-760 art. 3' },
  { regimes: ALL, from: '2020-11-15', until: '2021-09-30', value: THIRD, article: 'loi 2020-1379 art. 6' },
  { regimes: ALL, from: '2021-11-10', until: '2022-07-31', value: THIRD, article: 'loi 2021-1465 art. 10' },
  { regimes: ['C', 'E', 'B'], from: null, until: null, value: HALF, article: 'L2121-17, L5211-1' },
  { regimes: ['D', 'R'], from: null, until: null, value: HALF, article: 'L3121-14, L4132-13' },
  {
    regimes: ['CP'],
    from: '2009-01-01',
    until: null,
    value: { share: 'more-than-half', counted: 'present-or-represented' },
    article: 'L3121-14-1, L4132-13-1',
  },
];

/** The quorum with its arithmetic; null where something is not known. */
export interface Quorum {
  /** Members in office. */
  readonly inOffice: number | null;
  /** Those who are named and hold a seat, substitutes aside: `inOffice` is at least that. */
  readonly named: number | null;
  /** How many must be counted, from `inOffice`. */
  readonly required: number | null;
  /** How many must be counted if those named are all in office. */
  readonly requiredIfNamed: number | null;
  /** How many count. */
  readonly present: number | null;
  readonly reached: boolean | null;
  /** The rule that was applied; null: none is known for that kind of authority. */
  readonly article: string | null;
}

export interface QuorumFacts {
  readonly regime: Regime | null;
  readonly date: LocalDate;
  readonly inOffice: number | null;
  readonly named: number | null;
  readonly present: number | null;
  /** Represented and not present; null: unknown. */
  readonly represented: number | null;
}

/**
 * The quorum by the rule of that day (R6). With the members in office unknown, *not reached* can be certain (too
 * few even if nobody else holds a seat), *reached* cannot.
 */
export function quorumOf(facts: QuorumFacts): Quorum {
  const rule = ruleInForce(QUORUM_RULES, facts.regime, facts.date);
  const { inOffice, named } = facts;
  if (rule === undefined) {
    const unknown = { required: null, requiredIfNamed: null, reached: null, article: null };
    return { inOffice, named, present: facts.present, ...unknown };
  }
  const present = countedAsPresent(rule.value, facts);
  const required = inOffice === null ? null : requiredOf(rule.value, inOffice);
  const requiredIfNamed = inOffice !== null || named === null ? null : requiredOf(rule.value, named);
  return {
    inOffice,
    named,
    required,
    requiredIfNamed,
    present,
    reached: reachedWith(present, required, requiredIfNamed),
    article: rule.article,
  };
}

function countedAsPresent(rule: QuorumRule, { present, represented }: QuorumFacts): number | null {
  if (rule.counted === 'present') return present;
  return present === null || represented === null ? null : present + represented;
}

/** `floor(n/2)+1`, or `ceil(n/3)`. */
function requiredOf(rule: QuorumRule, inOffice: number): number {
  return rule.share === 'more-than-half' ? Math.floor(inOffice / 2) + 1 : Math.ceil(inOffice / 3);
}

function reachedWith(
  present: number | null,
  required: number | null,
  atLeast: number | null,
): boolean | null {
  if (present === null) return null;
  if (required !== null) return present >= required;
  return atLeast !== null && present < atLeast ? false : null;
}
