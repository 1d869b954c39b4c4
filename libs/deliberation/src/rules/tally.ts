import {
  CELLS,
  type CandidateVotes,
  type Cell,
  type Counts,
  type Named,
  type Roll,
  type Tally,
} from '../ballot/tally.js';

/**
 * What a ballot gave, from the counts and names as they were given. A cell that is not given is deduced in two
 * cases only, and marked so (R22): the known ones add up to the whole roll (the rest are 0), or the roll is known
 * exactly and one cell is missing (it is the rest).
 */
export function tallyOf(
  given: Counts,
  named: Named,
  candidates: readonly CandidateVotes[] | null,
  roll: Roll,
): Omit<Tally, 'papers' | 'stated'> {
  const nobodyVotes = candidates !== null;
  const { counts, deduced } = nobodyVotes ? { counts: given, deduced: [] } : deduce(given, roll);
  return { counts, deduced, named, candidates, expressed: expressedOf(counts, candidates) };
}

function deduce(given: Counts, roll: Roll): { counts: Counts; deduced: readonly Cell[] } {
  const missing = CELLS.filter((cell) => given[cell] === null);
  const known = CELLS.reduce((sum, cell) => sum + (given[cell] ?? 0), 0);
  if (roll.size === null || missing.length === 0 || missing.length === CELLS.length) {
    return { counts: given, deduced: [] };
  }
  const wholeRoll = known === roll.size;
  const oneMissing = missing.length === 1 && roll.exact && known < roll.size;
  if (!wholeRoll && !oneMissing) return { counts: given, deduced: [] };
  const rest = roll.size - known;
  const filled = Object.fromEntries(missing.map((cell) => [cell, rest])) as Partial<Counts>;
  return { counts: { ...given, ...filled }, deduced: missing };
}

function expressedOf(counts: Counts, candidates: readonly CandidateVotes[] | null): number | null {
  if (candidates === null) {
    return counts.for === null || counts.against === null ? null : counts.for + counts.against;
  }
  const votes = candidates.map(({ votes: given }) => given);
  return votes.some((given) => given === null)
    ? null
    : votes.reduce<number>((sum, given) => sum + (given ?? 0), 0);
}

/** How many votes the known cells hold. */
export const knownVotes = (counts: Counts): number =>
  CELLS.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
