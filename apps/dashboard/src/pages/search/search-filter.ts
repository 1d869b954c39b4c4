import type { Names } from '../../api/address-filter';
import type { SearchCriterion, SearchFilter } from '../../api/client';

/** How the criteria of a search are called in its address. */
export const SEARCH_NAMES: Names<SearchCriterion> = {
  q: 'q',
  body: 'instance',
  from: 'du',
  until: 'au',
  outcome: 'resultat',
  member: 'elu',
  memberAs: 'role',
  classification: 'matiere',
  amountFrom: 'montant-min',
  amountUntil: 'montant-max',
};

/** As it is asked for: amounts as people write them, and what a member did only where a member is said. */
export const asAsked = (filter: SearchFilter): SearchFilter => ({
  ...filter,
  memberAs: filter.member === null ? null : filter.memberAs,
  amountFrom: amountIn(filter.amountFrom),
  amountUntil: amountIn(filter.amountUntil),
});

/** « 75 000,50 » → `75000.50`. */
const amountIn = (said: string | null): string | null => said && said.replace(/[\s€]/g, '').replace(',', '.');

/** Whether anything is asked for. */
export const isAsked = (filter: SearchFilter): boolean =>
  Object.values(filter).some((value) => value !== null);
