import { COUNCIL, History, IRREGULARITY, LATER, report, UNKNOWN_QUORUM } from '../history.js';
import { asking } from '../projected.fixture.js';

import { statsCsv } from './csv.js';

const ON = '2024-06-01';

const subsidy = (beneficiary: string, amount: string) => ({
  ...{ beneficiary, amount, siret: null, rna: null },
  ...{ shareOfBudget: null, agreementDate: null },
});

describe('the figures', () => {
  it('are of closed séances, by body and year', () => {
    const history = new History().heldSession('s1', '2022-10-12').heldSession('s2', '2023-10-12');
    history.heldSession('s3', '2023-11-09').convened('s4', '2023-12-07').placed('s4', 'x', 1, 'Non décidé');
    history.add('session', 's2', 'ListPosted', { on: '2023-10-18' });
    history.add('session', 's3', 'ListPosted', { on: '2023-11-30' });
    return asking(history, (ask) => {
      const { items } = ask('stats', { on: ON });
      expect(items.map(({ year, sessions }) => [year, sessions.held])).toEqual([
        [2023, 2],
        [2022, 1],
      ]);
      expect(items[0]).toMatchObject({
        body: 'cm',
        attendance: { present: 4, excused: 0, absent: 0, represented: 2, unknown: 0, rate: 0.6667 },
        outcomes: { adopted: 4, rejected: 0, unknown: 0 },
      });
      const list = items[0]?.delays.find(({ kind }) => kind === 'list');
      expect(list).toEqual({
        ...{ kind: 'list', inTime: 1, late: 1, withoutLimit: 0, overdue: 0, pending: 0, unknown: 0 },
        limits: [{ days: 7, article: 'L2121-25', onlyIfIndividual: false }],
        days: [
          { days: 6, count: 1 },
          { days: 21, count: 1 },
        ],
      });
      const before = items[1]?.delays.find(({ kind }) => kind === 'list');
      expect(before).toMatchObject({ inTime: 0, late: 0, overdue: 1, pending: 0, unknown: 0, days: [] });
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
          participation: { counted: 0, unknown: 1, rate: null, expressedCounted: 0, expressedRate: null },
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
      expect(line?.delays.find(({ kind }) => kind === 'list')).toMatchObject({
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

  it('count séances without quorum, and what nobody says of a second convocation, apart from those that were held', () => {
    const history = new History().heldSession('s1').convened('s2', '2023-11-09');
    history.add('session', 's2', 'SessionNotQuorate', { quorum: UNKNOWN_QUORUM, stated: null });
    return asking(history, (ask) => {
      const [line] = ask('stats', { on: ON }).items;
      const sessions = { held: 1, notQuorate: 1, secondConvocation: 0, secondConvocationUnknown: 2 };
      expect(line).toMatchObject({ sessions, attendance: { present: 2 } });
      expect(ask('stats', { on: ON }).sessions).toMatchObject([{ session: 's1', inOffice: null }]);
    });
  });

  it('are told by month within a year', () => {
    const history = new History().heldSession('s1', '2023-10-12').heldSession('s2', '2023-12-07');
    return asking(history, (ask) => {
      const { by, items } = ask('stats', { on: ON, by: 'month', year: 2023 });
      expect([by, ...items.map(({ month, outcomes }) => [month, outcomes.adopted])]).toEqual([
        'month',
        [12, 2],
        [10, 2],
      ]);
    });
  });

  it('tell how long the préfet’s acknowledgement took, which no law asks for, and what was done late, by name', () => {
    const history = new History().heldSession('s1');
    history.add('session', 's1', 'ListPosted', { on: '2023-10-30' });
    history.add('affair', 's1-a1', 'TransmittedToPrefecture', { on: '2023-11-02', identifier: null });
    history.add('affair', 's1-a1', 'TransmissionAcknowledged', { on: '2023-11-04', identifier: null });
    return asking(history, (ask) => {
      const { items, late } = ask('stats', { on: ON });
      const of = (kind: string) => items[0]?.delays.find((one) => one.kind === kind);
      expect(of('acknowledgement')).toMatchObject({
        withoutLimit: 1,
        pending: 0,
        limits: [],
        days: [{ days: 2, count: 1 }],
      });
      expect(of('transmission')).toMatchObject({
        withoutLimit: 1,
        pending: 1,
        limits: [{ days: 15, article: 'L2131-1', onlyIfIndividual: true }],
        days: [{ days: 21, count: 1 }],
      });
      expect(late).toMatchObject([
        {
          kind: 'list',
          session: 's1',
          affair: null,
          due: '2023-10-19',
          done: '2023-10-30',
          onlyIfIndividual: false,
        },
        { kind: 'transmission', affair: 's1-a1', subject: 'Affaire de s1-a1', onlyIfIndividual: true },
      ]);
      expect(ask('delays', { on: ON, limit: 100 }).items.map(({ kind }) => kind)).not.toContain(
        'acknowledgement',
      );
    });
  });

  it('count as overdue what was not done after its last day, and as pending on it', () =>
    asking(new History().heldSession('s1', '2023-10-12'), (ask) => {
      const list = (on: string) => ask('stats', { on }).items[0]?.delays.find(({ kind }) => kind === 'list');
      expect(list('2023-10-19')).toMatchObject({ pending: 1, overdue: 0 });
      expect(list('2023-10-20')).toMatchObject({ pending: 0, overdue: 1 });
    }));

  it('wait for no acknowledgement once the transmission is struck out', () => {
    const history = new History().heldSession('s1');
    history.add('affair', 's1-a1', 'TransmittedToPrefecture', { on: '2023-10-16', identifier: null });
    const waits = () =>
      asking(history, (ask) =>
        ask('stats', { on: ON }).items.flatMap(({ delays }) =>
          delays.filter(({ kind }) => kind === 'acknowledgement').map(({ pending }) => pending),
        ),
      );
    return waits()
      .then((pending) => expect(pending).toEqual([1]))
      .then(() => {
        const slip = { kind: 'transmission', place: 1, entry: 0, reason: 'Autre acte' } as const;
        history.add('affair', 's1-a1', 'MentionStruckOut', slip);
        return waits().then((pending) => expect(pending).toEqual([]));
      });
  });

  it('add up subsidies of adopted acts by beneficiary, until something undoes the act', () => {
    const history = new History().heldSession('s1').heldSession('s2');
    const granted = (affair: string, amount: string) =>
      history.add('affair', affair, 'ReportSubmitted', {
        session: affair.slice(0, 2),
        report: {
          ...report('Subvention'),
          classification: '7.5',
          subsidies: [subsidy('Club de lecture', amount)],
        },
        annexes: [],
      });
    granted('s1-a1', '800.10');
    granted('s2-a1', '1200.05');
    const figures = () =>
      asking(history, (ask) => {
        const { items, subjects, beneficiaries } = ask('stats', { on: ON });
        return { own: items[0]?.subsidies, ofClass: subjects[0]?.subsidies, beneficiaries };
      });
    return figures()
      .then((told) =>
        expect(told).toEqual({
          own: { amount: '2000.15', acts: 2, unknownActs: 2 },
          ofClass: { amount: '2000.15', acts: 2, unknownActs: 0 },
          beneficiaries: [{ beneficiary: 'Club de lecture', year: 2023, amount: '2000.15', acts: 2 }],
        }),
      )
      .then(() => {
        history.add('affair', 's1-a1', 'DeliberationWithdrawn', { ...LATER, on: '2023-11-14' });
        return figures().then(({ own }) => expect(own).toMatchObject({ amount: '1200.05', acts: 1 }));
      });
  });

  it('count irregularities by rule, those told after the closing too, and none of a séance that is not over', () => {
    const history = new History().heldSession('s1').convened('s2', '2023-12-07', [IRREGULARITY]);
    const late = { ...IRREGULARITY, rule: 'R23.list-late' };
    history.add('session', 's1', 'ListPosted', { on: '2023-11-30', irregularities: [late] });
    history.add('affair', 's1-a1', 'TransmittedToPrefecture', {
      ...{ on: '2023-10-01', identifier: null },
      irregularities: [{ ...IRREGULARITY, rule: 'R25.order' }],
    });
    return asking(history, (ask) => {
      const told = (request: { subject?: string }) =>
        ask('stats', { on: ON, ...request }).items.flatMap(({ irregularities }) => irregularities);
      expect(told({})).toEqual([
        { rule: 'R23.list-late', words: expect.stringContaining('liste des délibérations'), count: 1 },
        { rule: 'R25.order', words: expect.any(String), count: 1 },
      ]);
      expect(told({ subject: 'none' })).toMatchObject([{ rule: 'R25.order', count: 1 }]);
    });
  });

  it('are one a line for another dashboard, with the unknown as a category', () => {
    const csv = asking(new History().heldSession('s1'), (ask) => statsCsv(ask('stats', { on: ON })));
    return csv.then((text) => {
      const lines = text.split('\r\n');
      expect(lines[0]).toBe('\uFEFFbody,bodyName,year,month,classification,figure,category,value');
      expect(lines).toContain('"cm","Conseil municipal",2023,,,"attendance","present",2');
      expect(lines).toContain('"cm","Conseil municipal",2023,,,"attendance","unknown",0');
      expect(lines).toContain(',,,,"none","outcomes","adopted",2');
    });
  });
});
