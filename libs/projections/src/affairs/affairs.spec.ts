import { History, IRREGULARITY, LATER, report } from '../history.js';
import { asking } from '../projected.fixture.js';

const numbered = (history: History, session: string, affair: string, number: string) =>
  history.add('affair', affair, 'AffairNumbered', { session, number });

describe('an affair’s dossier', () => {
  it('is not there before an agenda has the affair', () => {
    const history = new History().add('affair', 'a1', 'ReportSubmitted', {
      session: 's1',
      report: report('Budget'),
      annexes: [],
    });
    return asking(history, (ask) => expect(ask('affair', 'a1')).toBeUndefined());
  });

  it('puts together the paper, the room and the vote', () => {
    const history = new History().heldSession('s1').add('affair', 's1-a1', 'ReportSubmitted', {
      session: 's1',
      report: report('Budget'),
      annexes: [],
    });
    history.add('affair', 's1-a1', 'AnnexAttached', { title: 'Plan', file: null, sha256: null });
    return asking(numbered(history, 's1', 's1-a1', '2023-01'), (ask) => {
      const dossier = ask('affair', 's1-a1');
      expect(dossier).toMatchObject({
        affair: 's1-a1',
        alias: null,
        session: 's1',
        date: '2023-10-12',
        bodyName: 'Conseil municipal',
        authority: { key: 'brindas', name: 'Commune de Brindas' },
        sessionStatus: 'closed',
        number: '2023-01',
        sheet: 1,
        agenda: { order: 1, outcome: 'adopted', called: { room: { present: ['bourbier', 'tanguy'] } } },
        report: { subject: 'Budget' },
        reportVersion: 1,
        annexes: [{ title: 'Plan', file: null, sha256: null }],
        extract: null,
        revision: 2,
      });
      expect(dossier?.ballots.map(({ id }) => id)).toEqual(['s1-a1-b']);
      expect(dossier?.members.robert).toMatchObject({ givenName: 'Bernard', familyName: 'ROBERT' });
    });
  });

  it('says what became of the act: transmitted, published, corrected, undone', () => {
    const history = new History().heldSession('s1');
    history.add('affair', 's1-a1', 'TransmittedToPrefecture', { on: '2023-10-16', identifier: 'DE-1' });
    history.add('affair', 's1-a1', 'TransmissionAcknowledged', { on: '2023-10-16', identifier: 'AR-1' });
    history.add('affair', 's1-a1', 'DeliberationPublished', {
      on: '2023-10-17',
      media: ['website'],
      masked: false,
    });
    history.add('affair', 's1-a1', 'DeliberationAnnulled', {
      ...LATER,
      by: 'Tribunal administratif de Lyon',
    });
    return asking(history, (ask) => {
      expect(ask('affair', 's1-a1')).toMatchObject({
        transmission: { on: '2023-10-16', identifier: 'DE-1' },
        acknowledgement: { identifier: 'AR-1' },
        publications: [{ on: '2023-10-17', media: ['website'], masked: false }],
        fates: [{ kind: 'annulled', by: 'Tribunal administratif de Lyon', counts: null }],
        enforceability: { answer: 'yes', since: '2023-10-17' },
      });
      expect(ask('affair', 's1-a2')).toMatchObject({
        transmission: null,
        publications: [],
        fates: [],
        enforceability: { answer: 'unknown', since: null },
      });
    });
  });

  it('has nothing to enforce before it is decided', () =>
    asking(new History().convened('s1').placed('s1', 'a1', 1, 'Budget').opened('s1'), (ask) =>
      expect(ask('affair', 'a1')?.enforceability).toBeNull(),
    ));

  it('knows when its extract was certified, by the register’s clock', () => {
    const history = new History().heldSession('s1').certified('s1', 's1-a1');
    return asking(history, (ask) =>
      expect(ask('affair', 's1-a1')?.extract).toMatchObject({
        certifiedAt: history.last.metadata.recordedAt,
        signatory: { member: 'bourbier' },
      }),
    );
  });

  it('shows the irregularities of its paper, of its line, and of the whole séance; not those of another', () => {
    const irregularities = [IRREGULARITY];
    const history = new History()
      .convened('s1', '2023-10-12', irregularities)
      .placed('s1', 'a1', 1, 'Budget')
      .placed('s1', 'a2', 2, 'Voirie')
      .opened('s1')
      .add('session', 's1', 'AffairDecided', {
        affair: 'a1',
        outcome: 'adopted',
        proclaimed: null,
        computed: null,
        decidingBallots: null,
        irregularities,
      })
      .add('number', 'n1', 'NumberTaken', {
        number: '1',
        body: 'cm',
        session: 's1',
        affair: 'a1',
        irregularities,
      })
      .add('affair', 'a1', 'AffairNumbered', { session: 's1', number: '1', irregularities });
    return asking(history, (ask) => {
      const events = (affair: string) => ask('affair', affair)?.irregularities.map(({ event }) => event);
      expect(events('a1')).toEqual(['SessionConvened', 'AffairDecided', 'NumberTaken', 'AffairNumbered']);
      expect(events('a2')).toEqual(['SessionConvened']);
    });
  });

  it('shows the disagreements of its key in the record, and those of the whole record', () => {
    const history = new History().heldSession('s1').disagreed('r1', 'k1').disagreed('r1', 'k2');
    history.disagreed('r1', null).imported('r1', 's1', { k1: 's1-a1', k2: 's1-a2' });
    return asking(history, (ask) =>
      expect(ask('affair', 's1-a1')?.disagreements.map(({ affair }) => affair)).toEqual(['k1', null]),
    );
  });

  it('follows an affair that is placed again by a later séance', () => {
    const history = new History().convened('s1').placed('s1', 'a1', 3, 'Budget').opened('s1');
    history.add('session', 's1', 'AffairPostponed', {
      affair: 'a1',
      reason: null,
      stated: null,
      proclaimed: null,
    });
    history.convened('s2', '2023-11-09').placed('s2', 'a1', 1, 'Budget');
    return asking(history, (ask) => {
      expect(ask('affair', 'a1')).toMatchObject({
        session: 's2',
        earlierSessions: [
          { session: 's1', date: '2023-10-12', status: 'open', order: 3, outcome: 'postponed', reason: null },
        ],
        agenda: { order: 1, outcome: null },
      });
      expect(ask('lastAgendaOf', 'a1')).toBe('s2');
      expect(ask('lastAgendaOf', 'a2')).toBeNull();
      expect(ask('findAffairs', 'a1')).toMatchObject([{ session: 's2', order: 1, outcome: null }]);
    });
  });
});

describe('looking for an affair', () => {
  const history = () => {
    const both = new History().heldSession('s1').heldSession('s2', '2023-11-09');
    numbered(numbered(both, 's1', 's1-a1', '1'), 's2', 's2-a1', '1');
    return both.imported('r1', 's2', { k1: 's2-a1' });
  };

  it('finds it by id, and by its key in the record', () =>
    asking(history(), (ask) => {
      const found = [
        {
          affair: 's2-a1',
          alias: 'r1/k1',
          number: '1',
          order: 1,
          subject: 'Affaire de s2-a1',
          outcome: 'adopted',
          session: 's2',
          date: '2023-11-09',
          body: 'cm',
          bodyName: 'Conseil municipal',
        },
      ];
      expect(ask('findAffairs', 's2-a1')).toEqual(found);
      expect(ask('findAffairs', 'r1/k1')).toEqual(found);
    }));

  it('finds all that bear a number', () =>
    asking(history(), (ask) =>
      expect(ask('findAffairs', '1').map(({ affair }) => affair)).toEqual(['s1-a1', 's2-a1']),
    ));

  it('finds nothing else', () => asking(history(), (ask) => expect(ask('findAffairs', '2')).toEqual([])));
});

describe('the papers of a séance', () => {
  it('say of each affair of the agenda how far it is', () => {
    const history = new History().convened('s1').placed('s1', 'a1', 1, 'Budget').placed('s1', 'a2', 2, 'Vœu');
    history.add('affair', 'a1', 'ReportSubmitted', { session: 's1', report: report('Budget'), annexes: [] });
    history.add('affair', 'a1', 'AnnexAttached', { title: 'Plan', file: null, sha256: null });
    return asking(numbered(history, 's1', 'a1', '2023-01'), (ask) => {
      const [first, second] = ask('sessionPapers', 's1')?.items ?? [];
      expect(first).toMatchObject({
        affair: 'a1',
        order: 1,
        subject: 'Budget',
        number: '2023-01',
        report: { version: 1 },
        annexes: [{ title: 'Plan' }],
        revision: 2,
      });
      expect(second).toMatchObject({ affair: 'a2', number: null, report: null, annexes: null, revision: -1 });
      expect(ask('sessionPapers', 's2')).toBeUndefined();
    });
  });
});
