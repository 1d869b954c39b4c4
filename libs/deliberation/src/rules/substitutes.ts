import type { AuthorityKind } from '../authority/authority.js';
import type { BodyKind, BodyRules } from '../body/body.js';

/**
 * Whether titulars of a body have substitutes (suppléants): a syndicat's statutes say so, and of the EPCI only a
 * communauté de communes or d'agglomération has them, for a commune with one seat (L5211-6); a métropole, a commune
 * and a Bureau have none. Null: not known.
 */
export function hasSubstitutes(
  authority: AuthorityKind | null,
  body: BodyKind,
  rules: BodyRules | null,
): boolean | null {
  const said = rules?.substitutes ?? null;
  if (said !== null) return said;
  if (body === 'bureau') return false;
  return body === 'council' && (authority === 'commune' || authority === 'metropole') ? false : null;
}
