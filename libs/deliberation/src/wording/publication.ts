import type { ContentKind, MentionKind, PublicationMedium } from '../affair/affair.js';

const MEDIA: { readonly [medium in PublicationMedium]: string } = {
  website: 'site internet',
  posting: 'affichage',
  paper: 'publication sur papier',
};

/** By what means an act is published (R24, L2131-1). */
export const publicationLong = (medium: PublicationMedium): string => MEDIA[medium];

const CONTENTS: { readonly [kind in ContentKind]: string } = {
  report: 'texte du rapport',
  annex: 'annexe',
  extract: 'extrait',
};

/** What was kept in the file store. */
export const contentKindLong = (kind: ContentKind): string => CONTENTS[kind];

const MENTIONS: { readonly [kind in MentionKind]: string } = {
  transmission: 'transmission au préfet',
  acknowledgement: 'accusé de réception',
  publication: 'publication',
  fate: 'suite donnée à l’acte',
};

/** What the register mentions of an act after its séance. */
export const mentionLong = (kind: MentionKind): string => MENTIONS[kind];
