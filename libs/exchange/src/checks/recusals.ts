import { courseOf } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { chairAt } from './ballots.js';
import { finder, nameOf, type Finding } from './finding.js';

/**
 * Check 16: whoever keeps out of an affair does not preside while it is voted on, and does so once (R19). That they
 * neither vote nor bear a proxy there is seen with the votes, and that they are out of the room with the quorum.
 */
export function checkRecusals(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '16');
  const course = courseOf(record);
  return course.affairs.flatMap(({ affair, rank, path }) => {
    const seen = new Set<string>();
    const chair = (affair.ballots ?? []).length === 0 ? null : chairAt(course, rank);
    return (affair.recusals ?? []).flatMap(({ member }, index) => {
      const where = `${path}.recusals.${index}.member`;
      const twice = seen.has(member);
      seen.add(member);
      const name = nameOf(record, member);
      if (twice)
        return [find('S', 'recusal.twice', where, `${name} se déporte deux fois de la même affaire.`)];
      if (member !== chair) return [];
      const message = `${name} s’est déporté(e) de cette affaire et ne peut pas en présider le vote (L2131-11).`;
      return [find('I', 'R19.chair', where, message)];
    });
  });
}
