import type { AffairDossier } from '@registre/projections';

/** The title of an act's window: its number where it has one, then its subject. */
export function titleOfAct(dossier: AffairDossier | undefined): string {
  if (dossier === undefined) return 'Délibération';
  const { number } = dossier;
  const subject = subjectOf(dossier);
  return number === null ? subject : `${number} – ${subject}`;
}

/** As the register words it: the report's subject, or else the agenda's. */
export const subjectOf = ({ report, agenda }: AffairDossier): string => report?.subject ?? agenda.subject;
