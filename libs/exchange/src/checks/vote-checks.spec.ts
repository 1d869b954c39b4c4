import 'reflect-metadata';
import type { LooseJson } from '../session-record/record.fixture.js';
import { checkDecisions } from './decisions.js';
import { checkDelegation } from './delegation.js';
import { checkAfterwards } from './afterwards.js';
import { foundBy } from './findings.fixture.js';
import { checkResults } from './results.js';
import { checkSecrecy } from './secrecy.js';
import { checkTallies } from './tallies.js';

const BALLOT = 'affairs.0.ballots.0';
const counts = (
  inFavour: LooseJson,
  against: LooseJson,
  abstentions: LooseJson,
  notTakingPart: LooseJson,
) => ({
  for: inFavour,
  against,
  abstentions,
  notTakingPart,
});

describe('check 18, tallies', () => {
  const found = foundBy(checkTallies);
  const ballot = (change: LooseJson) => found(({ affairs }) => Object.assign(affairs[0].ballots[0], change));

  it('passes where the votes are those of the roll', () => {
    expect(found()).toEqual([]);
    expect(ballot({ counts: null, named: null, roll: null })).toEqual([]);
    expect(ballot({ counts: counts(4, null, 1, null) })).toEqual([]);
  });

  it('finds more votes than voters, stated or in the room: nothing makes it acceptable', () => {
    expect(ballot({ counts: counts(5, 0, 1, 0) })).toEqual([`S R14.above-roll ${BALLOT}.counts`]);
    expect(ballot({ counts: counts(5, null, 1, null), roll: null })).toEqual([
      `S R14.above-roll ${BALLOT}.counts`,
    ]);
    const votes = [{ member: 'roux-david', votes: 6 }];
    expect(ballot({ counts: null, named: null, candidates: votes })).toEqual([
      `S R14.above-roll ${BALLOT}.candidates`,
    ]);
  });

  it('finds counts that do not add up to the roll', () => {
    expect(ballot({ counts: counts(3, 0, 1, 0) })).toEqual([`I R18.sum ${BALLOT}.counts`]);
    expect(ballot({ counts: counts(3, 0, 1, 0), roll: null })).toEqual([`I R18.sum ${BALLOT}.counts`]);
    expect(
      found(({ affairs }) => {
        affairs[0].recusals = null;
        Object.assign(affairs[0].ballots[0], { counts: counts(3, 0, 1, 0), roll: null });
      }),
    ).toEqual([]);
  });

  it('counts the blank and null papers of a secret ballot', () => {
    const secret = { method: 'secret', named: null, counts: counts(3, 0, 1, 0) };
    expect(ballot({ ...secret, blank: 1, nullVotes: 0 })).toEqual([]);
    expect(ballot({ ...secret, blankOrNull: 1 })).toEqual([]);
    expect(ballot(secret)).toEqual([]);
    expect(ballot({ ...secret, blank: 0, nullVotes: 0 })).toEqual([`I R18.sum ${BALLOT}.counts`]);
  });

  it('finds a roll that is not the room’s', () => {
    expect(ballot({ roll: 6, counts: null, named: null })).toEqual([`I R18.roll ${BALLOT}.roll`]);
    expect(ballot({ roll: 4, counts: null, named: null })).toEqual([`I R18.roll ${BALLOT}.roll`]);
  });

  it('lets those vote who come or go while the affair is discussed', () => {
    const fields = found(({ session, affairs }) => {
      session.movements = [{ member: 'moreau-basile', kind: 'left', when: { duringAffair: '1' } }];
      affairs[1].ballots[0] = { method: 'show-of-hands', counts: counts(4, 0, 0, 0) };
    });
    expect(fields).toEqual([]);
  });

  it('finds who does not vote there, votes twice, or is one name too many', () => {
    const fields = found(({ session, affairs }) => {
      session.proxies = [];
      session.attendance[4].status = 'absent';
      affairs[0].ballots[0] = {
        method: 'roll-call',
        counts: counts(2, 2, 0, 0),
        named: {
          for: ['durand-alix', 'moreau-basile'],
          against: ['moreau-basile', 'blanc-elsa', 'roux-david'],
        },
      };
      affairs.pop();
    });
    expect(fields).toEqual([
      `S vote.twice ${BALLOT}.named.against.0`,
      `I R18.named-on-roll ${BALLOT}.named.against.1`,
      `I R18.named-counts ${BALLOT}.named.against`,
    ]);
  });

  it('takes a proxy’s giver for a voter, and a recused member for none', () => {
    const voted = { method: 'roll-call', counts: null, named: { for: ['blanc-elsa', 'petit-chloe'] } };
    expect(found(({ affairs }) => (affairs[0].ballots[0] = voted))).toEqual([]);
    expect(
      found(({ affairs }) => {
        affairs[0].recusals = [{ member: 'petit-chloe' }];
        affairs[0].ballots[0] = voted;
      }),
    ).toEqual([`I R18.named-on-roll ${BALLOT}.named.for.1`]);
  });

  it('says nothing of voters where nobody is named', () => {
    const fields = found(({ session }) => (session.attendance = session.proxies = null));
    expect(fields).toEqual([]);
  });
});

describe('check 22, secrecy', () => {
  const found = foundBy(checkSecrecy);
  const election = {
    method: 'show-of-hands',
    secrecyWaived: true,
    candidates: [{ member: 'roux-david', votes: 5, elected: true }],
    outcome: 'elected',
  };
  const waivedBy = (manner: LooseJson) =>
    found(({ affairs }) => {
      affairs[0].ballots = [{ question: 'Désigner à main levée', method: null, ...manner }, election];
    });

  it('passes where it is given up by all, or how is not known', () => {
    expect(waivedBy({ outcome: 'adopted', counts: counts(4, 0, 1, 0) })).toEqual([]);
    expect(waivedBy({ outcome: 'adopted' })).toEqual([]);
    expect(found(({ affairs }) => (affairs[0].ballots = [election]))).toEqual([]);
  });

  it('finds that it was not by all, or not given up', () => {
    const wrong = ['I R16.secrecy affairs.0.ballots.1.secrecyWaived'];
    expect(waivedBy({ outcome: 'adopted', counts: counts(4, 1, 0, 0) })).toEqual(wrong);
    expect(waivedBy({ outcome: 'rejected' })).toEqual(wrong);
    expect(found(({ affairs }) => (affairs[0].ballots = [{ ...election, method: 'secret' }]))).toEqual([
      'I R16.secrecy affairs.0.ballots.0.secrecyWaived',
    ]);
  });

  it('looks for the vote of the séance where the affair has none', () => {
    const fields = found(({ session, affairs }) => {
      session.ballots = [{ question: 'Voter à main levée', method: null, counts: { against: 1 } }];
      affairs[0].ballots = [election];
    });
    expect(fields).toEqual(['I R16.secrecy affairs.0.ballots.0.secrecyWaived']);
  });
});

describe('check 23, results', () => {
  const found = foundBy(checkResults);
  const ballot = (change: LooseJson, subject?: string) =>
    found(({ affairs }) => {
      Object.assign(affairs[0].ballots[0], { named: null, proclaimed: null, ...change });
      if (subject !== undefined) affairs[0].subject = subject;
    });
  const wrongOutcome = [`I R14.outcome ${BALLOT}.outcome`];

  it('passes where the outcome is that of the votes, or they do not settle it', () => {
    expect(found()).toEqual([]);
    expect(ballot({ counts: counts(null, null, 1, null) })).toEqual([]);
    expect(ballot({ counts: counts(1, 4, 0, 0), outcome: 'rejected' })).toEqual([]);
  });

  it('finds an outcome that the votes do not give', () => {
    expect(ballot({ counts: counts(1, 4, 0, 0) })).toEqual(wrongOutcome);
    expect(ballot({ counts: counts(0, 0, 5, 0) })).toEqual(wrongOutcome);
    expect(ballot({ counts: counts(3, null, null, null), outcome: 'rejected' })).toEqual(wrongOutcome);
  });

  it('lets a tie go as the chair voted, where that is known', () => {
    const tie = { counts: counts(2, 2, 1, 0) };
    expect(ballot(tie)).toEqual([]);
    expect(ballot({ ...tie, named: { for: ['durand-alix', 'roux-david'] } })).toEqual([]);
    expect(ballot({ ...tie, named: { against: ['durand-alix', 'roux-david'] } })).toEqual(wrongOutcome);
    expect(ballot({ ...tie, named: { abstentions: ['durand-alix'] } })).toEqual(wrongOutcome);
    expect(ballot({ ...tie, method: 'secret' })).toEqual(wrongOutcome);
    expect(ballot({ ...tie, method: 'secret' }, 'Compte administratif 2023')).toEqual([]);
  });

  it('finds an election that its votes do not make', () => {
    const candidates = (outcome: string) => ({
      counts: null,
      round: 1,
      outcome,
      candidates: [
        { member: 'roux-david', votes: 2 },
        { member: 'petit-chloe', votes: 2 },
      ],
    });
    expect(ballot(candidates('no-majority'))).toEqual([]);
    expect(ballot(candidates('elected'))).toEqual(wrongOutcome);
  });

  it('compares the words proclaimed, of the ballot and of the affair', () => {
    const fields = found(({ affairs }) => {
      Object.assign(affairs[0].ballots[0], { counts: counts(4, 1, 0, 0), named: null });
      affairs[1].proclaimed = 'Rejetée par 4 voix pour et 1 contre';
    });
    expect(fields).toEqual([
      `I R18.proclaimed ${BALLOT}.proclaimed`,
      'I R18.proclaimed affairs.1.proclaimed',
      'I R18.proclaimed affairs.1.proclaimed',
    ]);
  });

  it.each([
    'Adoptée par 4 voix pour et 1 abstention',
    'Pour : 4 - Contre : 0 - Abstention : 1',
    'Adoptée à l’unanimité des suffrages exprimés',
    'Cette proposition mise aux voix est adoptée.',
    'L’amendement est rejeté, la proposition est adoptée',
    'Une aide de 800 pour 2024 est accordée',
  ])('takes « %s » for no contradiction', (proclaimed) => {
    expect(ballot({ proclaimed })).toEqual([]);
  });

  it.each([
    'Adoptée par 3 voix pour et 1 abstention',
    'Pour : 4, contre : 1',
    'La proposition n’est pas adoptée',
    'Rejetée',
  ])('takes « %s » for a contradiction', (proclaimed) => {
    expect(ballot({ proclaimed })).toEqual([`I R18.proclaimed ${BALLOT}.proclaimed`]);
  });
});

describe('check 24, decisions', () => {
  const found = foundBy(checkDecisions);
  const affair = (change: LooseJson) => found(({ affairs }) => Object.assign(affairs[0], change));
  const vote = (outcome: string | null) => ({ method: 'show-of-hands', outcome });

  it('passes where the deciding ballots give the outcome', () => {
    expect(found()).toEqual([]);
    expect(affair({ ballots: [vote('rejected'), vote('adopted')], decidingBallots: [2] })).toEqual([]);
    expect(affair({ ballots: [vote(null)], outcome: 'rejected' })).toEqual([]);
    expect(affair({ ballots: null })).toEqual([]);
    expect(affair({ ballots: [vote('rejected')], outcome: 'postponed' })).toEqual([]);
  });

  it('finds a ballot that does not exist', () => {
    expect(affair({ decidingBallots: [1, 2] })).toEqual([
      'S decision.not-its-ballot affairs.0.decidingBallots.1',
    ]);
  });

  it('finds another outcome than theirs', () => {
    const wrong = ['I R14.outcome affairs.0.outcome'];
    expect(affair({ outcome: 'rejected' })).toEqual(wrong);
    expect(affair({ ballots: [vote('adopted'), vote('rejected')], decidingBallots: [1, 2] })).toEqual(wrong);
    expect(affair({ ballots: [{ ...vote(null), counts: counts(1, 4, 0, 0) }] })).toEqual(wrong);
  });

  it('finds a decision without a ballot, and a ballot that decides nothing', () => {
    expect(affair({ ballots: [] })).toEqual(['I decision.no-ballot affairs.0.ballots']);
    expect(affair({ outcome: 'withdrawn', decidingBallots: [1] })).toEqual([
      'I decision.undecided affairs.0.decidingBallots',
    ]);
  });
});

describe('check 24, what is said of another outcome', () => {
  const found = foundBy(checkDecisions);
  const affair = (change: LooseJson) => found(({ affairs }) => Object.assign(affairs[1], change));

  it('passes for the reason and the words of what was put off, and the sheet of what was decided', () => {
    expect(affair({ sheet: 42 })).toEqual([]);
    const putOff = {
      outcome: 'postponed',
      outcomeReason: 'quorum perdu',
      proclaimed: 'Reportée',
      ballots: [],
    };
    expect(affair(putOff)).toEqual([]);
  });

  it('finds a reason for a decision, words without an outcome, a sheet of what is not in the register', () => {
    expect(affair({ outcomeReason: 'faute de temps' })).toEqual([
      'I decision.reason affairs.1.outcomeReason',
    ]);
    expect(affair({ outcome: null, proclaimed: 'Adoptée', sheet: 42, ballots: null })).toEqual([
      'I decision.proclaimed affairs.1.proclaimed',
      'I decision.sheet affairs.1.sheet',
    ]);
  });
});

describe('check 25, delegation', () => {
  const found = foundBy(checkDelegation);
  const ofBureau = (change: LooseJson) =>
    found(({ body, affairs }) => {
      body.kind = 'bureau';
      affairs.splice(1);
      Object.assign(affairs[0], change);
    });

  it('passes where a bureau cites it, or is no bureau', () => {
    expect(found()).toEqual([]);
    expect(ofBureau({ delegation: 'HN 001-8073/20/CM' })).toEqual([]);
    expect(ofBureau({ citations: ['La délibération portant délégation au Bureau'] })).toEqual([]);
    expect(ofBureau({ outcome: 'noted' })).toEqual([]);
  });

  it('finds that it is not cited', () => {
    expect(ofBureau({ citations: ['Le code général des collectivités territoriales'] })).toEqual([
      'I R5.delegation affairs.0.delegation',
    ]);
  });
});

describe('check 27, certification', () => {
  const found = foundBy(checkAfterwards);
  const certified = (change: LooseJson) =>
    found(({ affairs }) =>
      Object.assign(affairs[0], { extract: { signatory: {}, certifiedOn: '2024-03-25' } }, change),
    );

  it('passes for a decided affair', () => {
    expect(certified({})).toEqual([]);
  });

  it('finds one before the séance, or of nothing decided', () => {
    expect(certified({ extract: { signatory: {}, certifiedOn: '2024-03-20' } })).toEqual([
      'I extract.before-session affairs.0.extract.certifiedOn',
    ]);
    expect(certified({ outcome: 'postponed' })).toEqual(['S extract.undecided affairs.0.extract']);
  });

  it('passes for what follows the séance within its days', () => {
    expect(
      found(({ session, affairs }) => {
        session.listPostedOn = '2024-03-28';
        session.minutes = { adoptedOn: '2024-05-16', publishedOn: '2024-05-23' };
        affairs[0].transmission = { on: '2024-03-25', acknowledgedOn: '2024-03-25' };
        affairs[0].publication = { on: '2024-03-26' };
        Object.assign(affairs[1], { outcome: 'postponed', transmission: {}, publication: { on: null } });
      }),
    ).toEqual([]);
  });

  it('finds what comes too late, or before what it follows', () => {
    expect(
      found(({ session, affairs }) => {
        session.listPostedOn = '2024-03-29';
        session.minutes = { adoptedOn: '2024-05-16', publishedOn: '2024-05-24' };
        affairs[0].transmission = { on: '2024-03-25', acknowledgedOn: '2024-03-22' };
        affairs[0].publication = { on: '2024-03-20' };
        Object.assign(affairs[1], { outcome: 'withdrawn', publication: { on: '2024-03-26' } });
      }),
    ).toEqual([
      'I R23.list-late session.listPostedOn',
      'I R23.minutes-late session.minutes.publishedOn',
      'I R25.order affairs.0.transmission.acknowledgedOn',
      'I R25.order affairs.0.publication.on',
      'S act.undecided affairs.1.publication',
    ]);
    expect(
      found(({ session }) => {
        session.listPostedOn = '2024-03-20';
        session.minutes = { adoptedOn: '2024-03-20', publishedOn: '2024-03-19' };
      }),
    ).toEqual([
      'I R23.order session.listPostedOn',
      'I R23.order session.minutes.adoptedOn',
      'I R23.order session.minutes.publishedOn',
    ]);
  });

  it('gives eight days to the summary of a séance before July 2022', () => {
    const posted = (on: string) =>
      found(({ session, affairs }) => {
        Object.assign(session, { date: '2021-10-14', listPostedOn: on });
        affairs.splice(0);
      });
    expect(posted('2021-10-22')).toEqual([]);
    expect(posted('2021-10-23')).toEqual(['I R23.list-late session.listPostedOn']);
  });
});
