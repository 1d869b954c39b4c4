import type { FateKind, PublicationMedium } from '@registre/deliberation';

export const FATES: { readonly [kind in FateKind]: string } = {
  'material-error': 'Erreur matérielle corrigée',
  rectified: 'Acte rectifié',
  'vote-rectified': 'Vote corrigé',
  withdrawn: 'Acte retiré',
  repealed: 'Acte abrogé',
  replaced: 'Acte annulé et remplacé',
  annulled: 'Acte annulé par le juge',
};

/** What became of an act later. */
export const fateWording = (kind: FateKind): string => FATES[kind];

/** Corrections leave the act in force, the others do not. */
export const endsTheAct = (kind: FateKind): boolean =>
  kind !== 'material-error' && kind !== 'rectified' && kind !== 'vote-rectified';

const MEDIA: { readonly [medium in PublicationMedium]: string } = {
  website: 'site internet',
  posting: 'affichage',
  paper: 'papier',
};

export const mediumWording = (medium: PublicationMedium): string => MEDIA[medium];
