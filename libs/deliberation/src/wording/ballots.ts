import type { BallotMethod, BallotOutcome, Cell, Choice, ComputedResult } from '../ballot/tally.js';
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
