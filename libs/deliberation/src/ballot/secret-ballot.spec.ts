import fc from 'fast-check';
import { codeOf, expectIrregular, expectRegular } from '../given.fixture.js';
import type { Roll } from './tally.js';
import {
  casting,
  counting,
  papersCounted,
  signed,
  signing,
  TEN_SEATS,
  voting,
  votingClosed,
  votingOpened,
} from './voting.fixture.js';

const secret = (roll: Roll = TEN_SEATS) => votingOpened(roll, null, 'secret');
const open = voting(secret());

describe('a secret ballot', () => {
  it('takes no vote by name and no show of hands', () => {
    expect(codeOf(casting(open, 'alix'))).toBe('R17.secret');
    expect(codeOf(counting(open, { counts: { for: 9 } }))).toBe('R17.secret');
  });
});

describe('a signature', () => {
  it('says that the seat has voted, once, and not what', () => {
    expect(expectRegular(signing(open, 'alix'))).toEqual([
      { type: 'VoterSigned', data: { seat: 'alix', voter: 'alix' } },
    ]);
    expect(codeOf(signing(voting(secret(), signed('alix')), 'alix'))).toBe('signature.twice');
  });

  it('by proxy is the bearer’s', () => {
    expect(signing(open, 'ines')()).toMatchObject([{ data: { seat: 'ines', voter: 'david' } }]);
    expect(codeOf(signing(open, 'ines', 'elsa'))).toBe('R10.not-the-bearer');
  });

  it('is not that of who keeps out of the affair, for another either', () => {
    const without = voting(votingOpened(TEN_SEATS, null, 'secret', null, ['david']));
    expect(codeOf(signing(without, 'david'))).toBe('R19.recused');
    // Nobody knows through whom Jules votes: not through David.
    expect(codeOf(signing(without, 'jules', 'david'))).toBe('R19.recused');
    expect(codeOf(signing(without, 'jules', 'elsa'))).toBe('accepted');
  });

  it('is for those on the roll, up to its size', () => {
    expect(codeOf(signing(open, 'karima'))).toBe('vote.not-on-roll');
    const one: Roll = { seats: null, size: 1, exact: true };
    expect(codeOf(signing(voting(secret(one), signed('alix')), 'basile'))).toBe('R14.above-roll');
  });

  it('is refused in a public ballot, once the box is counted, once closed', () => {
    expect(codeOf(signing(voting(votingOpened()), 'alix'))).toBe('ballot.not-secret');
    const counted = voting(secret(), ...papersCounted(open, { found: 3 })());
    expect(codeOf(signing(counted, 'alix'))).toBe('ballot.counted');
    expect(codeOf(signing(voting(secret(), votingClosed), 'alix'))).toBe('ballot.closed');
  });
});

describe('the box', () => {
  it('is counted once: only totals are kept', () => {
    const body = {
      found: 10,
      blank: 1,
      nullVotes: 1,
      counts: { for: 5, against: 3 },
      expressed: 8,
      majority: 5,
    };
    const events = expectRegular(papersCounted(open, body));
    expect(events).toEqual([
      {
        type: 'SecretTallyRecorded',
        data: {
          papers: { found: 10, blank: 1, nullVotes: 1, blankOrNull: null },
          counts: { for: 5, against: 3, abstentions: null, notTakingPart: null },
          candidates: null,
          stated: { expressed: 8, majority: 5 },
        },
      },
    ]);
    expect(codeOf(papersCounted(voting(secret(), ...events), { found: 10 }))).toBe('ballot.counted');
  });

  it('holds no more papers than there are voters', () => {
    expect(codeOf(papersCounted(open, { found: 11 }))).toBe('R14.above-roll');
    expect(codeOf(papersCounted(open, { counts: { for: 6, against: 4 }, blankOrNull: 1 }))).toBe(
      'R14.above-roll',
    );
    const nine = { for: 6, against: 3 };
    expectRegular(papersCounted(open, { counts: nine, blank: 1 }));
    expect(codeOf(papersCounted(open, { counts: nine, blank: 1, nullVotes: 1 }))).toBe('R14.above-roll');
    expectRegular(papersCounted(voting(secret({ seats: null, size: null, exact: false })), { found: 99 }));
  });

  it('whose sums disagree is irregular', () => {
    const counts = { for: 5, against: 3 };
    expectIrregular(papersCounted(open, { found: 9, blank: 0, nullVotes: 0, counts }), ['R17.papers']);
    expectIrregular(papersCounted(open, { blank: 1, nullVotes: 1, blankOrNull: 1 }), ['R17.papers']);
    expectIrregular(papersCounted(voting(secret(), signed('alix')), { found: 2 }), ['R17.papers']);
    expectIrregular(papersCounted(voting(secret(), signed('alix')), { found: 0 }), ['R17.papers']);
    expectIrregular(papersCounted(open, { found: 9, blankOrNull: 0, expressed: 8 }), ['R17.papers']);
    expectRegular(papersCounted(voting(secret(), signed('alix')), { found: 1 }));
    expectRegular(papersCounted(open, { found: 9, blank: 0, counts }));
  });

  it('of which something else was announced is irregular', () => {
    const counts = { for: 5, against: 3 };
    expectIrregular(papersCounted(open, { counts, expressed: 9 }), ['R17.stated']);
    expectIrregular(papersCounted(open, { counts, majority: 4 }), ['R17.stated']);
    expectIrregular(papersCounted(open, { expressed: 9, majority: 6 }), ['R17.stated']);
    expectRegular(papersCounted(open, { expressed: 9, majority: 5 }));
  });

  it('is counted in a secret ballot only', () => {
    expect(codeOf(papersCounted(voting(votingOpened()), { found: 1 }))).toBe('ballot.not-secret');
    expect(codeOf(papersCounted(voting(), { found: 1 }))).toBe('unknown-ballot');
  });

  it('never takes more than the roll, times the positions', () => {
    const running = ['alix', 'basile', 'chloe'].map((member) => ({ member, name: null }));
    fc.assert(
      fc.property(
        fc.array(fc.nat(8), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(6),
        (votes, positions, size) => {
          const roll: Roll = { seats: null, size, exact: true };
          const electing = voting(votingOpened(roll, running, 'secret', positions));
          const candidates = running.map(({ member }, place) => ({ member, votes: votes[place] ?? 0 }));
          const sum = votes.reduce((all, one) => all + one, 0);
          const fits = sum <= positions * size && votes.every((one) => one <= size);
          expect(codeOf(papersCounted(electing, { candidates }))).toBe(fits ? 'accepted' : 'R14.above-roll');
        },
      ),
    );
  });

  it('knows nothing of who signed: a tally and signatures have no word in common', () => {
    const state = voting(secret(), signed('alix'), signed('basile'));
    const [tally] = papersCounted(state, {
      found: 2,
      blank: 0,
      nullVotes: 0,
      counts: { for: 1, against: 1 },
    })();
    const told = JSON.stringify([tally?.data, { ...voting(secret(), tally!), roll: null }]);
    expect(told).not.toMatch(/alix|basile/);
  });
});

describe('a roll', () => {
  it('has one signature a seat, whatever the order in which they come', () => {
    const seats = fc.array(fc.constantFrom('alix', 'basile', 'ines', 'karima'), { maxLength: 12 });
    fc.assert(
      fc.property(seats, (comers) => {
        const state = comers.reduce((before, seat) => {
          const answer = codeOf(signing(before, seat));
          const known = seat !== 'karima' && !before.signed.includes(seat);
          expect(answer === 'accepted').toBe(known);
          return answer === 'accepted' ? { ...before, signed: [...before.signed, seat] } : before;
        }, open);
        expect(new Set(state.signed).size).toBe(state.signed.length);
      }),
    );
  });
});
