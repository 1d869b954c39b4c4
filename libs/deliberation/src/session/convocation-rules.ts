import { daysBetween, type LocalDate } from '@registre/platform';
import type { BrokenRule } from '../command/irregularity.js';
import {
  clearDays,
  convocationRule,
  noteRequiredBy,
  REPORTS_RULES,
  secondConvocationRule,
  urgencyRule,
} from '../rules/convocation.js';
import { regimeOf, ruleInForce } from '../rules/rule-set.js';
import { dateLong } from '../wording/dates.js';
import type { BodyAtSession, ConvenedSession, SessionState } from './session.js';

/** What is judged of a séance's convocation. */
type Notified = Pick<ConvenedSession, 'date' | 'secondConvocation' | 'urgency'>;

/**
 * Too short a notice (R12): shorter than the ordinary period or, where urgency is claimed, than the one that urgency
 * leaves. A second convocation has a period of its own (R8).
 *
 * @param on the day it was sent; null: not known, and nothing is certain
 */
export function brokenByNotice(
  { authority, kind }: BodyAtSession,
  { date, secondConvocation, urgency }: Notified,
  on: LocalDate | null,
  field: string,
): BrokenRule[] {
  if (on === null || secondConvocation === true) return [];
  const regime = regimeOf(authority.kind, kind);
  const ordinary = convocationRule(regime, date, authority);
  const urgent = urgency === null ? undefined : urgencyRule(regime, date, authority);
  const given = clearDays(on, date);
  const least =
    urgent === undefined ? ordinary : { clearDays: urgent.value.clearDays, article: urgent.article };
  if (least === undefined || given >= least.clearDays || given >= (ordinary?.clearDays ?? Infinity))
    return [];
  const asked =
    least.clearDays === 0 ? 'elle se fait la veille au plus tard' : `il en faut ${least.clearDays}`;
  const why = urgent === undefined ? '' : ', même en cas d’urgence';
  const message = `La convocation ${daysLeft(given)} ; ${asked}${why} (${least.article}).`;
  return [{ rule: 'R12.notice', message, field }];
}

const daysLeft = (given: number): string =>
  given <= 0
    ? 'ne laisse aucun jour franc'
    : `laisse ${given} jour${given > 1 ? 's' : ''} franc${given > 1 ? 's' : ''}`;

/** What goes with the convocation: a note on each affair, or in departments and regions the reports twelve days before. */
export function brokenByPapers(
  { authority, kind }: BodyAtSession,
  { date, urgency }: Notified,
  { on, note }: { readonly on: LocalDate | null; readonly note: boolean | null },
): BrokenRule[] {
  const regime = regimeOf(authority.kind, kind);
  const article = noteRequiredBy(regime, date, authority);
  if (note === false && article !== undefined) {
    const message = `Une note explicative de synthèse sur chaque affaire doit accompagner la convocation (${article}).`;
    return [{ rule: 'R12.note', message, field: 'note' }];
  }
  const reports = ruleInForce(REPORTS_RULES, regime, date);
  if (reports === undefined || note !== true || on === null || urgency !== null) return [];
  const given = daysBetween(on, date);
  if (given >= reports.value.days) return [];
  const message = `Les rapports sont adressés ${given} jour${Math.abs(given) > 1 ? 's' : ''} avant la réunion ; il en faut ${reports.value.days} (${reports.article}).`;
  return [{ rule: 'R12.reports', message, field: 'on' }];
}

/** A second convocation sits some days after the séance that had no quorum, and is said to be one (R8). */
export function brokenBySecondConvocation(
  { authority, kind }: BodyAtSession,
  { date, secondConvocation, secondConvocationOf: first }: ConvenedSession,
): BrokenRule[] {
  if (first === null) return [];
  const field = 'secondConvocationOf';
  if (secondConvocation === false) {
    const message = 'Une première séance est datée et celle-ci n’est pas dite sur seconde convocation.';
    return [{ rule: 'R8.second-convocation', message, field }];
  }
  const rule = secondConvocationRule(regimeOf(authority.kind, kind), date, authority);
  const given = daysBetween(first, date);
  if (rule === undefined || isAt(given, rule.value)) return [];
  const { days, exactly } = rule.value;
  const atLeast = days === 0 ? 'elle ne peut pas la précéder' : `il faut ${days} jours au moins d’intervalle`;
  const asked = exactly ? `elle se tient de plein droit ${days} jours après` : atLeast;
  const message = `La séance du ${dateLong(date)} est convoquée à nouveau après celle du ${dateLong(first)} : ${asked} (${rule.article}).`;
  return [{ rule: 'R8.interval', message, field }];
}

const isAt = (
  given: number,
  { days, exactly }: { readonly days: number; readonly exactly: boolean },
): boolean => (exactly ? given === days : given >= days);

/**
 * Titular members to whom none of the convocations that are recorded went (R12): told at the opening, once they have
 * all been sent. While the recipients of one of them, or the seats, are unknown, nothing is certain.
 */
export function brokenByRecipients({ bodyAtSession, convocations }: SessionState): BrokenRule[] {
  const recipients = convocations.map((one) => one.recipients);
  const seats = bodyAtSession?.seats ?? null;
  if (seats === null || recipients.length === 0 || recipients.includes(null)) return [];
  const reached = new Set(recipients.flat());
  const missed = seats.filter(({ ref, substituteOf }) => substituteOf === null && !reached.has(ref));
  if (missed.length === 0) return [];
  const names = missed.map(({ givenName, familyName }) => [givenName, familyName].filter(Boolean).join(' '));
  const message = `La convocation n’a pas été adressée à ${names.join(', ')} (L2121-10).`;
  return [{ rule: 'R12.recipients', message }];
}

/** The séance opens, or fails to, on another day than the one for which it was convened. */
export function brokenByOtherDay(convenedFor: LocalDate, on: LocalDate | null): BrokenRule[] {
  if (on === null || on === convenedFor) return [];
  const message = `La séance était convoquée pour le ${dateLong(convenedFor)} et non pour le ${dateLong(on)} (L2121-10).`;
  return [{ rule: 'R12.other-day', message, field: 'occurredAt' }];
}

/** Whether the convocation stands only by urgency: it is claimed, and the ordinary period is not known to be kept. */
export function restsOnUrgency(
  session: ConvenedSession & { readonly bodyAtSession: BodyAtSession },
): boolean {
  const { bodyAtSession, date, urgency, convenedOn } = session;
  if (urgency === null) return false;
  const regime = regimeOf(bodyAtSession.authority.kind, bodyAtSession.kind);
  if (urgencyRule(regime, date, bodyAtSession.authority) === undefined) return false;
  return (
    convenedOn === null ||
    brokenByNotice(bodyAtSession, { ...session, urgency: null }, convenedOn, '').length > 0
  );
}
