import {
  affairAggregate,
  sessionAggregate,
  type ExtractSubject,
  type SessionState,
  type Tally,
} from '@registre/deliberation';
import { extractContext } from './extract-context.js';
import { foldedRecord, sharedText, type FoldedRecord, type SampleRecord } from './folded-record.samples.js';
import { COMPLETE, NOTHING, UNKNOWN_FACTS } from './sample-contexts.js';
import { validatorOf } from './schema.samples.js';

const valid = validatorOf();

function expectValid(context: unknown): void {
  valid(context);
  expect(valid.errors).toBeNull();
}

const REF = ['maire', 'adjointe', 'conseiller', 'excuse'] as const;

/** A council of four: three in the room, the fourth excused, her proxy with the deputy. */
const RECORD: SampleRecord = {
  authority: {
    key: 'valbrume',
    name: 'Commune de Valbrume',
    timezone: 'Europe/Paris',
    ...{ kind: 'commune' },
  },
  body: {
    key: 'CM',
    members: REF.map((ref) => ({ ref, givenName: null, familyName: ref.toUpperCase() })),
    ...{ name: 'Conseil municipal', kind: 'council', inOffice: 5 },
  },
  session: {
    date: '2024-03-01',
    openedAt: '2024-03-01T20:30',
    closedAt: '2024-03-02T00:10',
    chair: 'maire',
    secretaries: ['conseiller'],
    attendance: [
      { member: 'maire', status: 'present' },
      { member: 'adjointe', status: 'present' },
      { member: 'conseiller', status: 'present' },
      { member: 'excuse', status: 'excused' },
    ],
    proxies: [{ giver: 'excuse', bearer: 'adjointe' }],
    movements: [{ member: 'conseiller', when: { at: '2024-03-01T21:00', afterAffair: '1' } }],
  },
  affairs: [
    {
      key: '1',
      order: 1,
      number: '2024-001',
      subject: 'École de musique',
      ballots: [
        {
          method: 'show-of-hands',
          counts: { for: 3, abstentions: 1 },
          named: { abstentions: ['excuse'] },
          outcome: 'adopted',
          proclaimed: 'Adopté.',
        },
      ],
      outcome: 'adopted',
    },
    {
      key: '2',
      order: 2,
      number: null,
      subject: 'Voirie',
      ballots: [],
      outcome: 'postponed',
      outcomeReason: 'quorum perdu',
    },
  ],
};

describe('the variables of an extract', () => {
  const record = foldedRecord(RECORD);
  const context = extractContext(record.subjectOf('1'), null, null);
  const { affair, session } = context;
  const names = (people: readonly { familyName: string }[] | null) =>
    people?.map(({ familyName }) => familyName) ?? null;

  it('are those of the schema', () => {
    expectValid(context);
    expectValid(extractContext(record.subjectOf('2'), null, null));
    [COMPLETE, UNKNOWN_FACTS, NOTHING].forEach(expectValid);
  });

  it('name the room when the affair was put into discussion', () => {
    expect(names(affair.present)).toEqual(['MAIRE', 'ADJOINTE', 'CONSEILLER']);
    expect(names(affair.represented)).toEqual(['EXCUSE']);
    expect(affair.excused).toEqual([]);
    expect([affair.presentCount, affair.representedCount, affair.excusedCount]).toEqual([3, 1, 0]);
    expect(affair.proxies?.map(({ giver, bearer }) => [giver.ref, bearer.ref])).toEqual([
      ['excuse', 'adjointe'],
    ]);
    expect(affair.quorum).toEqual({ inOffice: 5, required: 3, present: 3, reached: true });
    expect(affair.chair?.ref).toBe('maire');
  });

  it('say the séance in words, over midnight too', () => {
    expect(session).toMatchObject({
      dateLong: 'vendredi 1er mars 2024',
      openedAtLong: '20 h 30',
      closedAt: '2024-03-02T00:10',
      closedAtLong: '0 h 10',
    });
    expect(names(session.secretaries)).toEqual(['CONSEILLER']);
  });

  it('give the ballot with what was deduced, and mark the one that decides', () => {
    expect(affair.ballots).toHaveLength(1);
    expect(affair.ballots?.[0]).toMatchObject({
      deciding: true,
      roll: 4,
      counts: { for: 3, against: 0, abstentions: 1, notTakingPart: 0 },
      deduced: ['against', 'notTakingPart'],
      expressed: 3,
      resultLong: 'adoptée à l’unanimité des suffrages exprimés',
    });
    expect(names(affair.ballots?.[0]?.named.abstentions ?? null)).toEqual(['EXCUSE']);
    expect(affair.ballots?.[0]?.named.for).toBeNull();
  });

  it('take the deciding ballot’s words where the affair has none', () => {
    expect(affair.proclaimed).toBe('Adopté.');
    expect(affair.resultLong).toBe('adoptée à l’unanimité des suffrages exprimés');
  });

  it('count the voters although recusals are unknown, since the votes reach the whole roll', () => {
    expect(affair.recused).toBeNull();
    expect(affair.voterCount).toBe(4);
  });

  it('do not guess the room of an affair that was never called, once somebody has left', () => {
    const postponed = extractContext(record.subjectOf('2'), null, null).affair;
    expect(postponed).toMatchObject({ present: null, presentCount: null, chair: null, voterCount: null });
    expect(postponed).toMatchObject({ outcome: 'postponed', outcomeReason: 'quorum perdu', ballots: [] });
    expect(postponed.quorum).toEqual({ inOffice: 5, required: null, present: null, reached: null });
  });

  it('refuse an affair that is not on the agenda', () => {
    expect(() => extractContext(record.subjectOf('9'), null, null)).toThrow(TypeError);
    const none: ExtractSubject = {
      authority: 'valbrume',
      affair: '1',
      sheet: null,
      session: sessionAggregate.initial,
      paper: affairAggregate.initial,
      ofNumber: [],
    };
    expect(() => extractContext(none, null, null)).toThrow(TypeError);
  });
});

describe('what is unknown', () => {
  const { session, subjectOf } = foldedRecord(RECORD);
  const withSession = (change: Partial<SessionState>) =>
    extractContext({ ...subjectOf('1'), session: { ...session, ...change } }, null, null).affair;
  const [called] = session.affairs;
  const room = called!.called!.room;
  const withRoom = (change: Partial<typeof room>) =>
    withSession({
      affairs: [{ ...called!, called: { ...called!.called!, room: { ...room, ...change } } }],
    });

  it('is told by the source where nobody is named', () => {
    const stated = {
      inOffice: 5,
      present: 3,
      represented: 1,
      excused: 1,
      absent: 1,
      voters: 4,
      quorumRequired: null,
      quorumReached: null,
      substitutesPresent: null,
    };
    const nobody = { present: null, excused: null, absent: null, proxies: null, chair: null };
    const affair = withSession({
      affairs: [{ ...called!, stated, called: { ...called!.called!, room: nobody } }],
    });
    expect(affair).toMatchObject({ present: null, presentCount: 3, representedCount: 1, voterCount: 4 });
  });

  it('stays unknown: proxies make the voters unknown', () => {
    expect(withRoom({ proxies: null })).toMatchObject({ represented: null, proxies: null, voterCount: null });
  });

  it('makes the proxies unknown as a whole where one bearer is', () => {
    const proxies = [...room.proxies!, { giver: 'conseiller', bearer: null, givenOn: null, reason: null }];
    expect(withRoom({ proxies })).toMatchObject({ proxies: null, representedCount: 2 });
  });

  it('are the ballots of an affair that was voted on without a known ballot', () => {
    expect(withSession({ ballots: [] }).ballots).toBeNull();
  });
});

describe('a ballot', () => {
  const { session, subjectOf } = foldedRecord(RECORD);
  const [held] = session.ballots;
  const ballotWith = (change: Partial<typeof held>, tally: Partial<Tally> = {}) => {
    const closed = { ...held!.closed!, tally: { ...held!.closed!.tally, ...tally } };
    const ballots = [{ ...held!, closed, ...change }];
    return extractContext({ ...subjectOf('1'), session: { ...session, ballots } }, null, null).affair
      .ballots![0]!;
  };
  const tie = { for: 2, against: 2, abstentions: 0, notTakingPart: 0 };
  const byChair = { for: ['maire', 'adjointe'], against: null, abstentions: null, notTakingPart: null };

  it('that is secret names nobody', () => {
    expect(ballotWith({ method: 'secret' }).named.abstentions).toBeNull();
  });

  it('of before the basis was kept is settled by the chair where the chair’s side of a tie wins', () => {
    const before = (change: Partial<typeof held>, tally: Partial<Tally> = {}) => {
      const computed = { ...held!.closed!.computed!, basis: null };
      const closed = { ...held!.closed!, computed, tally: { ...held!.closed!.tally, ...tally } };
      return ballotWith({ closed, ...change }).castingVote;
    };
    expect(before({}, { counts: tie, named: byChair })).toBe(true);
    expect(before({}, { counts: tie })).toBeNull();
    expect(before({ method: 'secret' }, { counts: tie })).toBe(false);
    expect(before({})).toBe(false);
  });

  it('says that the chair’s voice prevailed where that is its basis', () => {
    const closedWith = (basis: 'casting-vote' | 'tied-accounts') => ({
      closed: {
        ...held!.closed!,
        tally: { ...held!.closed!.tally, counts: tie },
        computed: { outcome: 'adopted' as const, unanimous: false, basis, elected: null },
      },
    });
    expect(ballotWith(closedWith('casting-vote')).castingVote).toBe(true);
    expect(ballotWith(closedWith('tied-accounts')).castingVote).toBe(false);
  });

  it('on paper tells the papers', () => {
    const papers = { found: 4, blank: 1, nullVotes: null, blankOrNull: 1 };
    expect(ballotWith({ method: 'secret' }, { papers })).toMatchObject(papers);
    expect(ballotWith({})).toMatchObject({ found: null, blank: null, nullVotes: null, blankOrNull: null });
  });

  it('that was declared void is none of the act', () => {
    const at = { date: '2023-05-04', time: null, zone: 'Europe/Paris' };
    const ballots = [...session.ballots, { ...held!, id: 'void', voided: { reason: null, at } }];
    const { affair } = extractContext({ ...subjectOf('1'), session: { ...session, ballots } }, null, null);
    expect(affair.ballots).toHaveLength(1);
  });

  it('that is open has given nothing', () => {
    expect(ballotWith({ closed: null })).toMatchObject({ expressed: null, result: null, roll: null });
  });

  it('names its candidates, members and others', () => {
    const candidates = [
      { member: 'adjointe', name: null, votes: 3, elected: true, seats: null, persons: null },
      { member: null, name: 'Liste des deux rives', votes: 1, elected: false, seats: null, persons: null },
    ];
    expect(ballotWith({ candidates }, { candidates }).candidates).toEqual([
      { name: 'ADJOINTE', votes: 3, elected: true },
      { name: 'Liste des deux rives', votes: 1, elected: false },
    ]);
  });
});

describe('the council of Pierrefonds that lost its quorum', () => {
  const text = sharedText('pierrefonds-cm-2019-09-27.json');
  const pierrefonds = (): FoldedRecord => foldedRecord(JSON.parse(text!) as SampleRecord);
  const whenShared = text === undefined ? it.skip : it;

  whenShared('has valid variables for every affair', () => {
    const record = pierrefonds();
    for (const { id } of record.session.affairs)
      expectValid(extractContext(record.subjectOf(id), null, null));
  });

  whenShared('counts fifteen voters, and a quorum that cannot be told', () => {
    const { affair } = extractContext(pierrefonds().subjectOf('1'), null, null);
    expect(affair).toMatchObject({ presentCount: 10, representedCount: 5, voterCount: 15, absentCount: 4 });
    expect(affair.quorum).toEqual({ inOffice: null, required: null, present: 10, reached: null });
  });

  whenShared('states what its minutes state of the postponed affairs', () => {
    const { affair } = extractContext(pierrefonds().subjectOf('11'), null, null);
    expect(affair.quorum.reached).toBe(false);
    expect(affair.outcomeReason).toBe('quorum perdu');
  });
});
