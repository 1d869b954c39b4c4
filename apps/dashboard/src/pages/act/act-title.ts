import type { AffairDossier } from '@registre/projections';

/** The title of an act's window: its number where it has one, then its subject. */
export function titleOfAct(dossier: AffairDossier | undefined): string {
  if (dossier === undefined) return 'Délibération';
  const { number, agenda } = dossier;
  return number === null ? agenda.subject : `${number} – ${agenda.subject}`;
}
