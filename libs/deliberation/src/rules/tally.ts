import {
  CELLS,
  namesAll,
  type CandidateVotes,
  type Cell,
  type Counts,
  type Named,
  type Papers,
  type Rest,
  type Roll,
  type StatedResult,
  type Tally,
} from '../ballot/tally.js';

/** What was counted, as it was given. */
export interface Given {
  readonly counts: Counts;
  readonly named: Named;
  readonly candidates: readonly CandidateVotes[] | null;
  readonly papers: Papers | null;
  readonly stated: StatedResult | null;
  /** The choice of all those whom the other choices do not name or count; null: nobody said so. */
  readonly rest: Rest | null;
}

/**
 * What a ballot gave, from the counts and names as they were given. A cell that is not given is deduced, and marked
 * so, in two cases only (R22): the known ones add up to the whole roll (the rest are 0), or the roll is known exactly
 * and one cell is missing (it is the rest). Where the minority was named and « the rest » voted otherwise, nobody is
 * left for the other choices.
 */
export function tallyOf(given: Given, roll: Roll, positions: number | null = null): Tally {
  const { named, candidates, papers, stated, rest } = given;
  const told = rest === null ? given.counts : withoutOthers(given, rest);
  const { counts, deduced } =
    candidates === null ? deduce(told, given.counts, roll, withoutVote(papers)) : undeduced(given.counts);
  return {
    counts,
    deduced,
    named: rest === null ? named : withRest(named, counts, rest, roll),
    candidates,
    papers,
    stated,
    expressed: expressedOf({ counts, candidates, papers, stated, positions }),
  };
}

const undeduced = (counts: Counts) => ({ counts, deduced: [] });

// « The rest » leaves nobody for a choice that is neither counted nor named.
function withoutOthers({ counts, named }: Given, rest: Rest): Counts {
  const cells = CELLS.filter((cell) => cell !== rest).map((cell) => [
    cell,
    counts[cell] ?? named[cell]?.length ?? 0,
  ]);
  return { ...counts, ...(Object.fromEntries(cells) as Partial<Counts>) };
}

/** Papers that express nothing: they fill the roll as votes do; null: not known. */
function withoutVote(papers: Papers | null): number | null {
  if (papers === null) return 0;
  const { blank, nullVotes, blankOrNull } = papers;
  return blankOrNull ?? (blank === null || nullVotes === null ? null : blank + nullVotes);
}

function deduce(
  told: Counts,
  given: Counts,
  roll: Roll,
  papers: number | null,
): { counts: Counts; deduced: readonly Cell[] } {
  const missing = CELLS.filter((cell) => told[cell] === null);
  const known = CELLS.reduce((sum, cell) => sum + (told[cell] ?? 0), papers ?? 0);
  const marked = () => CELLS.filter((cell) => given[cell] === null);
  if (missing.length === 0) return { counts: told, deduced: marked() };
  if (roll.size === null || papers === null || missing.length === CELLS.length) return undeduced(given);
  const wholeRoll = known === roll.size;
  const oneMissing = missing.length === 1 && roll.exact && known < roll.size;
  if (!wholeRoll && !oneMissing) return undeduced(given);
  const left = roll.size - known;
  const filled = Object.fromEntries(missing.map((cell) => [cell, left])) as Partial<Counts>;
  return { counts: { ...told, ...filled }, deduced: marked() };
}

// Where the roll names everybody, and every other vote is named, « the rest » has names too.
function withRest(named: Named, counts: Counts, rest: Rest, roll: Roll): Named {
  const others = CELLS.filter((cell) => cell !== rest);
  const allNamed = others.every((cell) => (named[cell]?.length ?? 0) === counts[cell]);
  if (!namesAll(roll) || !roll.exact || !allNamed) return named;
  const otherwise = new Set(others.flatMap((cell) => named[cell] ?? []));
  const followed = roll.seats?.map(({ seat }) => seat).filter((seat) => !otherwise.has(seat)) ?? [];
  const nobody = Object.fromEntries(others.map((cell) => [cell, named[cell] ?? []])) as Partial<Named>;
  return { ...named, ...nobody, [rest]: followed };
}

/** Suffrages exprimés: where each paper bears several names, only the papers tell how many were cast. */
function expressedOf({
  counts,
  candidates,
  papers,
  stated,
  positions,
}: Pick<Tally, 'counts' | 'candidates' | 'papers' | 'stated'> & {
  readonly positions: number | null;
}): number | null {
  if (candidates === null) {
    return counts.for === null || counts.against === null ? null : counts.for + counts.against;
  }
  if ((positions ?? 1) > 1) return expressedPapers(papers) ?? stated?.expressed ?? null;
  const votes = candidates.map(({ votes: given }) => given);
  return votes.some((given) => given === null)
    ? null
    : votes.reduce<number>((sum, given) => sum + (given ?? 0), 0);
}

/** The papers found, less those that are blank or null; null: not known. */
export function expressedPapers(papers: Papers | null): number | null {
  const empty = withoutVote(papers);
  return papers?.found == null || empty === null ? null : papers.found - empty;
}

/** How many votes the known cells hold. */
export const knownVotes = (counts: Counts): number =>
  CELLS.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
