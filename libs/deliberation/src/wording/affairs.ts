import type { Outcome } from '../session/session.js';
import { UNKNOWN } from './unknown.js';

const OUTCOMES: { readonly [outcome in Outcome]: string } = {
  adopted: 'adoptée',
  rejected: 'rejetée',
  noted: 'dont il est pris acte',
  postponed: 'reportée',
  withdrawn: 'retirée de l’ordre du jour',
};

/** What became of an affair. Withdrawn is said of the agenda: an act may be withdrawn too, later (R26). */
export const outcomeLong = (outcome: Outcome | null): string =>
  outcome === null ? UNKNOWN : OUTCOMES[outcome];
