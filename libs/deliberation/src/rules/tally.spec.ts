import fc from 'fast-check';
import { CELLS, NO_COUNTS, NO_NAMES, type Counts, type Roll } from '../ballot/tally.js';
import { knownVotes, tallyOf } from './tally.js';

const exactly = (size: number): Roll => ({ seats: null, size, exact: true });
const atMost = (size: number): Roll => ({ seats: null, size, exact: false });
const UNKNOWN: Roll = { seats: null, size: null, exact: false };
const tally = (counts: Partial<Counts>, roll: Roll) =>
  tallyOf({ ...NO_COUNTS, ...counts }, NO_NAMES, null, roll);

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
    expect(tallyOf(NO_COUNTS, NO_NAMES, candidates, exactly(15))).toMatchObject({
      counts: NO_COUNTS,
      deduced: [],
      expressed: 15,
    });
    const unknown = [{ member: null, name: 'A', votes: null, elected: true, ...LIST }];
    expect(tallyOf(NO_COUNTS, NO_NAMES, unknown, exactly(15)).expressed).toBeNull();
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
