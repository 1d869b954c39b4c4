import type { AuthorityDescription } from '../authority/authority.js';
import type { Answer } from './answer.js';

/** To which communes a rule applies; nothing said: to all. */
export interface OfCommunes {
  /** From that number of inhabitants on. */
  readonly fromPopulation?: number;
  /** Below that number of inhabitants. */
  readonly belowPopulation?: number;
  /** Of those departments only. */
  readonly departments?: readonly string[];
}

/** What is known of an authority's size and place. */
export type Place = Pick<AuthorityDescription, 'population' | 'department'>;

/**
 * Whether a rule is for an authority of that size and place. One of named departments is not for an authority whose
 * department is not known: local law is never presumed.
 */
export function isFor(
  { fromPopulation = 0, belowPopulation = Infinity, departments }: OfCommunes,
  { population, department }: Place,
): Answer {
  if (departments !== undefined && (department === null || !departments.includes(department))) return 'no';
  if (fromPopulation === 0 && belowPopulation === Infinity) return 'yes';
  if (population === null) return 'unknown';
  return population >= fromPopulation && population < belowPopulation ? 'yes' : 'no';
}
