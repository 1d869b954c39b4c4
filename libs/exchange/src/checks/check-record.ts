import type { SessionRecord } from '../session-record/session-record.js';
import { checkAfterwards } from './afterwards.js';
import { checkAmounts } from './amounts.js';
import { checkAttendance } from './attendance.js';
import { checkBallotRequests } from './ballot-requests.js';
import { checkClosedDoors } from './closed-doors.js';
import { checkConvocation } from './convocation.js';
import { checkDates } from './dates.js';
import { checkDecisions } from './decisions.js';
import { checkDelegation } from './delegation.js';
import { checkElections } from './elections.js';
import { checkFates } from './fates.js';
import { checkFiles } from './files.js';
import type { Check, Finding } from './finding.js';
import { checkIdentities } from './identities.js';
import { checkInterruptions } from './interruptions.js';
import { checkMandates } from './mandates.js';
import { checkMembersInOffice } from './members-in-office.js';
import { checkMovements } from './movements.js';
import { checkPapers } from './papers.js';
import { checkPresence } from './presence.js';
import { checkProxies } from './proxies.js';
import { checkQuorum } from './quorum.js';
import type { RecordFolder } from './record-folder.js';
import { checkRecusals } from './recusals.js';
import { checkResults } from './results.js';
import { checkSecrecy } from './secrecy.js';
import { checkSirene } from './sirene.js';
import { checkSpans } from './spans.js';
import { checkStatedCounts } from './stated-counts.js';
import { checkTallies } from './tallies.js';
import { checkTimes } from './times.js';

/** In the order of the list of checks. */
const CHECKS: readonly Check[] = [
  checkIdentities,
  checkSpans,
  checkDates,
  checkTimes,
  checkSirene,
  checkMembersInOffice,
  checkStatedCounts,
  checkMandates,
  checkAttendance,
  checkQuorum,
  checkMovements,
  checkProxies,
  checkPresence,
  checkInterruptions,
  checkConvocation,
  checkClosedDoors,
  checkRecusals,
  checkBallotRequests,
  checkTallies,
  checkPapers,
  checkElections,
  checkSecrecy,
  checkResults,
  checkDecisions,
  checkDelegation,
  checkAmounts,
  checkAfterwards,
  checkFates,
];

/**
 * All that is wrong in a record that follows the format, at once: with itself, with the rules of its day, with the
 * files that it names.
 *
 * @param folder where its files are; null: it came alone
 */
export async function checkRecord(
  record: SessionRecord,
  folder: RecordFolder | null,
): Promise<readonly Finding[]> {
  return [...CHECKS.flatMap((check) => check(record)), ...(await checkFiles(record, folder))];
}
