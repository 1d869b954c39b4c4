import type { BallotMethod, Cell, ResultBasis, Roll, Tally } from '@registre/deliberation';
import { plural } from './amounts';
import { UNKNOWN } from './unknown';

export const CELLS = ['for', 'against', 'abstentions', 'notTakingPart'] as const satisfies readonly Cell[];

const METHODS: { readonly [method in BallotMethod]: string } = {
  'show-of-hands': 'vote à main levée',
  'roll-call': 'scrutin public par appel nominal',
  secret: 'scrutin secret',
};

export const methodWording = (method: BallotMethod | null): string =>
  method === null ? `mode de scrutin ${UNKNOWN}` : METHODS[method];

const CELL_LABELS: { readonly [cell in Cell]: string } = {
  for: 'Pour',
  against: 'Contre',
  abstentions: 'Abstentions',
  notTakingPart: 'Ne prennent pas part au vote',
};

export const cellWording = (cell: Cell): string => CELL_LABELS[cell];

/** How many may vote: a ceiling where recusals are not known. */
export function rollWording({ size, exact }: Roll): string {
  if (size === null) return UNKNOWN;
  return exact ? String(size) : `${size} au plus (déports ${UNKNOWN}s)`;
}

/** Nothing is known of how the votes were shared. */
export const uncounted = ({ counts }: Tally): boolean => CELLS.every((cell) => counts[cell] === null);

/** The counts in one line: « 14 pour, 0 contre (déduit), 1 abstention, 0 NPPV ». */
export function countsWording(tally: Tally): string {
  if (uncounted(tally)) return `décompte ${UNKNOWN}`;
  const { counts, deduced } = tally;
  return CELLS.map((cell) => {
    const mark = deduced.includes(cell) ? ' (déduit)' : '';
    return `${cellInLine(cell, counts[cell])}${mark}`;
  }).join(', ');
}

function cellInLine(cell: Cell, count: number | null): string {
  const name = { for: 'pour', against: 'contre', abstentions: 'abstentions', notTakingPart: 'NPPV' }[cell];
  if (count === null) return `${name}\u00a0: ${UNKNOWN}`;
  return cell === 'abstentions' ? plural(count, 'abstention') : `${count}\u00a0${name}`;
}

const BASES: { readonly [basis in ResultBasis]: string | null } = {
  votes: null,
  'casting-vote': 'voix prépondérante du président',
  'tied-accounts': 'partage des voix\u00a0: le compte est arrêté',
  age: 'au bénéfice de l’âge',
  'single-candidate': 'candidature unique',
};

/** What settled a result, where it is not the votes alone. */
export const basisWording = (basis: ResultBasis | null | undefined): string | null =>
  basis == null ? null : BASES[basis];
