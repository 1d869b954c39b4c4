import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** Check 25: what a bureau decides cites the delegation it decides by (R5, L5211-10). */
export function checkDelegation(record: SessionRecord): readonly Finding[] {
  if (record.body.kind !== 'bureau') return [];
  return record.affairs.flatMap(({ outcome, delegation, citations }, index) => {
    const decided = outcome === 'adopted' || outcome === 'rejected';
    const cited = delegation !== null || citations?.some((citation) => /délégation/i.test(citation)) === true;
    if (!decided || cited) return [];
    const message = 'Le bureau décide par délégation, et l’acte n’en cite aucune (L5211-10).';
    return [finder(record, '25')('I', 'R5.delegation', `affairs.${index}.delegation`, message)];
  });
}
