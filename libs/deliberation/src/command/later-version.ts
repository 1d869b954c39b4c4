import { Refusal } from '@registre/platform';

/** What a stream holds was written by a later version of the program: nothing can be decided on what is not understood. */
export const laterVersion = (what: string): Refusal =>
  new Refusal(
    'unavailable',
    'later-version',
    `Ce registre contient un événement d’une version plus récente du programme (${what})\u00a0: mettez le programme à jour. Rien n’a été enregistré.`,
  );
