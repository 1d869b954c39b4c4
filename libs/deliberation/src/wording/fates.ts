import type { FateKind } from '../affair/affair.js';

const FATES: { readonly [kind in FateKind]: string } = {
  'material-error': 'a fait l’objet d’une correction d’erreur matérielle',
  rectified: 'a été rectifié',
  'vote-rectified': 'a vu son vote corrigé',
  withdrawn: 'a été retiré',
  repealed: 'a été abrogé',
  replaced: 'a été annulé et remplacé',
  annulled: 'a été annulé par le juge',
};

/** What became of an act later, after « l’acte » (R26). */
export const fateLong = (kind: FateKind): string => FATES[kind];
