import type { Quorum } from '@registre/deliberation';
import { plural } from './amounts';
import { UNKNOWN } from './unknown';

/** How many had to be there, and from what that follows. */
export function requiredWording({ required, requiredIfNamed, inOffice, named }: Quorum): string {
  if (required !== null) return `${required} (pour ${plural(inOffice ?? 0, 'membre')} en exercice)`;
  if (requiredIfNamed === null) return UNKNOWN;
  return `${UNKNOWN} (${requiredIfNamed} si les ${named} nommés sont tous en exercice)`;
}

/** Whether it was reached; with the members in office unknown, only « not reached » can be certain. */
export function reachedWording({ reached, present, requiredIfNamed, named }: Quorum): string {
  if (reached === true) return 'Quorum atteint';
  if (reached === false) return 'Quorum non atteint';
  if (present !== null && requiredIfNamed !== null) {
    return `Quorum atteint si les ${named} nommés sont tous les membres en exercice`;
  }
  return `Quorum\u00a0: ${UNKNOWN}`;
}
