import type { BallotState } from '../ballot/ballot.js';
import {
  CELLS,
  NO_COUNTS,
  NO_NAMES,
  type Cell,
  type Choice,
  type ComputedResult,
  type Counts,
  type Named,
  type Tally,
} from '../ballot/tally.js';
import { resultOfElection } from '../rules/election.js';
import { resultOfVote, type ChairVote } from '../rules/result.js';
import { regimeOf } from '../rules/rule-set.js';
import { tallyOf, type Given } from '../rules/tally.js';
import type { BallotInSession, BodyAtSession } from './session.js';

const CELL_OF: { readonly [choice in Choice]: Cell } = {
  for: 'for',
  against: 'against',
  abstention: 'abstentions',
  'not-taking-part': 'notTakingPart',
};

type Held = Pick<BallotInSession, 'roll' | 'round' | 'chair' | 'accounts' | 'method' | 'positions'>;

/**
 * The tally and the computed result of a ballot from what was cast or counted.
 *
 * @param body whose members' ages settle a tie, and whose law applies; null: not known
 */
export function resultOf(
  ballot: Held,
  voting: Pick<BallotState, 'votes' | 'counted'>,
  body: BodyAtSession | null,
): { readonly tally: Tally; readonly computed: ComputedResult | null } {
  const { roll, round, positions, accounts } = ballot;
  const tally = tallyOf(givenIn(voting), roll, positions);
  const { candidates, counts, expressed } = tally;
  if (candidates === null) {
    const chair = chairVote(ballot, tally.named, body);
    return { tally, computed: resultOfVote(counts, roll, chair, { accounts }) };
  }
  const bornOn = (member: string) => body?.seats?.find(({ ref }) => ref === member)?.birthDate ?? null;
  return { tally, computed: resultOfElection({ candidates, round, positions, expressed, bornOn }) };
}

function givenIn({ votes, counted }: Pick<BallotState, 'votes' | 'counted'>): Given {
  if (counted !== null) return counted;
  const nothing = { candidates: null, papers: null, stated: null, rest: null };
  const cast = Object.entries(votes);
  if (cast.length === 0) return { counts: NO_COUNTS, named: NO_NAMES, ...nothing };
  const voters = (cell: Cell) => cast.filter(([, choice]) => CELL_OF[choice] === cell).map(([seat]) => seat);
  const named = Object.fromEntries(CELLS.map((cell) => [cell, voters(cell)])) as unknown as Named;
  const counts = Object.fromEntries(CELLS.map((cell) => [cell, voters(cell).length])) as unknown as Counts;
  return { counts, named, ...nothing };
}

// In a secret ballot nobody's vote is known; communes and groupings know no casting vote there (L2121-20).
function chairVote({ chair, method }: Held, named: Named, body: BodyAtSession | null): ChairVote {
  if (method === 'secret') {
    const regime = body && regimeOf(body.authority.kind, body.kind);
    return regime === 'C' || regime === 'E' || regime === 'B' ? 'neither' : null;
  }
  if (chair === null) return null;
  if (named.for?.includes(chair)) return 'for';
  if (named.against?.includes(chair)) return 'against';
  const votedOtherwise = named.abstentions?.includes(chair) || named.notTakingPart?.includes(chair);
  return votedOtherwise || (named.for !== null && named.against !== null) ? 'neither' : null;
}
