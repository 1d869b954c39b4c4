import { resultLong } from '@registre/deliberation';
import { courseOf, type Course } from '../session-record/course.js';
import type { RecordAffair, RecordBallot, SessionRecord } from '../session-record/session-record.js';
import { ballotsOf, computedResult, type BallotAt } from './ballots.js';
import { finder, type Finding } from './finding.js';
import { decidingBallotsOf } from './decisions.js';
import { contradictionsOf } from './proclaimed.js';

/**
 * Check 23: the outcome of a ballot is the one that its counts give (R14 to R16); the words proclaimed are compared
 * with both, and never altered (R18).
 */
export function checkResults(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return [
    ...ballotsOf(course).flatMap((at) => [
      ...outcome(course, at),
      ...proclaimedOf(record, at.path, at.ballot),
    ]),
    ...course.affairs.flatMap(({ affair, path }) => proclaimedOfAffair(record, path, affair)),
  ];
}

function outcome(course: Course, at: BallotAt): readonly Finding[] {
  const { ballot, path } = at;
  const computed = computedResult(course, at);
  if (computed === null || ballot.outcome === null || computed.outcome === ballot.outcome) return [];
  const said = resultLong({ outcome: ballot.outcome, unanimous: null });
  const given = resultLong({ outcome: computed.outcome, unanimous: null });
  const message = `Le décompte donne « ${given} » et le résultat déclaré est « ${said} ».`;
  return [finder(course.record, '23')('I', 'R14.outcome', `${path}.outcome`, message)];
}

const proclaimedOf = (
  record: SessionRecord,
  path: string,
  said: Pick<RecordBallot, 'proclaimed' | 'outcome' | 'counts'>,
): readonly Finding[] =>
  contradictionsOf(said).map((message) =>
    finder(record, '23')('I', 'R18.proclaimed', `${path}.proclaimed`, message),
  );

function proclaimedOfAffair(record: SessionRecord, path: string, affair: RecordAffair): readonly Finding[] {
  const { proclaimed, outcome: result } = affair;
  const [deciding, ...others] = decidingBallotsOf(affair);
  // The same words on the only ballot are compared there.
  if (deciding === undefined || others.length > 0 || deciding.proclaimed === proclaimed) return [];
  const declared = result === 'adopted' || result === 'rejected' ? result : null;
  return proclaimedOf(record, path, { proclaimed, outcome: declared, counts: deciding.counts });
}
