import fc from 'fast-check';
import { CELLS, type Counts, type Roll } from '../ballot/tally.js';
import { resultOfElection, resultOfVote, type ChairVote } from './result.js';

const roll = (size: number | null): Roll => ({ seats: null, size, exact: size !== null });
const vote = (
  counts: Partial<Counts>,
  { of = null, chair = null }: { of?: number | null; chair?: ChairVote } = {},
) =>
  resultOfVote(
    { for: null, against: null, abstentions: null, notTakingPart: null, ...counts },
    roll(of),
    chair,
  );

describe('a vote', () => {
  it('of 38 for and none against among 49 is unanimous, of the votes expressed', () => {
    const counts = { for: 38, against: 0, abstentions: 11, notTakingPart: 0 };
    expect(vote(counts, { of: 49 })).toEqual({ outcome: 'adopted', unanimous: true });
  });

  it('is decided by the majority of the votes expressed', () => {
    expect(vote({ for: 5, against: 4, abstentions: 40 })).toEqual({ outcome: 'adopted', unanimous: false });
    expect(vote({ for: 4, against: 5 })).toEqual({ outcome: 'rejected', unanimous: false });
    expect(vote({ for: 0, against: 5 })).toEqual({ outcome: 'rejected', unanimous: true });
  });

  it('that nobody expressed adopts nothing', () => {
    expect(vote({ for: 0, against: 0, abstentions: 9 }, { chair: 'neither' })).toEqual({
      outcome: 'rejected',
      unanimous: false,
    });
    expect(vote({ for: 0, against: 0 })).toEqual({ outcome: 'rejected', unanimous: false });
  });

  describe('that is tied', () => {
    const tie = { for: 7, against: 7 };

    it('goes as the chair voted', () => {
      expect(vote(tie, { chair: 'for' })).toEqual({ outcome: 'adopted', unanimous: false });
      expect(vote(tie, { chair: 'against' })).toEqual({ outcome: 'rejected', unanimous: false });
    });

    it('does not adopt where the chair voted neither', () => {
      expect(vote(tie, { chair: 'neither' })?.outcome).toBe('rejected');
    });

    it('is not settled while the chair’s vote is not known', () => {
      expect(vote(tie)).toBeNull();
    });
  });

  describe('that is counted in part', () => {
    it('is settled once what remains of the roll cannot turn it', () => {
      expect(vote({ for: 8 }, { of: 15 })).toEqual({ outcome: 'adopted', unanimous: null });
      expect(vote({ against: 8, abstentions: 0 }, { of: 15 })).toEqual({
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
        fc.property(cells, hidden, fc.nat(2), chair, (all, hide, absent, chairVote) => {
          const whole = Object.fromEntries(CELLS.map((cell, place) => [cell, all[place]])) as Counts;
          const known = CELLS.map((cell, place) => [cell, hide[place] ? null : whole[cell]]);
          const of = all.reduce((sum, votes) => sum + votes, absent);
          const partial = vote(Object.fromEntries(known) as Counts, { of, chair: chairVote });
          const settled = vote(whole, { of, chair: chairVote });
          if (partial !== null) expect(settled?.outcome).toBe(partial.outcome);
        }),
      );
    });
  });
});

describe('an election', () => {
  const round = (number: number | null, ...votes: (number | null)[]) =>
    resultOfElection(
      votes.map((given, place) => ({
        member: null,
        name: `liste ${place}`,
        votes: given,
        elected: null,
        seats: null,
        persons: null,
      })),
      number,
    );

  it('of the only candidate takes effect at once', () => {
    expect(round(1, 15)).toEqual({
      outcome: 'elected',
      unanimous: null,
      basis: 'single-candidate',
      elected: [0],
    });
    expect(round(null, null)?.outcome).toBe('elected');
  });

  it('takes the absolute majority in the first two rounds', () => {
    expect(round(1, 8, 7)?.outcome).toBe('elected');
    expect(round(1, 7, 7)?.outcome).toBe('no-majority');
    expect(round(2, 7, 6, 1)?.outcome).toBe('no-majority');
    expect(round(1, 0, 0)?.outcome).toBe('no-majority');
  });

  it('takes the relative one in the third, where a tie goes to the eldest and is not computed', () => {
    expect(round(3, 5, 4, 4)?.outcome).toBe('elected');
    expect(round(3, 5, 5, 1)).toBeNull();
  });

  it('of an unknown round is settled by an absolute majority only', () => {
    expect(round(null, 8, 7)?.outcome).toBe('elected');
    expect(round(null, 7, 7)).toBeNull();
  });

  it('is not settled while some votes are not known', () => {
    expect(round(1, 8, null)).toBeNull();
  });
});
