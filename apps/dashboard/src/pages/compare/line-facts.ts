import type { ChangedFact, ComparedLine } from '@registre/projections';
import { dateMedium, instantLong } from '../../wording/dates';
import { fateWording, mediumWording } from '../../wording/fates';
import { outcomeWording } from '../../wording/outcomes';
import type { ComparedFact } from './side-by-side';

type Facts = {
  readonly [fact in ChangedFact]: {
    readonly name: string;
    readonly of: (line: ComparedLine, timezone: string) => string | null;
  };
};

const ANSWERS = { yes: 'oui', no: 'non', unknown: null };

/** What each fact of a line says, in the words of the pages. */
const FACTS: Facts = {
  session: { name: 'Séance', of: ({ date, bodyName }) => `${dateMedium(date)}, ${bodyName}` },
  order: { name: 'Point', of: ({ order }) => counted(order) },
  sheet: { name: 'Feuillet', of: ({ sheet }) => counted(sheet) },
  number: { name: 'Numéro', of: ({ number }) => number },
  subject: { name: 'Objet', of: ({ subject }) => subject },
  outcome: { name: 'Issue', of: ({ outcome }) => outcome && outcomeWording(outcome).label },
  proclaimed: { name: 'Résultat proclamé', of: ({ proclaimed }) => proclaimed },
  certified: { name: 'Extrait', of: ({ certifiedAt }, timezone) => certified(certifiedAt, timezone) },
  transmission: { name: 'Transmis au préfet', of: ({ transmission }) => transmission && sent(transmission) },
  publication: { name: 'Publié', of: ({ publications }) => listed(publications.map(published)) },
  enforceable: { name: 'Exécutoire', of: ({ enforceable }) => ANSWERS[enforceable] },
  fate: { name: 'Suites', of: ({ fates }) => listed(fates.map(became)) ?? 'aucune' },
  irregularities: { name: 'Irrégularités', of: ({ irregularities }) => String(irregularities) },
};

const dated = (on: string | null): string => (on === null ? 'date non renseignée' : dateMedium(on));
const listed = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));

export const counted = (count: number | null): string | null => (count === null ? null : String(count));

export const certified = (at: string | null, timezone: string): string =>
  at === null ? 'projet' : `certifié, figé le ${instantLong(at, timezone)}`;

export const sent = ({ on, identifier }: NonNullable<ComparedLine['transmission']>): string =>
  identifier === null ? dated(on) : `${dated(on)}, ${identifier}`;

export const published = ({ on, media }: ComparedLine['publications'][number]): string =>
  media === null ? dated(on) : `${dated(on)}, ${media.map(mediumWording).join(', ')}`;

export function became({ kind, on, effectiveFrom }: ComparedLine['fates'][number]): string {
  const effect = effectiveFrom === null ? '' : `, avec effet du ${dateMedium(effectiveFrom)}`;
  return `${fateWording(kind)} (${dated(on)}${effect})`;
}

/** A line at two moments; `changed` null: it was not there before, all of it is told. */
export function factsOfLine(
  before: ComparedLine | null,
  after: ComparedLine,
  changed: readonly ChangedFact[] | null,
  timezone: string,
): readonly ComparedFact[] {
  const wanted = changed ?? (Object.keys(FACTS) as ChangedFact[]);
  return wanted.map((fact) => {
    const { name, of } = FACTS[fact];
    const was = before === null ? 'pas encore au registre' : of(before, timezone);
    return { name, before: was, after: of(after, timezone) };
  });
}
