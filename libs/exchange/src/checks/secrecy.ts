import { courseOf } from '../session-record/course.js';
import type { RecordBallot, SessionRecord } from '../session-record/session-record.js';
import { ballotsOf, type BallotAt } from './ballots.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 22: the secret ballot is given up by unanimity only (R16, L2121-21). The ballot on the manner of voting is
 * the last one before, of the affair or else of the séance, whose question speaks of it.
 */
export function checkSecrecy(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '22');
  const ballots = ballotsOf(courseOf(record));
  return ballots.flatMap((at, index) => {
    const { ballot, path } = at;
    if (ballot.secrecyWaived !== true) return [];
    if (ballot.method === 'secret') {
      const message = 'Le scrutin est secret et l’assemblée est dite avoir renoncé au secret.';
      return [find('I', 'R16.secrecy', `${path}.secrecyWaived`, message)];
    }
    const waiver = waiverOf(ballots.slice(0, index), at);
    if (waiver === undefined || isUnanimous(waiver)) return [];
    const message =
      'Il n’est renoncé au scrutin secret qu’à l’unanimité, que le vote sur le mode de scrutin n’a pas.';
    return [find('I', 'R16.secrecy', `${path}.secrecyWaived`, message)];
  });
}

function waiverOf(earlier: readonly BallotAt[], { affair }: BallotAt): RecordBallot | undefined {
  const onManner = earlier.filter(({ ballot }) => /main levée|scrutin|secret/i.test(ballot.question ?? ''));
  const ofAffair = onManner.findLast((one) => one.affair === affair);
  return (ofAffair ?? onManner.findLast((one) => one.affair === null))?.ballot;
}

const isUnanimous = ({ outcome, counts }: RecordBallot): boolean =>
  outcome !== 'rejected' && (counts?.against ?? 0) === 0;
