import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { AppointSecretary, appointSecretary } from './appoint-secretary.js';
import { InstallMember, installMember } from './install-member.js';
import { nameOf } from './preconditions.js';
import { quorumNow } from './quorum-now.js';
import { RecordArrival, recordArrival } from './record-arrival.js';
import { RecordAttendance, recordAttendance } from './record-attendance.js';
import { and, convened, council, opened, present, seance, seat } from './seance.fixture.js';
import { TakeChair, takeChair } from './take-chair.js';

type Despite = { rule: string; reason: string }[];

const bodyAtSession = council({
  outOfMandate: [seat('paul', { mandateUntil: '2024-03-20' }), seat('zoe', { mandateFrom: '2024-03-22' })],
});
const evening = seance(
  convened({ bodyAtSession }),
  opened({ bodyAtSession }),
  present('alix', 'basile', 'chloe', 'david', 'elsa'),
);

describe('who holds a seat on another day than that of the séance', () => {
  const calling = (member: string, status: 'present' | 'excused') => (despite?: Despite) =>
    recordAttendance(evening, new RecordAttendance(CONTEXT, 's', { entries: [{ member, status }], despite }));

  it('sits irregularly, and is said why', () => {
    const [ended] = expectIrregular(calling('paul', 'present'), ['R6.mandate']);
    expect(ended?.data.irregularities?.[0]?.found).toBe(
      'Le mandat de PAUL a pris fin le mercredi 20 mars 2024 : seuls siègent les membres en exercice (L2121-17).',
    );
    const [early] = expectIrregular(calling('zoe', 'excused'), ['R6.mandate']);
    expect(early?.data.irregularities?.[0]?.found).toContain('ne commence que le vendredi 22 mars 2024');
    expect(codeOf(calling('nobody', 'present'))).toBe('attendance.wrong-entries');
  });

  it('does not make the quorum, nor count among those in office', () => {
    const [event] = expectIrregular(calling('paul', 'present'), ['R6.mandate']);
    const state = and(evening, [event!]);
    expect(quorumNow(state)).toMatchObject({ present: 5, named: 5, required: 6, reached: false });
    expect(nameOf(state, 'paul')).toBe('PAUL');
  });

  it('neither comes, presides nor writes regularly', () => {
    const arriving = (despite?: Despite) =>
      recordArrival(evening, new RecordArrival(CONTEXT, 's', { member: 'paul', despite }));
    expectIrregular(arriving, ['R6.mandate']);
    const there = and(evening, present('paul'));
    const presiding = (despite?: Despite) =>
      takeChair(there, new TakeChair(CONTEXT, 's', { member: 'paul', despite }));
    expectIrregular(presiding, ['R6.mandate']);
    const writing = (despite?: Despite) =>
      appointSecretary(there, new AppointSecretary(CONTEXT, 's', { member: 'paul', despite }));
    expectIrregular(writing, ['R6.mandate']);
  });

  it('may be installed, and sits from then on', () => {
    const installing = (despite?: Despite) =>
      installMember(
        seance(convened({ bodyAtSession }), opened({ bodyAtSession }), present('alix')),
        new InstallMember(CONTEXT, 's', { seat: { ref: 'zoe', familyName: 'ZOE' }, despite }),
      );
    const [event] = expectRegular(installing);
    const state = and(evening, [event!]);
    const presiding = (despite?: Despite) =>
      takeChair(state, new TakeChair(CONTEXT, 's', { member: 'zoe', despite }));
    expectRegular(presiding);
  });
});
