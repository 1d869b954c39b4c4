import { COUNCIL, History, IRREGULARITY, report } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';

const ordinals = (ask: Ask, request: object) =>
  ask('auditTrail', { limit: 500, ...request }).items.map(({ ordinal }) => ordinal);
const types = (ask: Ask, request: object = {}) =>
  ask('auditTrail', { limit: 500, ...request }).items.map(({ type }) => type);

describe('an entry of the audit trail', () => {
  it('says who did what, when it was true and when it was learned', () => {
    const source = { record: 'r1', revision: 1, title: 'Compte rendu', uri: null, sha256: null };
    const history = new History().convened('s1').add(
      'session',
      's1',
      'SessionOpened',
      {
        bodyAtSession: COUNCIL,
        stated: null,
        attendance: [],
        proxies: [],
        movements: [],
        secretaries: [],
        quorum: null,
      },
      { actor: 'greffe', date: '2019-09-27', time: '20:30', source },
    );
    return asking(history, (ask) =>
      expect(ask('auditTrail', { limit: 10 }).items[1]).toEqual({
        ordinal: 1,
        stream: 'session-brindas_s1',
        revision: 1,
        id: history.last.id,
        type: 'SessionOpened',
        actor: 'greffe',
        occurredAt: { date: '2019-09-27', time: '20:30', zone: 'Europe/Paris' },
        recordedAt: history.last.metadata.recordedAt,
        source,
        session: 's1',
        affair: null,
        sentence: 'Séance du jeudi 12 octobre 2023 ouverte\u00a0; membres en exercice\u00a0: non renseigné',
        corrects: null,
        correctedBy: null,
        irregularities: [],
      }),
    );
  });

  it('shows what was irregular', () =>
    asking(new History().convened('s1', '2023-10-12', [IRREGULARITY]), (ask) =>
      expect(ask('auditTrail', { limit: 1 }).items[0]?.irregularities).toEqual([IRREGULARITY]),
    ));
});

describe('what an entry concerns', () => {
  it('is the ballot’s affair and séance, in both of its streams', () => {
    const history = new History().convened('s1').placed('s1', 'a1', 1, 'Budget').opened('s1');
    const { length } = history.events;
    history.ballotOpened('s1', 'a1', 'b1').voted('s1', 'a1', 'b1').ballotClosed('s1', 'b1');
    return asking(history, (ask) => {
      const entries = ask('auditTrail', { limit: 20, after: length - 1 }).items;
      expect(entries.map(({ type, session, affair }) => [type, session, affair])).toEqual(
        ['BallotOpened', 'VotingOpened', 'VoteCast', 'VoteCast', 'VotingClosed', 'BallotClosed'].map(
          (type) => [type, 's1', 'a1'],
        ),
      );
    });
  });

  it('is every affair that enters the register', () =>
    asking(new History().heldSession('s1'), (ask) => {
      expect(types(ask, { affair: 's1-a1' }).at(-1)).toBe('SheetsEntered');
      expect(types(ask, { affair: 's1-a2' }).at(-1)).toBe('SheetsEntered');
    }));

  it.each([
    ['first', new History().heldSession('s1').imported('r1', 's1', { k1: 's1-a1' }).disagreed('r1', 'k1')],
    ['last', new History().heldSession('s1').disagreed('r1', 'k1').imported('r1', 's1', { k1: 's1-a1' })],
  ])('is the disagreement’s séance and affair, the import being told %s', (_, history) =>
    asking(history, (ask) => {
      expect(types(ask, { affair: 's1-a1' })).toContain('DisagreementRecorded');
      const found = ask('auditTrail', { limit: 1, type: 'DisagreementRecorded' }).items[0];
      expect(found).toMatchObject({ session: 's1', affair: 's1-a1' });
    }),
  );
});

describe('what an entry corrects', () => {
  const revised = () =>
    new History()
      .add('affair', 'a1', 'ReportSubmitted', { session: 's1', report: report('Budget'), annexes: [] })
      .convened('s1')
      .add('affair', 'a1', 'ReportRevised', { report: report('Budget primitif'), reason: 'Titre' })
      .add('affair', 'a1', 'ReportRevised', { report: report('Budget primitif 2024'), reason: null });

  it('is the report before, and that one says so', () =>
    asking(revised(), (ask) => {
      const { items } = ask('auditTrail', { limit: 10, affair: 'a1' });
      expect(items.map(({ ordinal, corrects, correctedBy }) => [ordinal, corrects, correctedBy])).toEqual([
        [0, null, 2],
        [2, 0, 3],
        [3, 2, null],
      ]);
    }));

  it('is the attendance noted before, of that person', () => {
    const history = new History().convened('s1').opened('s1');
    history.add('session', 's1', 'MemberAbsent', { member: 'robert' });
    return asking(history, (ask) => {
      const [excused, absent] = ['MemberExcused', 'MemberAbsent'].map(
        (type) => ask('auditTrail', { limit: 1, type }).items[0],
      );
      expect(absent?.corrects).toBe(excused?.ordinal);
      expect(excused?.correctedBy).toBe(absent?.ordinal);
    });
  });
});

describe('a correction of the séance’s record', () => {
  const correct = (history: History, correction: object, entry: number | null) =>
    history.add('session', 's1', 'EntryCorrected', {
      correction: correction as never,
      entry,
      on: null,
      reason: null,
    });

  it('corrects the entry that it names, which says so, and concerns its affair', () => {
    const history = new History()
      .convened('s1')
      .placed('s1', 'a1', 1, 'Budget')
      .opened('s1')
      .called('s1', 'a1');
    const call = history.events.length - 1;
    history.add('session', 's1', 'MemberLeft', { member: 'bourbier', reason: null });
    correct(history, { kind: 'call', affair: 'a1' }, call);
    correct(history, { kind: 'movement', member: 'bourbier' }, call + 1);
    correct(history, { kind: 'movement', member: 'bourbier' }, null);
    return asking(history, (ask) => {
      const { items } = ask('auditTrail', { limit: 500, after: call - 1 });
      expect(
        items.map(({ ordinal, corrects, correctedBy, affair }) => [ordinal, corrects, correctedBy, affair]),
      ).toEqual([
        [call, null, call + 2, 'a1'],
        [call + 1, null, call + 3, null],
        [call + 2, call, null, 'a1'],
        [call + 3, call + 1, null, null],
        [call + 4, null, null, null],
      ]);
    });
  });
});

describe('the audit trail', () => {
  const history = () =>
    new History()
      .constituted()
      .heldSession('s1')
      .heldSession('s2')
      .add('session', 's2', 'SessionClosed', { sheets: 'unknown', entries: null }, { actor: 'greffe' });

  it('has every event, in order', () =>
    asking(history(), (ask) => {
      expect(ordinals(ask, {})).toEqual(history().events.map((_, ordinal) => ordinal));
      expect(ordinals(ask, { direction: 'backward' })).toEqual(ordinals(ask, {}).toReversed());
    }));

  it('is narrowed by séance, affair, actor and type, and by all at once', () =>
    asking(history(), (ask) => {
      expect(new Set(ask('auditTrail', { limit: 500, session: 's1' }).items.map((e) => e.session))).toEqual(
        new Set(['s1']),
      );
      expect(types(ask, { affair: 's2-a1' })).toHaveLength(10);
      expect(types(ask, { actor: 'greffe' })).toEqual(['SessionClosed']);
      expect(types(ask, { type: 'SheetsEntered' })).toHaveLength(2);
      expect(types(ask, { session: 's1', affair: 's1-a1', actor: 'local', type: 'VoteCast' })).toHaveLength(
        2,
      );
      expect(types(ask, { session: 'unknown' })).toEqual([]);
    }));

  it('is narrowed by when the register learned it, and by what was seen already', () =>
    asking(history(), (ask) => {
      const at = (ordinal: number) => history().events[ordinal]?.metadata.recordedAt;
      expect(ordinals(ask, { from: at(3), until: at(5) })).toEqual([3, 4, 5]);
      expect(ordinals(ask, { after: 3, until: at(5) })).toEqual([4, 5]);
      expect(ordinals(ask, { from: '2030-01-01T00:00:00.000Z' })).toEqual([]);
      expect(ordinals(ask, { until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    }));

  it.each(['forward', 'backward'] as const)('comes in pages, %s', (direction) =>
    asking(history(), (ask) => {
      const seen: number[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = ask('auditTrail', { limit: 7, direction, cursor: cursor ?? undefined });
        seen.push(...page.items.map(({ ordinal }) => ordinal));
        cursor = page.next;
      }
      expect(seen).toEqual(ordinals(ask, { direction }));
    }),
  );
});
