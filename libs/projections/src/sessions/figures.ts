import type { BallotInSession, SessionState } from '../domain.js';
import { membersAt } from './member-rows.js';

/** What a closed séance adds to the figures; what is not known is counted apart, never as none. */
export interface SessionFigures {
  readonly present: number;
  readonly represented: number;
  readonly excused: number;
  readonly absent: number;
  /** Seats of which nobody says whether they were there. */
  readonly unknown: number;
  readonly ballots: number;
  /** Ballots of which both the voters and those who voted are counted. */
  readonly counted: number;
  readonly roll: number;
  readonly voted: number;
}

export const FIGURES = [
  'present',
  'represented',
  'excused',
  'absent',
  'unknown',
  'ballots',
  'counted',
  'roll',
  'voted',
] as const satisfies readonly (keyof SessionFigures)[];

export function figuresOf(state: SessionState): SessionFigures {
  const members = [...membersAt(state).values()];
  const count = (status: string | null) => members.filter((one) => one.status === status).length;
  const named = { present: count('present'), represented: count('represented') };
  const away = { excused: count('excused'), absent: count('absent') };
  const inOffice = state.bodyAtSession?.inOffice ?? 0;
  const unknown = count(null) + Math.max(0, inOffice - members.length);
  const ballots = state.ballots.filter(({ closed, voided }) => closed !== null && voided === null);
  const counted = ballots.map(turnout).filter((one) => one !== null);
  return {
    ...named,
    ...away,
    unknown,
    ballots: ballots.length,
    counted: counted.length,
    roll: counted.reduce((sum, { roll }) => sum + roll, 0),
    voted: counted.reduce((sum, { voted }) => sum + voted, 0),
  };
}

/** Who voted among those who could; not taking part is no vote (R19). Null: not known. */
function turnout({
  roll,
  closed,
}: BallotInSession): { readonly roll: number; readonly voted: number } | null {
  if (closed === null || roll.size === null || !roll.exact) return null;
  const { counts, papers } = closed.tally;
  const cast = [counts.for, counts.against, counts.abstentions];
  const sum = cast.every((one) => one !== null) ? cast.reduce((total, one) => total + one, 0) : null;
  const voted = papers?.found ?? sum;
  return voted === null ? null : { roll: roll.size, voted };
}
