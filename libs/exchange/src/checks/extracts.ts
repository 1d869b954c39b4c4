import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** Check 27, of the certification: of an affair that was dealt with, and not before the séance. */
export function checkExtracts(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '27');
  const { date } = record.session;
  return record.affairs.flatMap(({ extract, outcome }, index) => {
    if (extract === null) return [];
    const path = `affairs.${index}.extract`;
    if (outcome !== 'adopted' && outcome !== 'rejected' && outcome !== 'noted') {
      const message = 'L’affaire n’a pas été décidée : il n’y a pas d’extrait à certifier.';
      return [find('S', 'extract.undecided', path, message)];
    }
    if (extract.certifiedOn === null || extract.certifiedOn >= date) return [];
    const message = `L’extrait est certifié le ${extract.certifiedOn}, avant la séance (${date}).`;
    return [find('I', 'extract.before-session', `${path}.certifiedOn`, message)];
  });
}
