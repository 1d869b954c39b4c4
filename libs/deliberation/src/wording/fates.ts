import type { Fate, FateKind } from '../affair/affair.js';
import type { Answer } from '../rules/answer.js';
import { dateLong } from './dates.js';
import { UNKNOWN } from './unknown.js';

const FATES: { readonly [kind in FateKind]: string } = {
  'material-error': 'a fait l’objet d’une correction d’erreur matérielle',
  rectified: 'a été rectifié',
  'vote-rectified': 'a vu son vote corrigé',
  withdrawn: 'a été retiré',
  repealed: 'a été abrogé',
  replaced: 'a été annulé et remplacé',
  annulled: 'a été annulé par le juge',
};

const NAMES: { readonly [kind in FateKind]: string } = {
  'material-error': 'erreur matérielle corrigée',
  rectified: 'rectifié',
  'vote-rectified': 'vote corrigé',
  withdrawn: 'retiré',
  repealed: 'abrogé',
  replaced: 'annulé et remplacé',
  annulled: 'annulé par le juge',
};

/** The same, in a table: « retiré ». */
export const fateName = (kind: FateKind): string => NAMES[kind];

/** A fate with all that is known of it: « annulé par le juge, le 14 janvier 2025, par le tribunal… ». */
export function fateTold({ kind, on, effectiveFrom, byNumber, by, note }: Fate): string {
  const told = [
    fateName(kind),
    on === null ? 'à une date non renseignée' : `le ${dateLong(on)}`,
    effectiveFrom === null ? null : `avec effet du ${dateLong(effectiveFrom)}`,
    byNumber === null ? null : `par l’acte n° ${byNumber}`,
    by === null ? null : `par\u00a0: ${by}`,
  ].filter((part) => part !== null);
  return told.join(', ') + (note === null ? '' : ` (${note})`);
}

const ANSWERS: { readonly [answer in Answer]: string } = { yes: 'oui', no: 'non', unknown: UNKNOWN };

/** Yes, no, or not known. */
export const answerLong = (answer: Answer): string => ANSWERS[answer];

/** What became of an act later, after « l’acte » (R26). */
export const fateLong = (kind: FateKind): string => FATES[kind];
