import type { HistoryFilter } from '../../api/client';

/** What the address of the journal may say, by the names that it has there, and what the register calls it. */
const NAMES = {
  type: 'type',
  auteur: 'actor',
  seance: 'session',
  affaire: 'affair',
  flux: 'stream',
  'appris-du': 'from',
  'appris-au': 'until',
  'vrai-du': 'occurredFrom',
  'vrai-au': 'occurredUntil',
  corrections: 'corrections',
  irregularites: 'irregular',
} as const;

export type FilterName = keyof typeof NAMES;
/** Null: not filtered by that. */
export type JournalFilter = { readonly [name in FilterName]: string | null };

const FILTER_NAMES = Object.keys(NAMES) as readonly FilterName[];

export const filterIn = (search: URLSearchParams): JournalFilter =>
  Object.fromEntries(FILTER_NAMES.map((name) => [name, search.get(name) || null])) as JournalFilter;

export const isFiltered = (filter: JournalFilter): boolean =>
  FILTER_NAMES.some((name) => filter[name] !== null);

/** The filter as the register is asked; a mark that is set is `true` there. */
export const askedBy = (filter: JournalFilter): HistoryFilter =>
  Object.fromEntries(
    FILTER_NAMES.map((name) => {
      const isMark = name === 'corrections' || name === 'irregularites';
      return [NAMES[name], isMark && filter[name] !== null ? 'true' : filter[name]];
    }),
  );
