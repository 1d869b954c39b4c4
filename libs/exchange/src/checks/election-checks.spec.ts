import 'reflect-metadata';
import type { LooseJson } from '../session-record/record.fixture.js';
import { checkBallotRequests } from './ballot-requests.js';
import { checkElections } from './elections.js';
import { foundBy } from './findings.fixture.js';
import { checkPapers } from './papers.js';
import { checkResults } from './results.js';
import { checkTallies } from './tallies.js';

const BALLOT = 'affairs.0.ballots.0';
const votes = (member: string, given: number, elected: boolean | null = null) => ({
  member,
  votes: given,
  elected,
});

describe('check 17, requests for a manner of voting', () => {
  const found = foundBy(checkBallotRequests);
  const asked = (ballotRequest: LooseJson, method = 'roll-call') =>
    found(({ affairs }) => {
      affairs[0].ballotRequest = ballotRequest;
      affairs[0].ballots[0].method = method;
    });

  it('passes where one in four of those present asks for the names, or one in three for the secret', () => {
    expect(asked({ method: 'roll-call', requestedBy: ['petit-chloe'], count: 1 })).toEqual([]);
    expect(asked({ method: 'secret', requestedBy: null, count: 2 }, 'secret')).toEqual([]);
    expect(asked({ method: 'secret', requestedBy: null, count: null }, 'secret')).toEqual([]);
  });

  it('finds too few, those who are away not counted', () => {
    const wrong = ['I R16.requesters affairs.0.ballotRequest'];
    expect(asked({ method: 'secret', requestedBy: null, count: 1 }, 'secret')).toEqual(wrong);
    expect(asked({ method: 'roll-call', requestedBy: ['blanc-elsa'], count: 1 })).toEqual(wrong);
  });

  it('finds another number than are named, and a vote held otherwise', () => {
    expect(asked({ method: 'roll-call', requestedBy: ['petit-chloe', 'roux-david'], count: 3 })).toEqual([
      'I R16.requesters-count affairs.0.ballotRequest.count',
    ]);
    expect(asked({ method: 'roll-call', requestedBy: null, count: 2 }, 'show-of-hands')).toEqual([
      'I R16.method affairs.0.ballotRequest.method',
    ]);
  });

  it('lets the secret prevail over the names', () => {
    expect(asked({ method: 'roll-call', requestedBy: null, count: 2 }, 'secret')).toEqual([]);
  });
});

describe('check 19, the papers of a secret ballot', () => {
  const found = foundBy(checkPapers);
  const secret = (change: LooseJson) =>
    found(({ affairs }) => {
      affairs[0].ballots[0] = {
        method: 'secret',
        roll: 5,
        counts: { for: 3, against: 1 },
        found: 5,
        blank: 1,
        nullVotes: 0,
        expressed: 4,
        majority: 3,
        ...change,
      };
    });

  it('passes where votes, blank and null papers are those found', () => {
    expect(secret({})).toEqual([]);
    expect(secret({ blank: null, nullVotes: null, blankOrNull: 1 })).toEqual([]);
    expect(secret({ counts: null, blank: null, expressed: null, majority: null })).toEqual([]);
  });

  it('finds names, which nothing makes acceptable', () => {
    expect(secret({ named: { against: ['roux-david'] } })).toEqual([`S R17.named ${BALLOT}.named`]);
  });

  it('finds papers of a ballot that is not said to be secret', () => {
    const open = { method: 'show-of-hands', blank: null, nullVotes: null };
    expect(secret({ ...open, counts: { for: 4, against: 1 }, expressed: 5 })).toEqual([
      `I R17.papers ${BALLOT}.found`,
    ]);
  });

  it('finds sums that disagree', () => {
    expect(secret({ blankOrNull: 2, found: 6, roll: 6 })).toEqual([`I R17.papers ${BALLOT}.blankOrNull`]);
    expect(secret({ found: 4 })).toEqual([`I R17.papers ${BALLOT}.found`]);
    expect(secret({ found: 6 })).toEqual([
      `S R14.above-roll ${BALLOT}.found`,
      `I R17.papers ${BALLOT}.found`,
    ]);
    expect(secret({ expressed: 5, majority: 4 })).toEqual([
      `I R17.stated ${BALLOT}.expressed`,
      `I R17.stated ${BALLOT}.majority`,
    ]);
  });
});

describe('check 20, elections', () => {
  const found = foundBy(checkElections);
  const rounds = (...list: LooseJson[]) =>
    found(({ body, affairs }) => {
      body.members[2].birthDate = '1962-02-12';
      body.members[3].birthDate = '1963-02-13';
      affairs[0].ballots = list.map((one) => ({ method: 'secret', ...one }));
      affairs[0].decidingBallots = [list.length];
    });
  const noMajority = (round: number) => ({
    round,
    candidates: [votes('petit-chloe', 2), votes('roux-david', 2)],
    outcome: 'no-majority',
  });

  it('passes for rounds that follow one another, the last won by votes', () => {
    const won = { round: 3, candidates: [votes('petit-chloe', 3, true), votes('roux-david', 1, false)] };
    expect(rounds(noMajority(1), noMajority(2), won)).toEqual([]);
  });

  it('finds a candidate who is nobody, or twice the same', () => {
    const candidates = [
      votes('petit-chloe', 2),
      { member: null, name: null, votes: 1 },
      votes('petit-chloe', 1),
    ];
    expect(rounds({ round: 1, candidates })).toEqual([
      `S candidate.member-or-name ${BALLOT}.candidates.1`,
      `S candidate.twice ${BALLOT}.candidates.2`,
    ]);
  });

  it('finds a round without the one before it, and one after an election', () => {
    expect(rounds(noMajority(2))).toEqual([`I R16.rounds ${BALLOT}.round`]);
    const won = {
      round: 1,
      candidates: [votes('petit-chloe', 3), votes('roux-david', 1)],
      outcome: 'elected',
    };
    expect(rounds(won, noMajority(2))).toEqual(['I R16.rounds affairs.0.ballots.1.round']);
  });

  it('finds somebody elected whom the votes do not elect', () => {
    const candidates = [votes('petit-chloe', 1, true), votes('roux-david', 3, false)];
    expect(rounds({ round: 1, candidates })).toEqual([
      `I R16.elected ${BALLOT}.candidates.0.elected`,
      `I R16.elected ${BALLOT}.candidates.1.elected`,
    ]);
  });

  it('finds a list that does not name as many persons as it has seats', () => {
    const list = (name: string, seats: number, persons: string[]) => ({ name, votes: 2, seats, persons });
    const candidates = [
      list('Liste A', 2, ['petit-chloe', 'roux-david']),
      list('Liste B', 2, ['roux-david']),
    ];
    expect(rounds({ round: 1, candidates })).toEqual([
      `I R16.seats ${BALLOT}.candidates.1.persons`,
      `I R16.seats ${BALLOT}.candidates.1.persons`,
    ]);
  });

  it('counts as many votes on a ballot as there are to be elected', () => {
    const fields = foundBy(checkTallies)(({ affairs }) => {
      const candidates = [votes('petit-chloe', 5, true), votes('roux-david', 5, true)];
      affairs[0].ballots[0] = { method: 'show-of-hands', roll: 5, candidates, outcome: 'elected' };
    });
    expect(fields).toEqual([]);
  });
});

describe('check 21, ties', () => {
  const found = foundBy(checkResults);
  const tied = (change: LooseJson, subject = 'Affaire 1') =>
    found(({ affairs }) => {
      const ballot = { method: 'show-of-hands', counts: { for: 2, against: 2, abstentions: 1 }, ...change };
      Object.assign(affairs[0], { subject, classification: null, ballots: [ballot] });
    });
  const wrong = [`I R14.outcome ${BALLOT}.outcome`];

  it('passes where the chair voted as the result goes, or is not known to have', () => {
    const named = { for: ['durand-alix', 'roux-david'], against: ['petit-chloe', 'blanc-elsa'] };
    expect(tied({ named, outcome: 'adopted' })).toEqual([]);
    expect(tied({ outcome: 'adopted' })).toEqual([]);
  });

  it('finds an adoption against the chair’s vote, and in a secret ballot', () => {
    const named = { against: ['durand-alix', 'roux-david'], for: ['petit-chloe', 'blanc-elsa'] };
    expect(tied({ named, outcome: 'adopted' })).toEqual(wrong);
    expect(tied({ method: 'secret', outcome: 'adopted' })).toEqual(wrong);
  });

  it('adopts the accounts', () => {
    expect(tied({ outcome: 'adopted' }, 'Compte administratif 2023')).toEqual([]);
    expect(tied({ method: 'secret', outcome: 'rejected' }, 'Compte financier unique 2023')).toEqual(wrong);
  });
});
