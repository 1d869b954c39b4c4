import type { LocalDate } from '@registre/platform';
import { inEffectOn, makesAnAct } from '../domain.js';
import type { AffairDossier } from '../views.js';

/** The dossier with the answer whether its act is in effect on a day, by what the dossier says. */
export function withEffectOn(dossier: AffairDossier, on: LocalDate): AffairDossier {
  return { ...dossier, inEffect: { on, ...effectOf(dossier, on) } };
}

function effectOf({ agenda, date, publications, transmission, fates }: AffairDossier, on: LocalDate) {
  if (!makesAnAct(agenda.outcome)) {
    const why = 'L’affaire n’a pas été décidée\u00a0: il n’y a pas d’acte.';
    return { answer: 'no', since: null, until: null, why } as const;
  }
  return inEffectOn({ decidedOn: date, publications, transmission, fates, mustBeTransmitted: null }, on);
}
