import type { Attendance } from '@registre/deliberation';
import type { KeyChoice } from '../../ui/key-grid';

/** What a member can be noted as at the roll call. */
export type Call = 'present' | 'remote' | 'represented' | 'excused' | 'absent';

export const CALLS: readonly KeyChoice<Call>[] = [
  { value: 'present', label: 'Présent', letter: 'P' },
  { value: 'remote', label: 'À distance', letter: 'D' },
  { value: 'represented', label: 'Représenté', letter: 'R' },
  { value: 'excused', label: 'Excusé', letter: 'E' },
  { value: 'absent', label: 'Absent', letter: 'A' },
];

/** As the register takes it. */
export function attendanceOf(call: Call): Pick<Attendance, 'status' | 'mode'> {
  if (call === 'present') return { status: 'present', mode: 'in-person' };
  if (call === 'remote') return { status: 'present', mode: 'remote' };
  return { status: call, mode: null };
}
