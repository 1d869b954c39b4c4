import { courseOf, rangeOf } from '../session-record/course.js';
import { textsOf } from '../session-record/schema.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';
import { spansOf } from './moments.js';

/** Check 2: moments and chairs name affairs of the record, and what has two bounds ends after it begins. */
export function checkSpans(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '2');
  const course = courseOf(record);
  const { rankOf } = course;
  const unknown = textsOf(record, 'affairKey')
    .filter(({ path, text }) => !/^affairs\.\d+\.key$/.test(path) && !rankOf.has(text))
    .map(({ path, text }) => {
      return find(
        'S',
        'record.unknown-affair',
        path,
        `« ${text} » n’est la clé d’aucune affaire du fichier.`,
      );
    });
  const backwards = spansOf(record)
    .filter(({ from, until }) => {
      const [beginAt, endAt] = [from?.at ?? null, until?.at ?? null];
      return (
        (from !== null && until !== null && rangeOf(course, from).earliest > rangeOf(course, until).latest) ||
        (beginAt !== null && endAt !== null && beginAt > endAt)
      );
    })
    .map(({ path }) => find('S', 'record.backwards', path, 'La fin (until) précède le début (from).'));
  const chairs = (record.session.chairs ?? []).flatMap(({ fromAffair, untilAffair }, index) => {
    const [first, last] = [rankOf.get(fromAffair), rankOf.get(untilAffair)];
    if (first === undefined || last === undefined || first <= last) return [];
    const message = `La dernière affaire présidée (${untilAffair}) vient avant la première (${fromAffair}).`;
    return [find('S', 'record.backwards', `session.chairs.${index}`, message)];
  });
  return [...unknown, ...backwards, ...chairs];
}
