import type { LocalDate } from '@registre/platform';
import type { AuthorityKind } from '../authority/authority.js';
import type { BodyKind } from '../body/body.js';

/**
 * Whose law applies: C commune, E EPCI, B a bureau deciding by delegation, D department, R region, CP the
 * permanent commission of one of these two. Null: no rule is known for that kind, and none is guessed.
 */
export type Regime = 'C' | 'E' | 'B' | 'D' | 'R' | 'CP';

/** The regime of a body (L5211-1, L5711-1: établissements and syndicats follow the communes' rules). */
export function regimeOf(authority: AuthorityKind | null, body: BodyKind): Regime | null {
  const county = authority === 'departement' || authority === 'region';
  const grouping = authority === 'metropole' || authority === 'epci' || authority === 'syndicat';
  if (body === 'bureau') return grouping ? 'B' : null;
  if (body === 'committee') return county ? 'CP' : null;
  if (body !== 'council') return null;
  if (authority === 'commune') return 'C';
  if (grouping) return 'E';
  if (authority === 'departement') return 'D';
  return authority === 'region' ? 'R' : null;
}

/** A rule and the days it is in force, both included; null: open. */
export interface DatedRule<T> {
  readonly regimes: readonly Regime[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly value: T;
  /** The article, of the CGCT unless named. */
  readonly article: string;
}

/** The rule in force on that day for that regime: the first that fits; undefined when none is known. */
export function ruleInForce<T>(
  rules: readonly DatedRule<T>[],
  regime: Regime | null,
  date: LocalDate,
): DatedRule<T> | undefined {
  return rules.find(
    ({ regimes, from, until }) =>
      regime !== null &&
      regimes.includes(regime) &&
      (from === null || from <= date) &&
      (until === null || date <= until),
  );
}
