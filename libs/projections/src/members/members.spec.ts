import { COUNCIL, History } from '../history.js';
import { asking } from '../projected.fixture.js';

const PAGE = { limit: 10 };

/** One more séance, with a roll-call and a secret ballot on one affair. */
function withBallots(history: History): History {
  const named = { for: ['bourbier', 'robert'], against: ['tanguy'], abstentions: null, notTakingPart: null };
  history.convened('s9', '2023-12-07').placed('s9', 's9-a', 1, 'Budget').opened('s9').called('s9', 's9-a');
  for (const [ballot, method] of [
    ['open', 'roll-call'],
    ['box', 'secret'],
  ] as const) {
    history.add('session', 's9', 'BallotOpened', {
      ballot,
      affair: 's9-a',
      question: null,
      method,
      secrecyWaived: null,
      waiver: null,
      round: null,
      candidates: null,
      positions: null,
      accounts: false,
      roll: {
        seats: [
          { seat: 'bourbier', voter: 'bourbier' },
          { seat: 'robert', voter: 'bourbier' },
          { seat: 'tanguy', voter: 'tanguy' },
        ],
        size: 3,
        exact: true,
      },
    });
    history.add('session', 's9', 'BallotClosed', {
      ballot,
      tally: {
        counts: { for: 2, against: 1, abstentions: 0, notTakingPart: 0 },
        deduced: [],
        named,
        candidates: null,
        papers: null,
        stated: null,
        expressed: null,
      },
      computed: null,
      declared: { outcome: null, proclaimed: null },
    });
  }
  const recusal = { member: 'tanguy', ground: 'personal-interest', left: true, note: 'Privé' } as const;
  history.placed('s9', 's9-b', 2, 'Cession').called('s9', 's9-b');
  history.add('session', 's9', 'MemberRecused', { affair: 's9-b', ...recusal });
  return history.decided('s9', 's9-a').decided('s9', 's9-b').closed('s9');
}

describe('a member’s record', () => {
  it('tells presence, proxies and recusals by séance and affair, the latest first', () =>
    asking(withBallots(new History().constituted().heldSession('s1')), (ask) => {
      const tanguy = ask('member', 'tanguy', PAGE);
      expect(tanguy).toMatchObject({
        ref: 'tanguy',
        name: 'Ronan TANGUY',
        totals: {
          sessions: { present: 2, excused: 0, absent: 0, represented: 0, unknown: 0 },
          affairs: { present: 3, recused: 1 },
          votes: { for: 0, against: 1, abstention: 2 },
        },
      });
      expect(tanguy?.items.map(({ session }) => session)).toEqual(['s9', 's1']);
      expect(tanguy?.items[0]).toMatchObject({
        status: 'present',
        affairs: [
          { affair: 's9-a', was: 'present' },
          { affair: 's9-b', was: 'recused' },
        ],
        recusals: [{ affair: 's9-b', ground: 'personal-interest', left: true }],
      });
      expect(JSON.stringify(tanguy)).not.toContain('Privé');
      expect(ask('member', 'robert', PAGE)?.items[0]).toMatchObject({
        status: 'excused',
        affairs: [{ was: 'represented' }, { was: 'represented' }],
        proxiesGiven: [{ bearer: 'bourbier' }],
        proxiesBorne: [],
      });
      expect(ask('member', 'bourbier', PAGE)?.totals.proxies).toEqual({
        given: 0,
        borne: 2,
        unknownSessions: 0,
      });
    }));

  it('holds public votes by name, those by proxy on both sides, and nothing of a secret ballot', () =>
    asking(withBallots(new History().constituted()), (ask) => {
      const votes = (ref: string) =>
        ask('memberVotes', ref, PAGE).items.map(({ ballot, seat, voter, choice }) => [
          ballot,
          seat,
          voter,
          choice,
        ]);
      expect(votes('bourbier')).toEqual([
        ['open', 'bourbier', 'bourbier', 'for'],
        ['open', 'robert', 'bourbier', 'for'],
      ]);
      expect(votes('robert')).toEqual([['open', 'robert', 'bourbier', 'for']]);
      expect(votes('tanguy')).toEqual([['open', 'tanguy', 'tanguy', 'against']]);
      expect(ask('memberVotes', 'robert', PAGE).items[0]).toMatchObject({
        subject: 'Budget',
        date: '2023-12-07',
      });
    }));

  it('comes in pages', () => {
    const history = new History().constituted();
    for (const held of [1, 2, 3]) history.heldSession(`s${held}`, `2023-10-1${held}`);
    return asking(withBallots(history), (ask) => {
      for (const name of ['member', 'memberVotes'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = ask(name, 'bourbier', { limit: 1, cursor });
          seen.push(...(page?.items ?? []).map((one) => JSON.stringify(one)));
          cursor = page?.next ?? undefined;
        } while (cursor !== undefined);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength(name === 'member' ? 4 : 2);
      }
    });
  });

  it('takes in what was told under a ref that was merged into it, in that body', () => {
    const history = new History().constituted().heldSession('s1');
    history.add('body', 'cm', 'MembersMerged', { from: 'robert', into: 'tanguy' });
    return asking(history, (ask) => {
      expect(ask('member', 'tanguy', PAGE)?.items).toHaveLength(2);
      expect(ask('member', 'tanguy', { ...PAGE, body: 'bureau' })).toBeUndefined();
    });
  });

  it('is empty for who sits and was at no séance, and is none for who is not known', () =>
    asking(new History().constituted().convened('s1'), (ask) => {
      expect(ask('member', 'robert', PAGE)).toMatchObject({ name: 'Bernard ROBERT', items: [] });
      expect(ask('member', 'nobody', PAGE)).toBeUndefined();
    }));

  it('says unknown where nobody says who was there', () => {
    const history = new History().constituted().convened('s1').placed('s1', 'a', 1, 'Budget');
    history.add('session', 's1', 'SessionOpened', {
      bodyAtSession: COUNCIL,
      stated: null,
      attendance: null,
      proxies: null,
      movements: null,
      secretaries: null,
      quorum: null,
    });
    history.called('s1', 'a').decided('s1', 'a').closed('s1');
    return asking(history, (ask) =>
      expect(ask('member', 'robert', PAGE)?.totals).toMatchObject({
        sessions: { present: 0, absent: 0, unknown: 1 },
        affairs: { absent: 0, unknown: 1 },
        proxies: { given: 0, borne: 0, unknownSessions: 1 },
      }),
    );
  });

  it('is of one year where one is asked about, and says which seats the member holds', () => {
    const history = new History().constituted().heldSession('s1', '2022-10-12').heldSession('s2');
    return asking(history, (ask) => {
      expect(ask('member', 'robert', { ...PAGE, year: 2022 })?.items.map(({ session }) => session)).toEqual([
        's1',
      ]);
      expect(ask('member', 'robert', { ...PAGE, year: 1999 })).toMatchObject({
        name: 'Bernard ROBERT',
        items: [],
      });
      expect(ask('memberVotes', 'tanguy', { ...PAGE, year: 2022 }).items).toHaveLength(2);
      expect(ask('member', 'bourbier', PAGE)?.mandates).toMatchObject([
        { body: 'cm', bodyName: 'Conseil municipal', office: 'Maire', from: null, until: null },
      ]);
    });
  });
});

describe('the list of members', () => {
  it('is in the order of names, page by page, with how each was at the closed séances', () => {
    const history = new History().constituted().heldSession('s1').heldSession('s2').convened('s3');
    return asking(history, (ask) => {
      const first = ask('members', { limit: 2 });
      const rest = ask('members', { limit: 2, cursor: first.next as string });
      expect([...first.items, ...rest.items].map(({ name, sessions }) => [name, sessions.present])).toEqual([
        ['Michèle BOURBIER', 2],
        ['Bernard ROBERT', 0],
        ['Ronan TANGUY', 2],
      ]);
      expect(first.items[1]?.sessions).toMatchObject({ represented: 2, excused: 0, unknown: 0 });
      expect(rest.next).toBeNull();
      expect(ask('members', { limit: 9, year: 1999 }).items).toEqual([]);
      expect(ask('members', { limit: 9, body: 'bureau' }).items).toEqual([]);
    });
  });

  it('has those who were merged into another under that one', () => {
    const history = new History().constituted().heldSession('s1');
    history.add('body', 'cm', 'MembersMerged', { from: 'robert', into: 'tanguy' });
    return asking(history, (ask) =>
      expect(
        ask('members', { limit: 9 }).items.map(({ ref, sessions }) => [
          ref,
          sessions.present,
          sessions.represented,
        ]),
      ).toEqual([
        ['bourbier', 1, 0],
        ['tanguy', 1, 1],
      ]),
    );
  });

  it('tells who came late as present', () => {
    const history = new History().constituted().convened('s1').opened('s1');
    history.add('session', 's1', 'MemberArrived', { member: 'robert', reason: null }).closed('s1');
    return asking(history, (ask) => {
      expect(ask('members', { limit: 9 }).items[1]).toMatchObject({
        ref: 'robert',
        sessions: { present: 1 },
      });
      expect(ask('member', 'robert', PAGE)?.items[0]).toMatchObject({
        status: 'excused',
        presence: 'present',
      });
    });
  });
});
