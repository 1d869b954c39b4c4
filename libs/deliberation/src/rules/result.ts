import type { CandidateVotes, ComputedResult, Counts, Roll } from '../ballot/tally.js';

/** What the chair voted in a public ballot (R15, voix prépondérante); null: not known. */
export type ChairVote = 'for' | 'against' | 'neither' | null;

const BY_VOTES = { basis: 'votes', elected: null } as const;

/**
 * The result of a vote for or against by the majority of the votes expressed (R14): abstentions and those who do
 * not take part do not count, no vote expressed adopts nothing, a tie goes as the chair voted and does not adopt
 * where the chair voted neither. Null: what is known does not settle it.
 */
export function resultOfVote(counts: Counts, roll: Roll, chair: ChairVote): ComputedResult | null {
  const { for: inFavour, against } = counts;
  if (inFavour !== null && against !== null) {
    const tie = inFavour === against && inFavour > 0;
    if (tie && chair === null) return null;
    const adopted = tie ? chair === 'for' : inFavour > against;
    const unanimous = inFavour + against > 0 && (inFavour === 0 || against === 0);
    const basis = tie && chair !== 'neither' ? 'casting-vote' : 'votes';
    return { outcome: adopted ? 'adopted' : 'rejected', unanimous, basis, elected: null };
  }
  const rest = remaining(counts, roll);
  if (rest === null) return null;
  if (inFavour !== null && inFavour > rest) return { outcome: 'adopted', unanimous: null, ...BY_VOTES };
  if (against !== null && against > rest) return { outcome: 'rejected', unanimous: null, ...BY_VOTES };
  return null;
}

/** The most that one unknown cell may hold: what the known ones leave of the roll; null: no roll. */
function remaining(counts: Counts, roll: Roll): number | null {
  if (roll.size === null) return null;
  const known = Object.values(counts).reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  return Math.max(0, roll.size - known);
}

/**
 * The result of one round of an election (L2122-7, R16): the only candidate takes effect at once; the absolute
 * majority of the votes expressed in the first two rounds, the relative one in the third. A tie in the third, which
 * goes to the eldest, is not computed. Null: some candidate's votes are not known.
 */
export function resultOfElection(
  candidates: readonly CandidateVotes[],
  round: number | null,
): ComputedResult | null {
  const elected = (place: number, basis: ComputedResult['basis']): ComputedResult => ({
    outcome: 'elected',
    unanimous: null,
    basis,
    elected: [place],
  });
  if (candidates.length === 1) return elected(0, 'single-candidate');
  const votes = candidates.map(({ votes: given }) => given);
  if (votes.length === 0 || votes.some((given) => given === null)) return null;
  const known = votes as number[];
  const expressed = known.reduce((sum, given) => sum + given, 0);
  const best = Math.max(...known);
  const firsts = known.filter((given) => given === best).length;
  if (best > expressed / 2) return elected(known.indexOf(best), 'votes');
  if (round !== 3) return round === null ? null : { outcome: 'no-majority', unanimous: null, ...BY_VOTES };
  return firsts === 1 ? elected(known.indexOf(best), 'votes') : null;
}
