import fc from 'fast-check';
import { CELLS, type Counts, type Roll } from '../ballot/tally.js';
import { resultOfVote, type ChairVote } from './result.js';

const roll = (size: number | null): Roll => ({ seats: null, size, exact: size !== null });
const vote = (
  counts: Partial<Counts>,
  {
    of = null,
    chair = null,
    accounts = false,
  }: { of?: number | null; chair?: ChairVote; accounts?: boolean } = {},
) =>
  resultOfVote(
    { for: null, against: null, abstentions: null, notTakingPart: null, ...counts },
    roll(of),
    chair,
    { accounts },
  );

const BY_VOTES = { basis: 'votes', elected: null };

describe('a vote', () => {
  it('of 38 for and none against among 49 is unanimous, of the votes expressed', () => {
    const counts = { for: 38, against: 0, abstentions: 11, notTakingPart: 0 };
    expect(vote(counts, { of: 49 })).toEqual({ outcome: 'adopted', unanimous: true, ...BY_VOTES });
  });

  it('is decided by the majority of the votes expressed', () => {
    expect(vote({ for: 5, against: 4, abstentions: 40 })).toEqual({
      outcome: 'adopted',
      unanimous: false,
      ...BY_VOTES,
    });
    expect(vote({ for: 4, against: 5 })).toMatchObject({ outcome: 'rejected', unanimous: false });
    expect(vote({ for: 0, against: 5 })).toMatchObject({ outcome: 'rejected', unanimous: true });
  });

  it('that nobody expressed adopts nothing', () => {
    expect(vote({ for: 0, against: 0, abstentions: 9 }, { chair: 'for' })).toEqual({
      outcome: 'rejected',
      unanimous: false,
      ...BY_VOTES,
    });
    expect(vote({ for: 0, against: 0 })?.outcome).toBe('rejected');
  });

  describe('that is tied', () => {
    const tie = { for: 7, against: 7 };

    it('goes as the chair voted', () => {
      expect(vote(tie, { chair: 'for' })).toEqual({
        outcome: 'adopted',
        unanimous: false,
        basis: 'casting-vote',
        elected: null,
      });
      expect(vote(tie, { chair: 'against' })).toMatchObject({ outcome: 'rejected', basis: 'casting-vote' });
    });

    it('does not adopt where the chair voted neither', () => {
      expect(vote(tie, { chair: 'neither' })).toMatchObject({ outcome: 'rejected', basis: 'votes' });
    });

    it('is not settled while the chair’s vote is not known', () => {
      expect(vote(tie)).toBeNull();
    });

    it('adopts the accounts, whoever presides, and so does a vote that nobody expressed', () => {
      const adopted = { outcome: 'adopted', unanimous: false, basis: 'tied-accounts', elected: null };
      expect(vote(tie, { chair: 'against', accounts: true })).toEqual(adopted);
      expect(vote(tie, { accounts: true })).toEqual(adopted);
      expect(vote({ for: 0, against: 0 }, { accounts: true })).toEqual(adopted);
      expect(vote({ for: 7, against: 8 }, { accounts: true })).toMatchObject({
        outcome: 'rejected',
        basis: 'votes',
      });
    });
  });

  it('comes out as a plain reading of the law says', () => {
    const few = fc.nat(4);
    const chair = fc.constantFrom<ChairVote>('for', 'against', 'neither', null);
    fc.assert(
      fc.property(few, few, chair, fc.boolean(), (inFavour, against, chairVote, accounts) => {
        const result = vote({ for: inFavour, against }, { chair: chairVote, accounts });
        const voice = inFavour === 0 ? 'neither' : chairVote;
        const law = () => {
          if (inFavour > against) return 'adopted';
          if (inFavour < against) return 'rejected';
          if (accounts) return 'adopted';
          if (voice === null) return undefined;
          return voice === 'for' ? 'adopted' : 'rejected';
        };
        expect(result?.outcome).toBe(law());
        if (result !== null) expect(result.unanimous).toBe((inFavour === 0) !== (against === 0));
      }),
    );
  });

  describe('that is counted in part', () => {
    it('is settled once what remains of the roll cannot turn it', () => {
      expect(vote({ for: 8 }, { of: 15 })).toEqual({ outcome: 'adopted', unanimous: null, ...BY_VOTES });
      expect(vote({ against: 8, abstentions: 0 }, { of: 15 })).toMatchObject({
        outcome: 'rejected',
        unanimous: null,
      });
    });

    it('is not settled while a tie is possible', () => {
      expect(vote({ for: 7, abstentions: 1 }, { of: 15 })).toBeNull();
      expect(vote({ against: 7, abstentions: 1 }, { of: 15 })).toBeNull();
    });

    it('is not settled without a roll, or without a count', () => {
      expect(vote({ for: 14 })).toBeNull();
      expect(vote({ abstentions: 1 }, { of: 15 })).toBeNull();
      expect(vote({}, { of: 15 })).toBeNull();
    });

    it('never says what the rest, once counted, would belie', () => {
      const cells = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6));
      const hidden = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
      const chair = fc.constantFrom<ChairVote>('for', 'against', 'neither', null);
      fc.assert(
        fc.property(
          cells,
          hidden,
          fc.nat(2),
          chair,
          fc.boolean(),
          (all, hide, absent, chairVote, accounts) => {
            const whole = Object.fromEntries(CELLS.map((cell, place) => [cell, all[place]])) as Counts;
            const known = CELLS.map((cell, place) => [cell, hide[place] ? null : whole[cell]]);
            const of = all.reduce((sum, votes) => sum + votes, absent);
            const partial = vote(Object.fromEntries(known) as Counts, { of, chair: chairVote, accounts });
            const settled = vote(whole, { of, chair: chairVote, accounts });
            if (partial !== null) expect(settled?.outcome).toBe(partial.outcome);
          },
        ),
      );
    });
  });
});
