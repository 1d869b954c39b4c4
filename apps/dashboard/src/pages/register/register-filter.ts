import type { RegisterCriterion, RegisterFilter } from '../../api/client';
import type { Names } from '../../api/address-filter';

/** How the criteria of the register are called in its address. */
export const REGISTER_NAMES: Names<RegisterCriterion> = {
  body: 'instance',
  year: 'annee',
  from: 'du',
  until: 'au',
  outcome: 'resultat',
  certified: 'certifie',
  irregular: 'irregularite',
  fate: 'suite',
  order: 'ordre',
};

/** The latest first, where the address says nothing else. */
export const inOrder = (filter: RegisterFilter): RegisterFilter => ({
  ...filter,
  order: filter.order ?? 'latest',
});

/** How many criteria narrow the register. */
export const narrowing = (filter: RegisterFilter): number =>
  (Object.keys(REGISTER_NAMES) as RegisterCriterion[]).filter(
    (criterion) => criterion !== 'order' && filter[criterion] !== null,
  ).length;
