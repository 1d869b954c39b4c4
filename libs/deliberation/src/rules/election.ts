import type { LocalDate } from '@registre/platform';
import type { CandidateVotes, ComputedResult } from '../ballot/tally.js';

/** One round of an election. */
export interface Election {
  readonly candidates: readonly CandidateVotes[];
  readonly round: number | null;
  /** How many are to be elected; null: not said, one unless several are declared elected. */
  readonly positions: number | null;
  /** Suffrages exprimés: ballots that name somebody; null: not known. */
  readonly expressed: number | null;
  /** The day on which a member was born; null: not known. */
  readonly bornOn: (member: string) => LocalDate | null;
}

/**
 * The result of one round of an election (L2122-7, R16): as many candidates as there are positions take effect at
 * once; the absolute majority of the votes expressed in the first two rounds, the relative one in the third, a tie
 * to the eldest. Several may be elected in a round, and the next one is for the positions that are left. Null: votes,
 * a round, the seats of a list or a birth date are not known.
 */
export function resultOfElection(election: Election): ComputedResult | null {
  const { candidates, round, expressed } = election;
  const positions = positionsOf(election);
  if (candidates.length === 0 || positions === null) return null;
  // Lists share the seats in proportion: the register keeps what is given, and checks the sums only.
  if (candidates.length > 1 && candidates.some(({ seats }) => seats !== null)) return null;
  if (candidates.length <= positions) {
    return elected(
      candidates.map((_one, place) => place),
      'single-candidate',
    );
  }
  const votes = candidates.map(({ votes: given }) => given);
  if (expressed === null || votes.some((given) => given === null)) return null;
  const needed = round === 3 ? 0 : expressed / 2;
  const eligible = (votes as number[]).flatMap((given, place) => (given > needed ? [{ place, given }] : []));
  const winners = firstOf(eligible, positions, election);
  if (winners === null) return null;
  if (winners.places.length === positions) return elected(winners.places, winners.byAge ? 'age' : 'votes');
  if (round === null) return null;
  const some = winners.places.length === 0 ? null : winners.places;
  return { outcome: 'no-majority', unanimous: null, basis: 'votes', elected: some };
}

const elected = (places: readonly number[], basis: ComputedResult['basis']): ComputedResult => ({
  outcome: 'elected',
  unanimous: null,
  basis,
  elected: places,
});

function positionsOf({ positions, candidates }: Election): number | null {
  if (positions !== null) return positions;
  return candidates.filter((one) => one.elected).length > 1 ? null : 1;
}

interface Standing {
  readonly place: number;
  readonly given: number;
}

/** The first by votes, and by age where the last positions are tied; null: an age that would settle it is not known. */
function firstOf(
  eligible: readonly Standing[],
  positions: number,
  { candidates, bornOn }: Election,
): { readonly places: readonly number[]; readonly byAge: boolean } | null {
  const inOrder = (chosen: readonly Standing[]) => chosen.map(({ place }) => place).toSorted((a, b) => a - b);
  if (eligible.length <= positions) return { places: inOrder(eligible), byAge: false };
  const ranked = eligible.toSorted((a, b) => b.given - a.given);
  const last = ranked[positions - 1]?.given ?? 0;
  const ahead = ranked.filter(({ given }) => given > last);
  const tied = ranked.filter(({ given }) => given === last);
  const left = positions - ahead.length;
  if (tied.length === left) return { places: inOrder([...ahead, ...tied]), byAge: false };
  const aged = tied.map((one) => {
    const member = candidates[one.place]?.member ?? null;
    return { ...one, born: member === null ? null : bornOn(member) };
  });
  if (aged.some(({ born }) => born === null)) return null;
  const eldest = aged.toSorted((a, b) => ((a.born ?? '') < (b.born ?? '') ? -1 : 1));
  // Two born on the same day: nothing says who prevails.
  if (eldest[left - 1]?.born === eldest[left]?.born) return null;
  return { places: inOrder([...ahead, ...eldest.slice(0, left)]), byAge: true };
}
