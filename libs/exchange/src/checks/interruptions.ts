import { courseOf, rangeOf, type Course } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { affairNamed, finder, type Finding } from './finding.js';
import { spansOf, type Span } from './moments.js';

/**
 * Check 13: suspensions and times behind closed doors do not overlap, and no affair is called while the séance is
 * suspended. Bounds that are not said overlap nothing.
 */
export function checkInterruptions(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  const spans = spansOf(record).filter(({ path }) => !path.startsWith('session.proxies'));
  return [...overlaps(course, spans), ...callsWhileSuspended(course, spans)];
}

function overlaps(course: Course, spans: readonly Span[]): readonly Finding[] {
  const find = finder(course.record, '13');
  return spans.flatMap((one, index) => {
    const earlier = spans.slice(0, index).find((other) => overlap(course, one, other));
    if (earlier === undefined) return [];
    const message = `${NAMES(one)} commence avant la fin d’une autre interruption (${earlier.path}).`;
    return [find('I', 'interruption.overlap', one.path, message)];
  });
}

const NAMES = ({ path }: Span): string =>
  path.startsWith('session.suspensions') ? 'La suspension' : 'Le huis clos';

const overlap = (course: Course, one: Span, other: Span): boolean =>
  beginsBeforeEnd(course, one, other) && beginsBeforeEnd(course, other, one);

/** Whether one certainly begins before the other ends. */
function beginsBeforeEnd(course: Course, { from }: Span, { until }: Span): boolean {
  if (from === null || until === null) return false;
  if (from.at !== null && until.at !== null) return from.at < until.at;
  return rangeOf(course, from).latest < rangeOf(course, until).earliest;
}

function callsWhileSuspended(course: Course, spans: readonly Span[]): readonly Finding[] {
  const find = finder(course.record, '13');
  const suspensions = spans.filter(({ path }) => path.startsWith('session.suspensions'));
  return course.affairs.flatMap(({ affair: { key, calledAt }, path }) => {
    const during = suspensions.some(
      ({ from, until }) =>
        calledAt !== null &&
        from?.at != null &&
        until?.at != null &&
        from.at < calledAt &&
        calledAt < until.at,
    );
    if (!during) return [];
    const message = `${affairNamed(key)} est appelée pendant une suspension de séance.`;
    return [find('I', 'session.suspended', `${path}.calledAt`, message)];
  });
}
