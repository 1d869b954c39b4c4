import { courseOf, during, namesAreWhole, OPENING, roomAt, type Place } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

/** Check 12: whoever presides or is secretary is in the room (L2121-14, L2121-15). */
export function checkPresence(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '12');
  const course = courseOf(record);
  const isOut = (member: string, place: Place) =>
    namesAreWhole(course, place) && roomAt(course, place).present?.has(member) === false;
  const { chair, chairs, secretaries } = record.session;
  const findings: Finding[] = [];
  const presides = (member: string, place: Place, path: string) => {
    if (!isOut(member, place)) return;
    const message = `${nameOf(record, member)} n’est pas dans la salle et ne peut pas présider.`;
    findings.push(find('I', 'presence.chair', path, message));
  };
  if (chair !== null) presides(chair, OPENING, 'session.chair');
  for (const [index, { member, fromAffair }] of (chairs ?? []).entries()) {
    const rank = course.rankOf.get(fromAffair);
    if (rank !== undefined) presides(member, during(rank), `session.chairs.${index}.member`);
  }
  for (const [index, member] of (secretaries ?? []).entries()) {
    if (!isOut(member, OPENING)) continue;
    const message = `${nameOf(record, member)} n’est pas dans la salle et ne peut pas être secrétaire.`;
    findings.push(find('I', 'presence.secretary', `session.secretaries.${index}`, message));
  }
  return findings;
}
