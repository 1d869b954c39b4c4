import fc from 'fast-check';
import {
  CELLS,
  NO_COUNTS,
  NO_NAMES,
  type Counts,
  type Papers,
  type Rest,
  type Roll,
} from '../ballot/tally.js';
import { knownVotes, tallyOf, type Given } from './tally.js';

const exactly = (size: number): Roll => ({ seats: null, size, exact: true });
const atMost = (size: number): Roll => ({ seats: null, size, exact: false });
const UNKNOWN: Roll = { seats: null, size: null, exact: false };
const NOTHING: Given = {
  counts: NO_COUNTS,
  named: NO_NAMES,
  candidates: null,
  papers: null,
  stated: null,
  rest: null,
};
const tally = (counts: Partial<Counts>, roll: Roll) =>
  tallyOf({ ...NOTHING, counts: { ...NO_COUNTS, ...counts } }, roll);

describe('a tally', () => {
  it('keeps what was counted', () => {
    const counts = { for: 9, against: 0, abstentions: 1, notTakingPart: 0 };
    expect(tally(counts, exactly(10))).toMatchObject({ counts, deduced: [], expressed: 9 });
  });

  it('of Pierrefonds, 14 for and one abstention, reaches the ceiling of 15: the rest are none', () => {
    expect(tally({ for: 14, abstentions: 1 }, atMost(15))).toMatchObject({
      counts: { for: 14, against: 0, abstentions: 1, notTakingPart: 0 },
      deduced: ['against', 'notTakingPart'],
      expressed: 14,
    });
  });

  it('that nobody counted stays unknown, whatever the roll', () => {
    expect(tally({}, exactly(15))).toMatchObject({ counts: NO_COUNTS, deduced: [], expressed: null });
    expect(tally({}, exactly(0))).toMatchObject({ counts: NO_COUNTS, deduced: [] });
  });

  it('that lacks one cell of an exact roll has the rest in it', () => {
    expect(tally({ against: 2, abstentions: 1, notTakingPart: 0 }, exactly(15))).toMatchObject({
      counts: { for: 12, against: 2, abstentions: 1, notTakingPart: 0 },
      deduced: ['for'],
    });
  });

  it('that lacks one cell of a roll which is a ceiling lacks it still', () => {
    const counts = { against: 2, abstentions: 1, notTakingPart: 0 };
    expect(tally(counts, atMost(15))).toMatchObject({ counts: { for: null }, deduced: [], expressed: null });
  });

  it('that lacks two cells deduces nothing from what is left', () => {
    expect(tally({ against: 2, abstentions: 1 }, exactly(15))).toMatchObject({
      counts: { for: null, notTakingPart: null },
      deduced: [],
    });
  });

  it('deduces nothing without a roll', () => {
    expect(tally({ for: 14, against: 0, abstentions: 1 }, UNKNOWN)).toMatchObject({
      counts: { notTakingPart: null },
      deduced: [],
      expressed: 14,
    });
  });

  const LIST = { seats: null, persons: null };

  it('of an election expresses the candidates’ votes, and deduces no « for »', () => {
    const candidates = [8, 7].map((votes) => ({
      member: null,
      name: `${votes}`,
      votes,
      elected: null,
      ...LIST,
    }));
    expect(tallyOf({ ...NOTHING, candidates }, exactly(15))).toMatchObject({
      counts: NO_COUNTS,
      deduced: [],
      expressed: 15,
    });
    const unknown = [{ member: null, name: 'A', votes: null, elected: true, ...LIST }];
    expect(tallyOf({ ...NOTHING, candidates: unknown }, exactly(15)).expressed).toBeNull();
  });

  it('of several positions expresses papers, not names', () => {
    const candidates = [9, 8, 7].map((votes) => ({
      member: null,
      name: `${votes}`,
      votes,
      elected: null,
      ...LIST,
    }));
    const papers: Papers = { found: 13, blank: 1, nullVotes: null, blankOrNull: 1 };
    expect(tallyOf({ ...NOTHING, candidates, papers }, exactly(13), 2).expressed).toBe(12);
    expect(tallyOf({ ...NOTHING, candidates }, exactly(13), 2).expressed).toBeNull();
    const stated = { expressed: 12, majority: null };
    expect(tallyOf({ ...NOTHING, candidates, stated }, exactly(13), 2).expressed).toBe(12);
  });

  describe('of a secret ballot', () => {
    const found = (papers: Partial<Papers>, counts: Partial<Counts>) =>
      tallyOf(
        {
          ...NOTHING,
          counts: { ...NO_COUNTS, ...counts },
          papers: { found: null, blank: null, nullVotes: null, blankOrNull: null, ...papers },
        },
        exactly(15),
      );

    it('counts blank and null papers within the roll', () => {
      expect(found({ blank: 2, nullVotes: 1 }, { for: 8, against: 4 })).toMatchObject({
        counts: { abstentions: 0, notTakingPart: 0 },
        deduced: ['abstentions', 'notTakingPart'],
        expressed: 12,
      });
    });

    it('deduces nothing while they are not known', () => {
      expect(found({ blank: 2 }, { for: 8, against: 4, abstentions: 0 }).deduced).toEqual([]);
    });
  });

  describe('of which only the minority was named', () => {
    const seats = ['a', 'b', 'c', 'd', 'e'].map((seat) => ({ seat, voter: seat }));
    const room: Roll = { seats, size: 5, exact: true };
    const minority = (rest: Rest, named: object, roll = room) =>
      tallyOf({ ...NOTHING, named: { ...NO_NAMES, ...named }, rest }, roll);

    it('has the rest of the roll in the other choice, by name, and marks what it deduced', () => {
      expect(minority('for', { against: ['b'], abstentions: ['d'] })).toMatchObject({
        counts: { for: 3, against: 1, abstentions: 1, notTakingPart: 0 },
        deduced: ['for', 'against', 'abstentions', 'notTakingPart'],
        named: { for: ['a', 'c', 'e'], against: ['b'], abstentions: ['d'], notTakingPart: [] },
        expressed: 4,
      });
    });

    it('names nobody where the roll does not name all its seats', () => {
      const partial = minority('for', { against: ['b'] }, { ...room, size: 9 });
      expect(partial.counts).toEqual({ for: 8, against: 1, abstentions: 0, notTakingPart: 0 });
      expect(partial.named.for).toBeNull();
    });

    it('counts the whole roll where nobody voted otherwise', () => {
      expect(minority('against', {})).toMatchObject({ counts: { for: 0, against: 5 } });
    });
  });

  it('never changes what was given, and holds no more than its roll', () => {
    const cell = fc.option(fc.nat(5));
    const given = fc.record({ for: cell, against: cell, abstentions: cell, notTakingPart: cell });
    fc.assert(
      fc.property(given, fc.nat(6), fc.boolean(), (counts, more, exact) => {
        const size = knownVotes(counts) + more;
        const found = tally(counts, { seats: null, size, exact });
        for (const one of CELLS) {
          if (counts[one] !== null) expect(found.counts[one]).toBe(counts[one]);
          expect(found.deduced.includes(one)).toBe(counts[one] === null && found.counts[one] !== null);
        }
        expect(knownVotes(found.counts)).toBeLessThanOrEqual(size);
        if (found.deduced.length > 0) expect(knownVotes(found.counts)).toBe(size);
      }),
    );
  });
});
