import { substitutesOf } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** Check 6, its first half: the members in office are those that the source states, and no fewer than it counts. */
export function checkMembersInOffice(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '6');
  const { membersInOffice } = record.body;
  const stated = record.session.stated?.inOffice ?? null;
  const findings: Finding[] = [];
  if (membersInOffice !== null && stated !== null && membersInOffice !== stated) {
    const message = `L’instance compte ${membersInOffice} membres en exercice et la séance en dit ${stated}.`;
    findings.push(find('I', 'stated.in-office', 'session.stated.inOffice', message));
  }
  const inOffice = membersInOffice ?? stated;
  const counted = Math.max(seatsNamed(record), seatsStated(record));
  if (inOffice !== null && counted > inOffice) {
    const path = membersInOffice === null ? 'session.stated.inOffice' : 'body.membersInOffice';
    const message = `${counted} membres sont comptés en séance pour ${inOffice} membres en exercice.`;
    findings.push(find('I', 'stated.too-many', path, message));
  }
  return findings;
}

function seatsNamed(record: SessionRecord): number {
  const substitutes = substitutesOf(record);
  return (record.session.attendance ?? []).filter(({ member }) => !substitutes.has(member)).length;
}

// The source may count one member away as represented, excused and absent at once: only the greatest is certain.
function seatsStated({ session }: SessionRecord): number {
  const { present, represented, excused, absent, substitutesPresent } = session.stated ?? {};
  const away = Math.max(represented ?? 0, excused ?? 0, absent ?? 0);
  return Math.max(present ?? 0, (present ?? 0) - (substitutesPresent ?? 0) + away);
}
