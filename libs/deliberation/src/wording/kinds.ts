import type { AuthorityKind } from '../authority/authority.js';
import type { BodyKind } from '../body/body.js';
import type { ConvenedSession } from '../session/session.js';
import { UNKNOWN } from './unknown.js';

/** What the kinds of local authorities are called. */
export const AUTHORITY_KIND_WORDS: { readonly [kind in AuthorityKind]: string } = {
  commune: 'commune',
  metropole: 'métropole',
  epci: 'établissement public de coopération intercommunale',
  departement: 'département',
  region: 'région',
  syndicat: 'syndicat',
  ccas: 'centre communal d’action sociale',
  other: 'autre collectivité ou établissement',
};

/** The kind of a local authority. */
export const authorityKindLong = (kind: AuthorityKind | null): string =>
  kind === null ? UNKNOWN : AUTHORITY_KIND_WORDS[kind];

/** What the kinds of bodies are called. */
export const BODY_KIND_WORDS: { readonly [kind in BodyKind]: string } = {
  council: 'conseil',
  bureau: 'bureau',
  committee: 'commission permanente',
  other: 'autre instance',
};

/** The kind of a body of an authority. */
export const bodyKindLong = (kind: BodyKind): string => BODY_KIND_WORDS[kind];

/** The kind of a séance, after « séance ». */
export function sessionKindLong(kind: ConvenedSession['kind']): string {
  if (kind === null) return UNKNOWN;
  return kind === 'ordinary' ? 'ordinaire' : 'extraordinaire';
}
