import { impossible, notFound, type LocalDate } from '@registre/platform';
import type { Seat } from '../body/body.js';
import type { BrokenRule } from '../command/irregularity.js';
import { regimeOf, type Regime } from '../rules/rule-set.js';
import { dateLong } from '../wording/dates.js';
import {
  hasResigned,
  isSuspended,
  seatOutOfMandate,
  type AffairInSession,
  type BallotInSession,
  type BodyAtSession,
  type ConvenedSession,
  type SessionState,
} from './session.js';

/** The séance's own facts. @throws Refusal `not-found` when it was never convened. */
export function convened(state: SessionState): ConvenedSession & { readonly bodyAtSession: BodyAtSession } {
  if (state.convened === null || state.bodyAtSession === null) {
    throw notFound('unknown-session', 'Cette séance n’existe pas.');
  }
  return { ...state.convened, bodyAtSession: state.bodyAtSession };
}

/** @throws Refusal unless the séance is open */
export function requireOpen(state: SessionState): void {
  convened(state);
  if (state.status === 'convened') throw impossible('session.not-open', 'La séance n’est pas ouverte.');
  requireNotOver(state);
}

/** @throws Refusal once the séance is over, or could not be held: before its opening it may be */
export function requireNotOver(state: SessionState): void {
  convened(state);
  if (state.status === 'closed') throw impossible('session.closed', 'La séance est levée.');
  if (state.status === 'not-quorate') {
    throw impossible('session.not-quorate', 'La séance ne s’est pas tenue, faute de quorum.');
  }
}

/** @throws Refusal unless the séance is open and not suspended */
export function requireSitting(state: SessionState): void {
  requireOpen(state);
  if (isSuspended(state)) throw impossible('session.suspended', 'La séance est suspendue.');
}

/** The séance's own facts. @throws Refusal unless it is closed: what follows it cannot be recorded before */
export function requireClosed(state: SessionState): ReturnType<typeof convened> {
  const facts = convened(state);
  if (state.status !== 'closed') throw impossible('session.not-closed', 'La séance n’est pas levée.');
  return facts;
}

/** Whose law applies to the séance. */
export const regimeOfSession = ({ bodyAtSession }: SessionState): Regime | null =>
  bodyAtSession && regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind);

/** What follows a séance cannot lawfully be older than it. */
export const notBeforeSession = (rule: string, date: LocalDate, on: LocalDate): readonly BrokenRule[] =>
  on >= date
    ? []
    : [{ rule, message: `Le ${dateLong(on)} est avant la séance du ${dateLong(date)}.`, field: 'on' }];

/** @throws Refusal while a ballot is open */
export function requireNoOpenBallot(state: SessionState): void {
  if (state.openBallot !== null) {
    throw impossible('ballot.open', 'Un scrutin est ouvert : il faut d’abord le clore.');
  }
}

/** A ballot of the séance that gave a result. @throws Refusal for another, an open or a void one */
export function closedBallot(state: SessionState, id: string, field = 'ballot'): BallotInSession {
  const ballot = state.ballots.find((one) => one.id === id);
  if (ballot === undefined) {
    throw impossible('ballot.unknown', 'Ce scrutin n’a pas eu lieu dans cette séance.', field);
  }
  if (ballot.voided !== null) throw impossible('ballot.void', 'Ce scrutin a été annulé.', field);
  if (ballot.closed === null) throw impossible('ballot.not-closed', 'Ce scrutin n’est pas clos.', field);
  return ballot;
}

/** The affair of the agenda. @throws Refusal `not-found` */
export function affairOf(state: SessionState, id: string): AffairInSession {
  const affair = state.affairs.find((one) => one.id === id);
  if (affair === undefined)
    throw notFound('unknown-affair', 'Cette affaire n’est pas à l’ordre du jour de la séance.');
  return affair;
}

/** The affair, which has not been dealt with. @throws Refusal */
export function pendingAffair(state: SessionState, id: string): AffairInSession {
  const affair = affairOf(state, id);
  if (affair.outcome !== null)
    throw impossible('affair.dealt-with', 'Cette affaire a déjà été traitée.', 'affair');
  return affair;
}

/** The affair, which has been put into discussion and not dealt with. @throws Refusal */
export function calledAffair(state: SessionState, id: string): AffairInSession {
  const affair = pendingAffair(state, id);
  requireCalled(affair);
  return affair;
}

/** @throws Refusal unless the affair has been put into discussion */
export function requireCalled({ called }: AffairInSession): void {
  if (called === null) {
    throw impossible('affair.not-called', 'Cette affaire n’a pas été mise en discussion.', 'affair');
  }
}

/**
 * @throws Refusal for someone who holds no seat of the body at any time, or gave it up; where the body's seats are
 * unknown, anybody may
 */
export function requireMember(state: SessionState, ref: string, field = 'member'): Seat | undefined {
  const { seats } = convened(state).bodyAtSession;
  const seat = seats?.find((one) => one.ref === ref) ?? seatOutOfMandate(state, ref);
  if (seats !== null && seat === undefined) {
    throw impossible('member.unknown', `« ${ref} » ne siège pas dans cette instance.`, field);
  }
  if (hasResigned(state, ref)) {
    throw impossible('member.resigned', `${nameOf(state, ref)} a cessé ses fonctions.`, field);
  }
  return seat;
}

/** Somebody takes part on a day that their mandate does not cover (R6): only members in office sit. */
export function brokenByMandate(state: SessionState, ref: string, field = 'member'): BrokenRule[] {
  const seat = seatOutOfMandate(state, ref);
  if (seat === undefined) return [];
  const { date } = convened(state);
  const { mandateFrom, mandateUntil } = seat;
  const why =
    mandateUntil !== null && mandateUntil < date
      ? `a pris fin le ${dateLong(mandateUntil)}`
      : `ne commence que le ${dateLong(mandateFrom ?? date)}`;
  const message = `Le mandat de ${nameOf(state, ref)} ${why} : seuls siègent les membres en exercice (L2121-17).`;
  return [{ rule: 'R6.mandate', message, field }];
}

/** How a person is named in a message. */
export function nameOf(state: SessionState, ref: string): string {
  const seat = state.bodyAtSession?.seats?.find((one) => one.ref === ref) ?? seatOutOfMandate(state, ref);
  return seat === undefined ? ref : [seat.givenName, seat.familyName].filter(Boolean).join(' ');
}
