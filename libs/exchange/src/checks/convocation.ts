import { clearDays, convocationRule, regimeOf } from '@registre/deliberation';
import { daysBetween } from '@registre/platform';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

const URGENT_CLEAR_DAYS = 1;

/**
 * Check 14: the convocation leaves the clear days of the law, or one where it is urgent (R12); the source says the
 * same of the urgency as the ballot on it. A second convocation has a period of its own (R8).
 */
export const checkConvocation = (record: SessionRecord): readonly Finding[] => [
  ...notice(record),
  ...secondConvocation(record),
  ...urgencyBallot(record),
];

const DAYS_BEFORE_SECOND = 3;

/** It comes three days after the séance that had no quorum (R8, L2121-17), and is said to be one. */
function secondConvocation(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '14');
  const { authority, body, session } = record;
  const { date, secondConvocation: second, secondConvocationOf: first } = session;
  const path = 'session.secondConvocationOf';
  if (first === null) return [];
  if (second !== true) {
    const message = 'La première séance est datée et celle-ci n’est pas dite sur seconde convocation.';
    return second === false ? [find('I', 'R8.second-convocation', path, message)] : [];
  }
  const regime = regimeOf(authority.kind, body.kind);
  const asked = regime === 'C' || regime === 'E' || regime === 'B' ? DAYS_BEFORE_SECOND : 0;
  if (daysBetween(first, date) >= asked) return [];
  const message = `La séance sur seconde convocation suit de moins de ${DAYS_BEFORE_SECOND} jours la première, du ${first} (L2121-17).`;
  return [find('I', 'R8.interval', path, message)];
}

function notice(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '14');
  const { authority, body, session } = record;
  const { convenedOn, date, urgency, secondConvocation } = session;
  if (convenedOn === null || secondConvocation === true) return [];
  const given = clearDays(convenedOn, date);
  const rule = convocationRule(regimeOf(authority.kind, body.kind), date, authority);
  if (convenedOn > date) {
    return [find('I', 'R12.notice', 'session.convenedOn', 'La convocation est datée d’après la séance.')];
  }
  if (rule === undefined || given >= rule.clearDays) return [];
  if (urgency !== null && given >= URGENT_CLEAR_DAYS) return [];
  const [asked, why] =
    urgency === null ? [rule.clearDays, ''] : [URGENT_CLEAR_DAYS, ', même en cas d’urgence'];
  const left = given > 0 ? `${given} jour(s) franc(s)` : 'aucun jour franc';
  const message = `La convocation laisse ${left} ; il en faut ${asked}${why} (${rule.article}).`;
  return [find('I', 'R12.notice', 'session.convenedOn', message)];
}

function urgencyBallot(record: SessionRecord): readonly Finding[] {
  const { urgency, ballots } = record.session;
  const confirmed = urgency?.confirmed ?? null;
  if (confirmed === null) return [];
  const ballot = ballots?.find(({ question }) => /urgence/i.test(question ?? ''));
  if (ballot === undefined || ballot.outcome === null) return [];
  if ((ballot.outcome === 'adopted') === confirmed) return [];
  const message = confirmed
    ? 'L’urgence est dite admise et le scrutin sur l’urgence l’a rejetée.'
    : 'L’urgence est dite refusée et le scrutin sur l’urgence l’a admise.';
  return [finder(record, '14')('I', 'R12.urgency-vote', 'session.urgency.confirmed', message)];
}
