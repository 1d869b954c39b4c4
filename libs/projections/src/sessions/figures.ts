import type { BallotInSession, BallotMethod, Outcome, SessionState } from '../domain.js';
import { membersAt, type MemberAtSession } from './member-rows.js';

/** How the seats of a closed séance were held; what is not known is counted apart, never as none. */
export interface SeatFigures {
  /** At some time of the séance, in the room or at a distance, by themselves or by their substitute. */
  readonly present: number;
  /** Of these: at a distance. */
  readonly remote: number;
  /** Of these: nobody says which of the two. */
  readonly mode_unknown: number;
  /** Not there, and gave a proxy, excused or not. */
  readonly represented: number;
  readonly excused: number;
  readonly absent: number;
  /** Seats of which nobody says whether they were held. */
  readonly unknown: number;
}

export const SEAT_FIGURES = [
  'present',
  'remote',
  'mode_unknown',
  'represented',
  'excused',
  'absent',
  'unknown',
] as const satisfies readonly (keyof SeatFigures)[];

export function seatFigures(state: SessionState): SeatFigures {
  const seats = seatsAt(state);
  const count = (presence: MemberAtSession['presence']) =>
    seats.filter((one) => one.presence === presence).length;
  const present = seats.filter(({ presence }) => presence === 'present');
  const inOffice = state.bodyAtSession?.inOffice ?? 0;
  return {
    present: present.length,
    remote: present.filter(({ mode }) => mode === 'remote').length,
    mode_unknown: present.filter(({ mode }) => mode === null).length,
    represented: count('represented'),
    excused: count('excused'),
    absent: count('absent'),
    unknown: count(null) + Math.max(0, inOffice - seats.length),
  };
}

/** A row for each seat: a substitute who sits holds the titular’s (L5211-6), who has no mandate that day holds none. */
function seatsAt(state: SessionState): readonly MemberAtSession[] {
  const { seats = null, outOfMandate = null } = state.bodyAtSession ?? {};
  const told = membersAt(state);
  const holders = new Set(seats?.map(({ ref }) => ref));
  const isSeat = (ref: string) => holders.has(ref) || outOfMandate?.some((one) => one.ref === ref) !== true;
  const substitutes = (seats ?? []).filter(({ substituteOf }) => substituteOf !== null);
  const substituteRefs = new Set(substitutes.map(({ ref }) => ref));
  return [...told]
    .filter(([ref]) => isSeat(ref) && !substituteRefs.has(ref))
    .map(([ref, own]) => {
      const sits = substitutes
        .filter(({ substituteOf }) => substituteOf === ref)
        .map((one) => told.get(one.ref))
        .find((one) => one?.presence === 'present');
      return own.presence === 'present' ? own : (sits ?? own);
    });
}

/** Who took part in one ballot, among those who could; null: not known. */
export interface BallotFigures {
  readonly affair: string | null;
  readonly method: BallotMethod | null;
  readonly roll: number | null;
  /** Who voted: not taking part is no vote (R19). */
  readonly voted: number | null;
  /** Suffrages exprimés (R14). */
  readonly expressed: number | null;
}

/** The ballots that were closed and not voided. */
export const ballotFigures = ({ ballots }: SessionState): readonly BallotFigures[] =>
  ballots.filter(isHeld).map(({ affair, method, roll, closed }) => ({
    affair,
    method,
    // A ceiling is not a size: recusals are not known.
    roll: roll.exact ? roll.size : null,
    voted: closed === null ? null : votedIn(closed),
    expressed: closed?.tally.expressed ?? null,
  }));

const isHeld = ({ closed, voided }: BallotInSession): boolean => closed !== null && voided === null;

function votedIn({ tally: { counts, papers } }: NonNullable<BallotInSession['closed']>): number | null {
  const cast = [counts.for, counts.against, counts.abstentions];
  const sum = cast.every((one) => one !== null) ? cast.reduce((total, one) => total + one, 0) : null;
  return papers?.found ?? sum;
}

/** What became of one affair in that séance. */
export interface OutcomeFigure {
  readonly affair: string;
  /** Null: the closed séance does not say. */
  readonly outcome: Outcome | null;
  /** Whether all expressed votes agreed (R18), of what was adopted; null: not known, or elected. */
  readonly unanimous: boolean | null;
}

export const outcomeFigures = (state: SessionState): readonly OutcomeFigure[] =>
  state.affairs.map(({ id, outcome, decidingBallots }) => ({
    affair: id,
    outcome,
    unanimous: outcome === 'adopted' ? unanimity(decidingOf(state, id, decidingBallots)) : null,
  }));

/** Those said to decide; where none is said, the only one of the affair. */
function decidingOf(
  { ballots }: SessionState,
  affair: string,
  named: readonly string[] | null,
): readonly BallotInSession[] {
  if (named !== null) return ballots.filter(({ id }) => named.includes(id));
  const held = ballots.filter((one) => one.affair === affair && isHeld(one));
  return held.length === 1 ? held : [];
}

function unanimity(deciding: readonly BallotInSession[]): boolean | null {
  const answers = deciding.map(({ closed }) => closed?.computed?.unanimous ?? null);
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}
