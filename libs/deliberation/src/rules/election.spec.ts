import fc from 'fast-check';
import type { CandidateVotes } from '../ballot/tally.js';
import { resultOfElection, type Election } from './election.js';

const candidate = (votes: number | null, known: Partial<CandidateVotes> = {}): CandidateVotes => ({
  member: null,
  name: null,
  votes,
  elected: null,
  seats: null,
  persons: null,
  ...known,
});
const sumOf = (votes: readonly (number | null)[]) =>
  votes.includes(null) ? null : votes.reduce<number>((sum, one) => sum + (one ?? 0), 0);

const round = (number: number | null, ...votes: (number | null)[]) =>
  election({ round: number, candidates: votes.map((given) => candidate(given)) });
const election = (known: Partial<Election> & Pick<Election, 'candidates'>) =>
  resultOfElection({
    round: 1,
    positions: null,
    expressed: sumOf(known.candidates.map(({ votes }) => votes)),
    bornOn: () => null,
    ...known,
  });
const elects = (places: number[], basis: string) => ({
  outcome: 'elected',
  unanimous: null,
  basis,
  elected: places,
});

describe('an election', () => {
  it('of the only candidate takes effect at once', () => {
    expect(round(1, 15)).toEqual(elects([0], 'single-candidate'));
    expect(round(null, null)?.outcome).toBe('elected');
  });

  it('takes the absolute majority in the first two rounds', () => {
    expect(round(1, 7, 8)).toEqual(elects([1], 'votes'));
    const noMajority = { outcome: 'no-majority', unanimous: null, basis: 'votes', elected: null };
    expect(round(1, 7, 7)).toEqual(noMajority);
    expect(round(2, 7, 6, 1)).toEqual(noMajority);
    expect(round(1, 0, 0)).toEqual(noMajority);
  });

  it('takes the relative one in the third', () => {
    expect(round(3, 5, 4, 4)).toEqual(elects([0], 'votes'));
    expect(round(3, 0, 0)?.outcome).toBe('no-majority');
  });

  it('of an unknown round is settled by an absolute majority only', () => {
    expect(round(null, 8, 7)?.outcome).toBe('elected');
    expect(round(null, 7, 7)).toBeNull();
  });

  it('is not settled while some votes are not known', () => {
    expect(round(1, 8, null)).toBeNull();
  });

  describe('that is tied in the third round', () => {
    const born: { [member: string]: string } = {
      alix: '1960-05-01',
      basile: '1955-01-31',
      elsa: '1960-05-01',
    };
    const tied = (...members: string[]) =>
      election({
        round: 3,
        candidates: members.map((member) => candidate(5, { member })),
        bornOn: (member) => born[member] ?? null,
      });

    it('goes to the eldest', () => {
      expect(tied('alix', 'basile')).toEqual(elects([1], 'age'));
    });

    it('is not settled where an age is not known, or is the same', () => {
      expect(tied('alix', 'hugo')).toBeNull();
      expect(tied('alix', 'elsa')).toBeNull();
      expect(round(3, 5, 5, 1)).toBeNull();
    });
  });

  describe('of several', () => {
    const votes = (...given: number[]) => given.map((one) => candidate(one));

    it('elects those who have the absolute majority of the papers expressed, and leaves the others to a next round', () => {
      const first = { candidates: votes(9, 4, 8, 6), positions: 2, expressed: 14 };
      expect(election(first)).toEqual(elects([0, 2], 'votes'));
      expect(election({ ...first, expressed: 16 })).toEqual({
        outcome: 'no-majority',
        unanimous: null,
        basis: 'votes',
        elected: [0],
      });
      expect(election({ ...first, round: 3, expressed: 30 })).toEqual(elects([0, 2], 'votes'));
    });

    it('is not settled while the papers expressed are not counted', () => {
      expect(election({ candidates: votes(9, 4, 8), positions: 2, expressed: null })).toBeNull();
    });

    it('takes effect at once where there are no more candidates than positions', () => {
      expect(election({ candidates: votes(3, 2), positions: 2 })).toEqual(elects([0, 1], 'single-candidate'));
    });

    it('whose number is not said is not settled where several are declared elected', () => {
      const declared = [9, 8, 1].map((given) => candidate(given, { elected: given > 1 }));
      expect(election({ candidates: declared })).toBeNull();
    });
  });

  it('of lists in proportion is left to whoever counts', () => {
    const lists = [candidate(20, { seats: 4 }), candidate(9, { seats: 1 })];
    expect(election({ candidates: lists, positions: 5 })).toBeNull();
  });

  it('never elects more than there are positions, nor anyone before one who had more votes', () => {
    const given = fc.array(fc.nat(6), { minLength: 1, maxLength: 6 });
    const ages = fc.array(fc.constantFrom('1950-01-01', '1960-01-01', '1970-01-01'), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        given,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(1, 2, 3),
        ages,
        (votes, positions, at, born) => {
          const candidates = votes.map((one, place) => candidate(one, { member: `${place}` }));
          const expressed = Math.max(
            ...votes,
            Math.ceil(votes.reduce((sum, one) => sum + one, 0) / positions),
          );
          const bornOn = (member: string) => born[Number(member)] ?? null;
          const result = election({ candidates, positions, round: at, expressed, bornOn });
          if (result === null || candidates.length <= positions) return;
          const winners = result.elected ?? [];
          expect(winners.length <= positions).toBe(true);
          expect(result.outcome === 'elected').toBe(winners.length === positions);
          const worst = Math.min(...winners.map((place) => votes[place] ?? 0));
          const bestLoser = Math.max(-1, ...votes.filter((_one, place) => !winners.includes(place)));
          if (winners.length === positions) expect(worst).toBeGreaterThanOrEqual(bestLoser);
          else if (at !== 3) expect(bestLoser * 2).toBeLessThanOrEqual(expressed);
          if (at !== 3) expect(winners.every((place) => (votes[place] ?? 0) * 2 > expressed)).toBe(true);
        },
      ),
    );
  });
});
