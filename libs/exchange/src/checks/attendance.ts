import { regimeOf, remoteAttendance } from '@registre/deliberation';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

/** Check 8: one entry a member; a mode only for who is present, and at a distance only where the law lets (R6). */
export function checkAttendance(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '8');
  const { authority, body, session } = record;
  const rule = remoteAttendance(regimeOf(authority.kind, body.kind), session.date);
  const called = new Set<string>();
  return (session.attendance ?? []).flatMap(({ member, status, mode }, index) => {
    const path = `session.attendance.${index}`;
    const name = nameOf(record, member);
    const twice = called.has(member)
      ? [
          find(
            'S',
            'attendance.twice',
            `${path}.member`,
            `${name} figure deux fois sur la liste de présence.`,
          ),
        ]
      : [];
    called.add(member);
    if (mode !== null && status !== 'present') {
      const message = `${name} n’est pas présent et ne peut pas avoir de mode de présence.`;
      return [...twice, find('S', 'attendance.mode', `${path}.mode`, message)];
    }
    if (mode !== 'remote' || rule?.value !== false) return twice;
    const message = `${name} siège à distance, ce que la loi n’ouvrait pas à cette instance ce jour-là (${rule.article}).`;
    return [...twice, find('I', 'R6.remote', `${path}.mode`, message)];
  });
}
