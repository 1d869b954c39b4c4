import { courseOf, placeOf, type Course, type Place } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { affairNamed, finder, type Finding } from './finding.js';
import { momentsOf } from './moments.js';

/**
 * Check 4: the séance closes after it opens, on its day; affairs are called between the two and one after another;
 * the time of a moment agrees with its place among the affairs.
 */
export function checkTimes(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return [...openingAndClosing(record), ...calls(course), ...moments(course)];
}

function openingAndClosing(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '4');
  const { date, openedAt, closedAt } = record.session;
  const findings: Finding[] = [];
  if (openedAt !== null && !openedAt.startsWith(date)) {
    const message = `La séance est du ${date} et son ouverture est datée du ${openedAt.slice(0, 10)}.`;
    findings.push(find('I', 'time.opening-day', 'session.openedAt', message));
  }
  if (openedAt !== null && closedAt !== null && closedAt < openedAt) {
    const message = 'La séance est levée avant d’être ouverte.';
    findings.push(find('I', 'time.closed-before-opened', 'session.closedAt', message));
  }
  return findings;
}

function calls(course: Course): readonly Finding[] {
  const find = finder(course.record, '4');
  const { openedAt, closedAt } = course.record.session;
  let latest: { readonly key: string; readonly at: string } | null = null;
  const findings: Finding[] = [];
  for (const { affair, path } of course.affairs) {
    const at = affair.calledAt;
    if (at === null) continue;
    const wrong = (rule: string, message: string) =>
      findings.push(find('I', rule, `${path}.calledAt`, message));
    if (openedAt !== null && at < openedAt)
      wrong('time.before-opening', 'L’affaire est appelée avant l’ouverture.');
    if (closedAt !== null && at > closedAt)
      wrong('time.after-closing', 'L’affaire est appelée après la fin de la séance.');
    if (latest !== null && at < latest.at) {
      wrong('time.runs-back', `L’affaire est appelée avant ${affairNamed(latest.key)}, qui la précède.`);
    }
    if (latest === null || at > latest.at) latest = { key: affair.key, at };
  }
  return findings;
}

function moments(course: Course): readonly Finding[] {
  const find = finder(course.record, '4');
  return momentsOf(course.record).flatMap(({ path, moment }) => {
    const { at } = moment;
    if (at === null) return [];
    const { earliest, latest } = boundsOf(course, placeOf(course.rankOf, moment));
    if (earliest !== null && at < earliest.at) {
      return [find('I', 'time.place', path, `${at} vient avant ${earliest.what} (${earliest.at}).`)];
    }
    if (latest !== null && at > latest.at) {
      return [find('I', 'time.place', path, `${at} vient après ${latest.what} (${latest.at}).`)];
    }
    return [];
  });
}

interface Bound {
  readonly at: string;
  readonly what: string;
}

/** The nearest known times around a place: calls of affairs, else the opening and the closing. */
function boundsOf(course: Course, place: Place | null): { earliest: Bound | null; latest: Bound | null } {
  const { openedAt, closedAt } = course.record.session;
  const opening = openedAt === null ? null : { at: openedAt, what: 'l’ouverture' };
  const closing = closedAt === null ? null : { at: closedAt, what: 'la fin de la séance' };
  if (place === null) return { earliest: opening, latest: closing };
  const next = Math.ceil(place / 2);
  const called = course.affairs.flatMap(({ affair, rank }) =>
    affair.calledAt === null
      ? []
      : [{ rank, at: affair.calledAt, what: `l’appel de ${affairNamed(affair.key)}` }],
  );
  return {
    earliest: called.findLast(({ rank }) => rank < next) ?? opening,
    latest: called.find(({ rank }) => rank >= next) ?? closing,
  };
}
