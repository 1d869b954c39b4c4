import { isSiren, isSiret } from '@registre/platform';
import type { BrokenRule } from '../command/irregularity.js';
import type { AuthorityDescription } from './authority.js';

/** What is said of an authority: what is left out is not known. */
type Said = Pick<AuthorityDescription, 'name' | 'timezone'> & Partial<AuthorityDescription>;

/** With every key present. */
export const descriptionOf = (body: Said): AuthorityDescription => ({
  name: body.name,
  siren: body.siren ?? null,
  siret: body.siret ?? null,
  kind: body.kind ?? null,
  population: body.population ?? null,
  department: body.department ?? null,
  timezone: body.timezone,
});

/** In what two descriptions differ. */
export const differing = (
  before: AuthorityDescription,
  after: AuthorityDescription,
): readonly (keyof AuthorityDescription)[] =>
  (Object.keys(after) as (keyof AuthorityDescription)[]).filter((field) => before[field] !== after[field]);

/**
 * SIREN and SIRET that cannot be right: their check digits, a SIRET that does not begin with its SIREN, a key of nine
 * digits that is another SIREN (R123-221 of the code de commerce).
 */
export function brokenByIdentity(key: string, { siren, siret }: AuthorityDescription): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (siren !== null && !isSiren(siren)) {
    const message = `La clé de contrôle du SIREN ${siren} est fausse.`;
    broken.push({ rule: 'identity.siren', message, field: 'siren' });
  }
  if (siret !== null && !isSiret(siret)) {
    const message = `La clé de contrôle du SIRET ${siret} est fausse.`;
    broken.push({ rule: 'identity.siret', message, field: 'siret' });
  }
  if (siren !== null && siret !== null && !siret.startsWith(siren)) {
    const message = `Le SIRET ${siret} ne commence pas par le SIREN ${siren}.`;
    broken.push({ rule: 'identity.siret-of-another', message, field: 'siret' });
  }
  if (siren !== null && /^\d{9}$/.test(key) && key !== siren) {
    const message = `La clé ${key} n’est pas le SIREN ${siren}.`;
    broken.push({ rule: 'identity.key', message, field: 'siren' });
  }
  return broken;
}
