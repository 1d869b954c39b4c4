import type { Member } from '../body/body.js';
import type { Attendance } from '../session/session.js';
import { UNKNOWN } from './unknown.js';

/** Given name and family name, as the documents print them: « Martine VASSAL ». */
export const fullName = ({ givenName, familyName }: Pick<Member, 'givenName' | 'familyName'>): string =>
  givenName === null ? familyName : `${givenName} ${familyName}`;

const STATUSES = {
  present: 'présent',
  excused: 'excusé',
  absent: 'absent',
  represented: 'représenté',
} as const;

/** A status of the attendance list, in the person's gender where the civility tells it: « excusée », « excusé(e) ». */
export function attendanceLong(status: Attendance['status'], civility: Member['civility'] = null): string {
  const ending = civility === null ? '(e)' : civility === 'Madame' ? 'e' : '';
  return STATUSES[status] + ending;
}

/** How a present member attends. */
export function attendanceModeLong(mode: Attendance['mode']): string {
  if (mode === null) return UNKNOWN;
  return mode === 'in-person' ? 'dans la salle' : 'à distance';
}
