import { COUNCIL, History, report } from '../history.js';
import { asking } from '../projected.fixture.js';

const ON = '2024-06-01';

describe('the figures', () => {
  it('are of closed séances, by body and year', () => {
    const history = new History().heldSession('s1', '2022-10-12').heldSession('s2', '2023-10-12');
    history.heldSession('s3', '2023-11-09').convened('s4', '2023-12-07').placed('s4', 'x', 1, 'Non décidé');
    history.add('session', 's2', 'ListPosted', { on: '2023-10-18' });
    history.add('session', 's3', 'ListPosted', { on: '2023-11-30' });
    return asking(history, (ask) => {
      const { items } = ask('stats', { on: ON });
      expect(items.map(({ year, sessions }) => [year, sessions])).toEqual([
        [2023, 2],
        [2022, 1],
      ]);
      expect(items[0]).toMatchObject({
        body: 'cm',
        attendance: { present: 4, excused: 2, absent: 0, represented: 0, unknown: 0, rate: 0.6667 },
        outcomes: { adopted: 4, rejected: 0, unknown: 0 },
      });
      const list = items[0]?.delays.find(({ kind }) => kind === 'list');
      expect(list).toEqual({ kind: 'list', inTime: 1, late: 1, overdue: 0, pending: 0, unknown: 0 });
      const before = items[1]?.delays.find(({ kind }) => kind === 'list');
      expect(before).toEqual({ kind: 'list', inTime: 0, late: 0, overdue: 1, pending: 0, unknown: 0 });
      expect(ask('stats', { on: ON, year: 2022 }).items).toHaveLength(1);
      expect(ask('stats', { on: ON, body: 'bureau' })).toMatchObject({ items: [], subjects: [] });
    });
  });

  it('count what is not known apart, and give no rate of nothing', () => {
    const history = new History().constituted().convened('s1').placed('s1', 'a', 1, 'Budget');
    history.add('session', 's1', 'SessionOpened', {
      bodyAtSession: { ...COUNCIL, inOffice: 5 },
      stated: null,
      attendance: null,
      proxies: null,
      movements: null,
      secretaries: null,
      quorum: null,
    });
    history.called('s1', 'a').ballotOpened('s1', 'a', 'b').ballotClosed('s1', 'b').closed('s1');
    return asking(history, (ask) =>
      expect(ask('stats', { on: ON }).items).toMatchObject([
        {
          attendance: { present: 0, absent: 0, unknown: 5, rate: null },
          participation: { counted: 0, unknown: 1, rate: null },
          outcomes: { adopted: 0, unknown: 1 },
        },
      ]),
    );
  });

  it('take the day of what is not dated, or that a source is silent on, for unknown', () => {
    const history = new History().heldSession('s1').heldSession('s2');
    history.add('session', 's1', 'ListPosted', { on: null });
    return asking(history, (ask) => {
      const [line] = ask('stats', { on: '2023-10-13' }).items;
      expect(line?.delays.find(({ kind }) => kind === 'list')).toEqual({
        kind: 'list',
        inTime: 0,
        late: 0,
        overdue: 0,
        pending: 1,
        unknown: 1,
      });
    });
  });

  it('are told by class of subjects, those without one last', () => {
    const history = new History().heldSession('s1').heldSession('s2');
    for (const [affair, classification] of [
      ['s1-a1', '7.5.1'],
      ['s1-a2', '7.10'],
      ['s2-a1', '10'],
    ] as const) {
      const session = affair.slice(0, 2);
      const told = { ...report('Objet'), classification };
      history.add('affair', affair, 'ReportSubmitted', { session, report: told, annexes: [] });
    }
    return asking(history, (ask) =>
      expect(
        ask('stats', { on: ON }).subjects.map(({ classification, outcomes }) => [
          classification,
          outcomes.adopted,
        ]),
      ).toEqual([
        ['7', 2],
        ['10', 1],
        [null, 1],
      ]),
    );
  });
});
