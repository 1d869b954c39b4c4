import type { ComputedResult, Counts, Roll } from '../ballot/tally.js';

/** What the chair voted, where it prevails in a tie (R15, voix prépondérante); null: not known. */
export type ChairVote = 'for' | 'against' | 'neither' | null;

const BY_VOTES = { basis: 'votes', elected: null } as const;

/**
 * The result of a vote for or against by the majority of the votes expressed (R14): abstentions and those who do
 * not take part do not count, no vote expressed adopts nothing, a tie goes as the chair voted and does not adopt
 * where the chair voted neither. The accounts stand unless a majority votes against (L1612-12). Null: what is known
 * does not settle it.
 */
export function resultOfVote(
  counts: Counts,
  roll: Roll,
  chair: ChairVote,
  { accounts }: { readonly accounts: boolean },
): ComputedResult | null {
  const { for: inFavour, against } = counts;
  if (inFavour !== null && against !== null) {
    const unanimous = inFavour + against > 0 && (inFavour === 0 || against === 0);
    if (inFavour !== against) {
      return { outcome: inFavour > against ? 'adopted' : 'rejected', unanimous, ...BY_VOTES };
    }
    return accounts
      ? { outcome: 'adopted', unanimous, basis: 'tied-accounts', elected: null }
      : tied(inFavour, chair);
  }
  const rest = remaining(counts, roll);
  if (rest === null) return null;
  if (inFavour !== null && inFavour > rest) return { outcome: 'adopted', unanimous: null, ...BY_VOTES };
  if (against !== null && against > rest) return { outcome: 'rejected', unanimous: null, ...BY_VOTES };
  return null;
}

function tied(votes: number, chair: ChairVote): ComputedResult | null {
  if (votes > 0 && chair === null) return null;
  const prevails = votes > 0 && chair !== 'neither';
  return {
    outcome: prevails && chair === 'for' ? 'adopted' : 'rejected',
    unanimous: false,
    basis: prevails ? 'casting-vote' : 'votes',
    elected: null,
  };
}

/** The most that one unknown cell may hold: what the known ones leave of the roll; null: no roll. */
function remaining(counts: Counts, roll: Roll): number | null {
  if (roll.size === null) return null;
  const known = Object.values(counts).reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  return Math.max(0, roll.size - known);
}
