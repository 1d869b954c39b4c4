import type {
  BallotMethod,
  BallotOutcome,
  Cell,
  Choice,
  ComputedResult,
  Papers,
  ResultBasis,
} from '../ballot/tally.js';
import { UNKNOWN } from './unknown.js';

const METHODS: { readonly [method in BallotMethod]: string } = {
  'show-of-hands': 'vote à main levée',
  'roll-call': 'scrutin public par appel nominal',
  secret: 'scrutin secret',
};

/** How a vote is taken (L2121-21). */
export const methodLong = (method: BallotMethod | null): string =>
  method === null ? UNKNOWN : METHODS[method];

const CHOICES: { readonly [choice in Choice]: string } = {
  for: 'pour',
  against: 'contre',
  abstention: 'abstention',
  'not-taking-part': 'ne prend pas part au vote',
};

/** What one voter said. */
export const choiceLong = (choice: Choice): string => CHOICES[choice];

const CELLS: { readonly [cell in Cell]: string } = {
  for: 'pour',
  against: 'contre',
  abstentions: 'abstentions',
  notTakingPart: 'ne prennent pas part au vote',
};

/** The heading of one count. */
export const cellLong = (cell: Cell): string => CELLS[cell];

const OUTCOMES: { readonly [outcome in BallotOutcome]: string } = {
  adopted: 'adoptée',
  rejected: 'rejetée',
  elected: 'élu(e)',
  'no-majority': 'pas de majorité à ce tour',
};

/** What a question put to the vote, or an election, came to. */
export const ballotOutcomeLong = (outcome: BallotOutcome | null): string =>
  outcome === null ? UNKNOWN : OUTCOMES[outcome];

/**
 * The result by the rules of the day, of a question put to the vote or of an election. Unanimity is that of the
 * votes expressed, and says so: abstentions may stand beside it (R18).
 */
export function resultLong(result: Pick<ComputedResult, 'outcome' | 'unanimous'> | null): string {
  const unanimity = result?.unanimous === true ? ' à l’unanimité des suffrages exprimés' : '';
  return ballotOutcomeLong(result?.outcome ?? null) + unanimity;
}

const BASES: { readonly [basis in ResultBasis]: string | null } = {
  votes: null,
  'casting-vote': 'voix prépondérante du président',
  'tied-accounts': 'partage des voix\u00a0: le compte est arrêté',
  age: 'au bénéfice de l’âge',
  'single-candidate': 'candidature unique',
};

/** What settled a result, where it is not the votes alone; null: they are, or it is not known. */
export const basisLong = (basis: ResultBasis | null): string | null => (basis === null ? null : BASES[basis]);

/** The round of an election: « 2e tour ». */
export const roundLong = (round: number): string => (round === 1 ? '1er tour' : `${round}e tour`);

/** The papers of a secret ballot: « 15 bulletins trouvés, 2 blancs, 1 nul ». */
export function papersLong({ found, blank, nullVotes, blankOrNull }: Papers): string {
  const counted = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;
  const empty =
    blank === null && nullVotes === null && blankOrNull !== null
      ? [counted(blankOrNull, 'blanc ou nul', 'blancs ou nuls')]
      : [
          blank === null ? `blancs\u00a0: ${UNKNOWN}` : counted(blank, 'blanc', 'blancs'),
          nullVotes === null ? `nuls\u00a0: ${UNKNOWN}` : counted(nullVotes, 'nul', 'nuls'),
        ];
  const papers =
    found === null
      ? `bulletins trouvés\u00a0: ${UNKNOWN}`
      : counted(found, 'bulletin trouvé', 'bulletins trouvés');
  return [papers, ...empty].join(', ');
}
