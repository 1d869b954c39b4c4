import { QUORUM_RULES, type Quorum } from '../rules/quorum.js';
import { UNKNOWN } from './unknown.js';

/**
 * The quorum with its arithmetic: « 6 (11 membres en exercice), atteint par 8 présents ». Where the members in
 * office are unknown, what it would be if only those named are in office, and that it was not reached where that
 * is certain all the same (R6).
 */
export function quorumLong(quorum: Quorum): string {
  if (quorum.required !== null) return `${quorum.required}${ofOffice(quorum)}, ${reachedLong(quorum)}`;
  if (quorum.requiredIfNamed === null) return UNKNOWN;
  const { named, requiredIfNamed } = quorum;
  if (quorum.reached === false) {
    return `${reachedLong(quorum)}, au moins ${requiredIfNamed} requis (${named} nommés)`;
  }
  return `${UNKNOWN} (${requiredIfNamed} si les ${named} nommés sont tous en exercice)`;
}

function ofOffice({ inOffice }: Quorum): string {
  if (inOffice === null) return '';
  return ` (${inOffice} ${inOffice > 1 ? 'membres' : 'membre'} en exercice)`;
}

function reachedLong(quorum: Quorum): string {
  if (quorum.present === null || quorum.reached === null) return `présents : ${UNKNOWN}`;
  const counted = `${quorum.present} ${countedLong(quorum)}`;
  return quorum.reached ? `atteint par ${counted}` : `non atteint avec ${counted}`;
}

function countedLong({ article, present }: Quorum): string {
  const plural = present !== null && present > 1 ? 's' : '';
  const rule = QUORUM_RULES.find((one) => one.article === article)?.value;
  return rule?.counted === 'present-or-represented'
    ? `présent${plural} ou représenté${plural}`
    : `présent${plural}`;
}
