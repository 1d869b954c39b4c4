import type { Kind } from './looks';
import { UNKNOWN_LOOK } from './looks';
import type { Column } from '../ui/data-table';

/** How seats were held, as they are drawn. */
export const SEAT_KINDS = [
  { key: 'present', label: 'présents', look: { color: '--vote-for', pattern: 'solid' } },
  {
    key: 'represented',
    label: 'représentés par un pouvoir',
    look: { color: '--vote-for', pattern: 'rising' },
  },
  { key: 'excused', label: 'excusés', look: { color: '--vote-abstentions', pattern: 'dots' } },
  { key: 'absent', label: 'absents', look: { color: '--vote-against', pattern: 'hollow' } },
  { key: 'unknown', label: 'non renseigné', look: UNKNOWN_LOOK },
] as const satisfies readonly Kind[];

/** The same of one member. */
export const PRESENCE_KINDS = [
  { ...SEAT_KINDS[0], label: 'présent' },
  { ...SEAT_KINDS[1], label: 'représenté par un pouvoir' },
  { ...SEAT_KINDS[2], label: 'excusé' },
  { ...SEAT_KINDS[3], label: 'absent' },
  SEAT_KINDS[4],
] as const satisfies readonly Kind[];

/** What became of affairs, as it is drawn; those adopted by how. */
export const OUTCOME_KINDS = [
  { key: 'unanimous', label: 'adoptées à l’unanimité', look: { color: '--vote-for', pattern: 'solid' } },
  { key: 'divided', label: 'adoptées à la majorité', look: { color: '--vote-for', pattern: 'rising' } },
  {
    key: 'adopted',
    label: 'adoptées, partage des voix non renseigné',
    look: { color: '--vote-for', pattern: 'hollow' },
  },
  { key: 'rejected', label: 'rejetées', look: { color: '--vote-against', pattern: 'solid' } },
  { key: 'noted', label: 'pris acte', look: { color: '--vote-not-taking-part', pattern: 'level' } },
  { key: 'postponed', label: 'reportées', look: { color: '--vote-abstentions', pattern: 'dots' } },
  { key: 'withdrawn', label: 'retirées', look: { color: '--vote-abstentions', pattern: 'falling' } },
  { key: 'unknown', label: 'issue non renseignée', look: UNKNOWN_LOOK },
] as const satisfies readonly Kind[];

/** Of ballots: who voted of those who could. */
export const VOTED: Kind = {
  key: 'voted',
  label: 'ont voté',
  look: { color: '--vote-for', pattern: 'solid' },
};
export const NOT_COUNTED: Kind = { key: 'unknown', label: 'non renseigné', look: UNKNOWN_LOOK };

export const WITHIN: Kind = {
  key: 'within',
  label: 'dans le délai, ou sans délai fixé',
  look: { color: '--vote-for', pattern: 'solid' },
};
export const BEYOND: Kind = {
  key: 'beyond',
  label: 'au-delà du délai',
  look: { color: '--vote-against', pattern: 'rising' },
};
export const ONE_KIND: Kind = { key: 'all', label: '', look: { color: '--vote-for', pattern: 'solid' } };

/** The counts of affairs as they are drawn: `adopted` holds only those of which it is not known how. */
export function outcomeCounts(outcomes: {
  readonly [
    name in 'adopted' | 'unanimous' | 'divided' | 'rejected' | 'noted' | 'postponed' | 'withdrawn' | 'unknown'
  ]: number;
}): Readonly<Record<string, number>> {
  return { ...outcomes, adopted: outcomes.adopted - outcomes.unanimous - outcomes.divided };
}

/** Those of the kinds that there are any of. */
export const used = (
  kinds: readonly Kind[],
  all: readonly Readonly<Record<string, number>>[],
): readonly Kind[] => kinds.filter(({ key }) => all.some((counts) => (counts[key] ?? 0) > 0));

const OUTCOME_HEADERS: Readonly<Record<string, string>> = {
  unanimous: 'À l’unanimité',
  divided: 'À la majorité',
  adopted: 'Adoptées, partage inconnu',
  rejected: 'Rejetées',
  noted: 'Pris acte',
  postponed: 'Reportées',
  withdrawn: 'Retirées',
  unknown: 'Non renseignée',
};

/** The columns of a table of outcomes: those that there are any of, and what is not known. */
export const outcomeColumns = <Row>(
  kinds: readonly Kind[],
  countsOf: (row: Row) => Readonly<Record<string, number>>,
): readonly Column<Row>[] =>
  OUTCOME_KINDS.filter(({ key }) => key === 'unknown' || kinds.some((kind) => kind.key === key)).map(
    ({ key }) => ({
      header: OUTCOME_HEADERS[key] ?? key,
      numeric: true,
      cell: (row) => countsOf(row)[key] ?? 0,
    }),
  );
