import { answerTo, codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { RecordAttendance, recordAttendance, type AttendanceEntry } from './record-attendance.js';
import {
  absent,
  called,
  closed,
  convened,
  council,
  excused,
  opened,
  placed,
  present,
  seance,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const calling =
  (state: SessionState, ...entries: AttendanceEntry[]) =>
  (despite?: { rule: string; reason: string }[]) =>
    recordAttendance(state, new RecordAttendance(CONTEXT, 's', { entries, despite }));

const hasCome: AttendanceEntry = { member: 'alix', status: 'present' };

describe('the roll call', () => {
  const open = seance(convened(), opened());

  it('notes who is present, excused, absent', () => {
    const events = expectRegular(
      calling(
        open,
        { member: 'alix', status: 'present', mode: 'in-person' },
        { member: 'basile', status: 'present' },
        { member: 'chloe', status: 'excused' },
        { member: 'david', status: 'absent' },
      ),
    );
    expect(events).toEqual([
      { type: 'MemberPresent', data: { member: 'alix', mode: 'in-person' } },
      ...present('basile'),
      ...excused('chloe'),
      ...absent('david'),
    ]);
  });

  it('tells all that is wrong with it at once', () => {
    const wrong = calling(
      seance(convened(), opened(), present('alix')),
      hasCome,
      { member: 'zoe', status: 'present' },
      { member: 'basile', status: 'excused', mode: 'remote' },
      { member: 'basile', status: 'present' },
    );
    expect(answerTo(wrong)).toEqual({
      kind: 'impossible',
      code: 'attendance.wrong-entries',
      rules: ['attendance.twice', 'member.unknown', 'attendance.mode', 'attendance.twice'],
    });
  });

  it('takes anybody where the seats of the body are unknown', () => {
    const anonymous = council({ seats: null });
    const state = seance(convened({ bodyAtSession: anonymous }), opened({ bodyAtSession: anonymous }));
    expectRegular(calling(state, { member: 'zoe', status: 'present' }));
  });

  it('ends with the first affair that is called', () => {
    const state = seance(convened(), placed('budget'), opened(), called('budget'));
    expect(codeOf(calling(state, hasCome))).toBe('attendance.too-late');
  });

  it('is refused unless the séance is open', () => {
    expect(codeOf(calling(seance(convened()), hasCome))).toBe('session.not-open');
    expect(codeOf(calling(seance(convened(), opened(), closed), hasCome))).toBe('session.closed');
    expect(codeOf(calling(seance(), hasCome))).toBe('unknown-session');
  });
});
