import type { AuthorityKind, BodyKind, BodyRules, Numbering } from '@registre/deliberation';
import { AUTHORITY_KIND_WORDS, BODY_KIND_WORDS } from '@registre/deliberation/kind-words';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Each value with what it is called, for a choice. */
const choicesOf = <V extends string>(words: { readonly [value in V]: string }) =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as V, label: capital(label) }));

export const AUTHORITY_KIND_CHOICES = choicesOf<AuthorityKind>(AUTHORITY_KIND_WORDS);
export const BODY_KIND_CHOICES = choicesOf<BodyKind>(BODY_KIND_WORDS);

export const authorityKindWording = (kind: AuthorityKind): string => capital(AUTHORITY_KIND_WORDS[kind]);
export const bodyKindWording = (kind: BodyKind): string => capital(BODY_KIND_WORDS[kind]);

const NUMBERINGS: { readonly [numbering in Numbering]: string } = {
  body: 'par instance\u00a0: un numéro ne sert qu’une fois',
  session: 'par séance\u00a0: les numéros recommencent à chaque séance',
};

export const NUMBERING_CHOICES = choicesOf<Numbering>(NUMBERINGS);
export const numberingWording = (numbering: Numbering): string => NUMBERINGS[numbering];

const PUBLICATIONS: { readonly [way in NonNullable<BodyRules['publication']>]: string } = {
  electronic: 'sous forme électronique',
  posting: 'par affichage',
  paper: 'sur papier',
};

export const PUBLICATION_CHOICES = choicesOf<NonNullable<BodyRules['publication']>>(PUBLICATIONS);
export const publicationWording = (way: BodyRules['publication']): string | null => way && PUBLICATIONS[way];
