import { answerTo, codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { RecordAttendance, recordAttendance, type AttendanceEntry } from './record-attendance.js';
import {
  absent,
  and,
  called,
  closed,
  convened,
  council,
  excused,
  opened,
  placed,
  present,
  seance,
  seat,
} from './seance.fixture.js';
import { quorumNow } from './quorum-now.js';
import { rollNow } from './roll.js';
import { roomOf, type BodyAtSession, type SessionState } from './session.js';
import { TakeChair, takeChair } from './take-chair.js';

const calling =
  (state: SessionState, ...entries: AttendanceEntry[]) =>
  (despite?: { rule: string; reason: string }[]) =>
    recordAttendance(state, new RecordAttendance(CONTEXT, 's', { entries, despite }));

const hasCome: AttendanceEntry = { member: 'alix', status: 'present' };

const of = (known: Partial<BodyAtSession>, date = '2024-03-21') => {
  const bodyAtSession = council(known);
  return seance(convened({ date, bodyAtSession }), opened({ bodyAtSession }));
};
const authority = (kind: BodyAtSession['authority']['kind']) => ({ ...council().authority, kind });

describe('an attendance list that names only some', () => {
  const partial = seance(
    convened(),
    opened({ attendance: null }),
    ...present('alix', 'basile'),
    absent('chloe'),
    placed('budget', 1),
  );

  it('leaves unknown who else is there, and how many', () => {
    expect(rollNow(partial, null, null)).toMatchObject({ size: null, exact: false });
    expect(quorumNow(partial)).toMatchObject({ present: null, reached: null });
    expectRegular((despite) => takeChair(partial, new TakeChair(CONTEXT, 's', { member: 'david', despite })));
    expectIrregular(
      (despite) => takeChair(partial, new TakeChair(CONTEXT, 's', { member: 'chloe', despite })),
      ['presence.chair'],
    );
  });
});

describe('a member who is represented, whether excused or not', () => {
  it('is neither excused nor absent, and not in the room', () => {
    const events = expectRegular(calling(of({}), { member: 'basile', status: 'represented' }));
    expect(events).toEqual([{ type: 'MemberRepresented', data: { member: 'basile' } }]);
    expect(roomOf(and(of({}), events))).toMatchObject({ present: [], excused: [], absent: [] });
  });
});

describe('a member who attends at a distance', () => {
  const remotely: AttendanceEntry = { member: 'alix', status: 'present', mode: 'remote' };

  it('is irregular in a commune, save in the Covid windows', () => {
    const [event] = expectIrregular(calling(of({}), { member: 'basile', status: 'absent' }, remotely), [
      'R6.remote',
    ]);
    expect(event).toMatchObject({ type: 'MemberAbsent', data: { member: 'basile' } });
    expectRegular(calling(of({}, '2020-12-01'), remotely));
  });

  it('is irregular in a Bureau, and not in the council of an EPCI', () => {
    const metropole = { authority: authority('metropole') };
    expectIrregular(calling(of({ ...metropole, kind: 'bureau' }), remotely), ['R6.remote']);
    expectRegular(calling(of(metropole), remotely));
  });

  it('is taken as it is where no rule is known', () => {
    expectRegular(calling(of({ authority: authority(null) }), remotely));
  });
});

describe('a substitute', () => {
  const seats = [seat('alix'), seat('basile'), seat('zoe', { substituteOf: 'alix' })];
  const come = (...refs: string[]): AttendanceEntry[] =>
    refs.map((member) => ({ member, status: 'present' as const }));

  it('sits in place of the titular, and beside them is irregular', () => {
    const epci = of({ seats, authority: authority('epci') });
    expectRegular(calling(epci, { member: 'alix', status: 'excused' }, ...come('zoe', 'basile')));
    expectIrregular(calling(epci, ...come('alix', 'basile', 'zoe')), ['R6.substitute']);
    expectIrregular(calling(and(epci, present('zoe')), ...come('alix')), ['R6.substitute']);
  });

  it('is irregular where there are none, unless the body’s own rules say so', () => {
    const metropole = { seats, authority: authority('metropole') };
    expectIrregular(calling(of(metropole), ...come('zoe')), ['R6.no-substitutes']);
    expectIrregular(calling(of({ seats }), ...come('zoe')), ['R6.no-substitutes']);
    const statutes = (substitutes: boolean | null) =>
      of({ seats, authority: authority('syndicat'), rules: { substitutes, publication: null } });
    expectRegular(calling(statutes(true), ...come('zoe')));
    expectRegular(calling(statutes(null), ...come('zoe')));
    expectIrregular(calling(statutes(false), ...come('zoe')), ['R6.no-substitutes']);
  });
});

describe('more people than members in office', () => {
  const come = (...refs: string[]): AttendanceEntry[] =>
    refs.map((member) => ({ member, status: 'present' as const }));

  it('are irregular, told once', () => {
    const two = of({ inOffice: 2 });
    expectRegular(calling(two, ...come('alix', 'basile')));
    const event = expectIrregular(calling(two, ...come('alix', 'basile', 'chloe')), ['R6.above-in-office']);
    expectIrregular(calling(and(two, event), ...come('david')), ['R6.above-in-office']);
  });

  it('are not counted with the substitutes who are not there, nor where the number is not known', () => {
    const seats = [seat('alix'), seat('basile'), seat('zoe', { substituteOf: 'alix' })];
    const epci = of({ seats, inOffice: 2, authority: authority('epci') });
    const absentees = [{ member: 'alix', status: 'excused' as const }, ...come('basile', 'zoe')];
    expectRegular(calling(epci, ...absentees));
    expectRegular(calling(of({ inOffice: null }), ...come('alix', 'basile', 'chloe')));
  });
});

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

  it('may be made before the opening, from the attendance sheet', () => {
    expect(expectRegular(calling(seance(convened()), hasCome))).toEqual(present('alix'));
  });

  it('is refused out of a séance', () => {
    expect(codeOf(calling(seance(convened(), opened(), closed), hasCome))).toBe('session.closed');
    expect(codeOf(calling(seance(), hasCome))).toBe('unknown-session');
  });
});
