import { History, IRREGULARITY, LATER, report } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';

const affairs = (ask: Ask, request: object = {}) =>
  ask('register', { limit: 10, ...request }).items.map(({ affair }) => affair);

describe('the register', () => {
  it('has an affair’s line once its séance’s sheets are entered', () => {
    const open = new History()
      .convened('s1')
      .placed('s1', 'a1', 1, 'Budget')
      .opened('s1')
      .decided('s1', 'a1');
    const closed = new History()
      .convened('s1')
      .placed('s1', 'a1', 1, 'Budget')
      .opened('s1')
      .decided('s1', 'a1');
    closed.closed('s1').entered('s1', 'a1');
    return Promise.all([
      asking(open, (ask) => expect(affairs(ask)).toEqual([])),
      asking(closed, (ask) =>
        expect(ask('register', { limit: 10 }).items).toEqual([
          {
            affair: 'a1',
            number: null,
            order: 1,
            sheet: 1,
            subject: 'Budget',
            body: 'cm',
            bodyName: 'Conseil municipal',
            session: 's1',
            date: '2023-10-12',
            outcome: 'adopted',
            proclaimed: 'Adopté',
            certifiedAt: null,
            fate: null,
            enforceable: 'unknown',
            inEffect: null,
            irregularities: 0,
            knownSince: closed.last.metadata.recordedAt,
          },
        ]),
      ),
    ]);
  });

  it('shows what the paper says afterwards: number, revised subject, certification', () => {
    const history = new History().heldSession('s1').certified('s1', 's1-a1');
    const { recordedAt: certifiedAt } = history.last.metadata;
    history.add('affair', 's1-a1', 'AffairNumbered', { session: 's1', number: '2023-01' });
    history.add('affair', 's1-a1', 'ReportRevised', { report: report('Budget primitif'), reason: null });
    return asking(history, (ask) =>
      expect(ask('register', { limit: 1 }).items).toMatchObject([
        { number: '2023-01', subject: 'Budget primitif', certifiedAt },
      ]),
    );
  });

  it('keeps the report’s subject before the agenda’s', () => {
    const history = new History().add('affair', 's1-a1', 'ReportSubmitted', {
      session: 's1',
      report: report('Budget primitif'),
      annexes: [],
    });
    return asking(history.heldSession('s1'), (ask) =>
      expect(ask('register', { limit: 1 }).items[0]?.subject).toBe('Budget primitif'),
    );
  });

  it('is in the order of date, séance and order, those without one last', () => {
    const history = new History().heldSession('s2', '2023-11-09').heldSession('s1', '2023-10-12');
    history.convened('s3', '2023-12-07').placed('s3', 'z', null, 'Sans ordre').placed('s3', 'b', 2, 'Deux');
    const entry = (affair: string, order: number | null) => ({ affair, order, sheet: null });
    const entries = [entry('z', null), entry('b', 2)];
    history.add('register', 'cm.2023', 'SheetsEntered', { session: 's3', entries });
    return asking(history, (ask) =>
      expect(affairs(ask)).toEqual(['s1-a1', 's1-a2', 's2-a1', 's2-a2', 'b', 'z']),
    );
  });

  it('is narrowed by body and year, and comes in pages', () => {
    const history = new History().heldSession('s1', '2022-10-12').heldSession('s2', '2023-11-09');
    return asking(history, (ask) => {
      expect(affairs(ask, { year: 2023 })).toEqual(['s2-a1', 's2-a2']);
      expect(affairs(ask, { body: 'bureau' })).toEqual([]);
      const first = ask('register', { limit: 3 });
      expect(first.items).toHaveLength(3);
      expect(affairs(ask, { cursor: first.next })).toEqual(['s2-a2']);
    });
  });

  it('is narrowed by outcome, certification, irregularity and later fate, and counted', () => {
    const irregular = [IRREGULARITY];
    const history = new History().heldSession('s1', '2022-10-12').heldSession('s2', '2023-11-09');
    history.convened('s3', '2023-12-07', irregular).placed('s3', 'a3', 1, 'Trois').opened('s3');
    history.decided('s3', 'a3', 'rejected').closed('s3').entered('s3', 'a3');
    history.certified('s1', 's1-a2').add('affair', 's2-a1', 'DeliberationRepealed', LATER);
    return asking(history, (ask) => {
      for (const asKnownAt of [undefined, history.events.length - 1]) {
        const of = (request: object) => affairs(ask, { asKnownAt, ...request });
        expect(of({ outcome: 'rejected' })).toEqual(['a3']);
        expect(of({ certified: true })).toEqual(['s1-a2']);
        expect(of({ certified: false, until: '2022-12-31' })).toEqual(['s1-a1']);
        expect(of({ irregular: true })).toEqual(['a3']);
        expect(of({ irregular: false, from: '2023-11-09' })).toEqual(['s2-a1', 's2-a2']);
        expect(of({ fate: 'repealed' })).toEqual(['s2-a1']);
        expect(of({ fate: 'any' })).toEqual(['s2-a1']);
        expect(of({ fate: 'none', year: 2023 })).toEqual(['s2-a2', 'a3']);
        expect(of({ fate: 'annulled' })).toEqual([]);
        const page = ask('register', { asKnownAt, limit: 1, certified: false });
        expect(page.total).toBe(4);
        expect(ask('register', { limit: 1, asKnownAt, cursor: page.next ?? '' }).total).toBeNull();
      }
    });
  });

  it('comes from its end, or by number as people count, page by page or from any line', () => {
    const history = new History().heldSession('s1', '2022-10-12').heldSession('s2', '2023-11-09');
    for (const [affair, number] of [
      ['s1-a1', '2022-10'],
      ['s1-a2', '2022-9'],
      ['s2-a2', '2022-010b'],
    ] as const) {
      history.add('affair', affair, 'AffairNumbered', { session: affair.slice(0, 2), number });
    }
    return asking(history, (ask) => {
      const orders = {
        latest: ['s2-a2', 's2-a1', 's1-a2', 's1-a1'],
        number: ['s1-a2', 's1-a1', 's2-a2', 's2-a1'],
      };
      for (const [order, expected] of Object.entries(orders)) {
        expect(affairs(ask, { order })).toEqual(expected);
        const { next } = ask('register', { limit: 3, order: order as 'latest' });
        expect(affairs(ask, { order, cursor: next })).toEqual(expected.slice(3));
        expect(affairs(ask, { order, offset: 1, limit: 2 })).toEqual(expected.slice(1, 3));
      }
      expect(affairs(ask, { offset: 4 })).toEqual([]);
    });
  });

  it('counts the irregularities of the affair, its ballots and its paper, and of the whole séance', () => {
    const irregularities = [IRREGULARITY];
    const history = new History()
      .convened('s1', '2023-10-12', irregularities)
      .placed('s1', 'a1', 1, 'Budget')
      .placed('s1', 'a2', 2, 'Voirie')
      .opened('s1')
      .ballotOpened('s1', null, 'own')
      .ballotOpened('s1', 'a1', 'b1');
    for (const ballot of ['own', 'b1']) {
      history.add('session', 's1', 'BallotClosed', {
        ballot,
        tally: {
          counts: NONE,
          deduced: [],
          named: NONE,
          candidates: null,
          papers: null,
          stated: null,
          expressed: null,
        },
        computed: null,
        declared: { outcome: null, proclaimed: null },
        irregularities,
      });
    }
    const taken = { number: '1', body: 'cm', session: 's1', affair: 'a1', irregularities };
    history.add('number', 'n1', 'NumberTaken', taken);
    history.decided('s1', 'a1').decided('s1', 'a2').closed('s1').entered('s1', 'a1', 'a2');
    return asking(history, (ask) =>
      expect(ask('register', { limit: 10 }).items.map(({ irregularities }) => irregularities)).toEqual([
        3, 1,
      ]),
    );
  });

  it('stops at sheets of an affair that it does not know', () =>
    asking(new History().heldSession('s1').entered('s1', 'unknown'), (ask) =>
      expect(ask('register', { limit: 1 }).freshness.halted?.error).toBe('affair unknown is not known'),
    ));

  it('say what became of the act, an undoing before a correction, and whether it is enforceable', () => {
    const history = new History().heldSession('s1');
    history.add('affair', 's1-a1', 'DeliberationWithdrawn', LATER);
    history.add('affair', 's1-a1', 'MaterialErrorCorrected', LATER);
    history.add('affair', 's1-a2', 'TransmittedToPrefecture', { on: null, identifier: null });
    history.add('affair', 's1-a2', 'DeliberationPublished', { on: null, media: null, masked: null });
    return asking(history, (ask) =>
      expect(
        ask('register', { limit: 10 }).items.map(({ fate, enforceable }) => [fate, enforceable]),
      ).toEqual([
        ['withdrawn', 'unknown'],
        [null, 'yes'],
      ]),
    );
  });
});

const NONE = { for: null, against: null, abstentions: null, notTakingPart: null };
