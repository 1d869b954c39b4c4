import { Refusal, type Reason, type RefusalKind } from '@registre/platform';
import { finder, type Finding } from '../checks/finding.js';
import type { SessionRecord } from '../session-record/session-record.js';
import type { Commands } from './scratch-commands.js';
import { sendStep } from './send-step.js';
import type { Step } from './step.js';

/** The number of the check that a rule of a command belongs to, by what its code begins with. */
const CHECK_OF: readonly (readonly [string, string])[] = [
  ['number.', '1'],
  ['member.another', '30'],
  ['member.', '1'],
  ['attendance.', '8'],
  ['R6.remote', '8'],
  ['R6.above-in-office', '6'],
  ['R6.', '7'],
  ['R19.', '16'],
  ['R5.', '25'],
  ['R7.', '9'],
  ['R8.no-quorum', '9'],
  ['quorum.', '9'],
  ['R8.', '14'],
  ['session.suspended', '13'],
  ['R13.', '15'],
  ['doors.', '15'],
  ['R16.requesters', '17'],
  ['R16.method', '17'],
  ['R16.secrecy', '22'],
  ['R16.waiver', '22'],
  ['R16.', '20'],
  ['R17.', '19'],
  ['R20.', '21'],
  ['movement.', '10'],
  ['R10.', '11'],
  ['presence.', '12'],
  ['R12.', '14'],
  ['urgency.', '14'],
  ['R14.above-roll', '18'],
  ['R18.', '18'],
  ['vote.', '18'],
  ['candidate.', '20'],
  ['R14.', '23'],
  ['decision.', '24'],
  ['correction.', '6'],
  ['extract.', '27'],
  ['R23.', '27'],
  ['R25.', '27'],
  ['R26.', '28'],
];

// Of the store, or of an import that was cut: nothing that the record itself could be blamed for.
const NOT_OF_THE_RECORD: ReadonlySet<RefusalKind> = new Set(['unavailable', 'outcome-unknown', 'reused-key']);

/**
 * Tries a plan on a scratch copy of the register and says all that the register would refuse: nothing is written
 * of a record that it would not take to the end. What cannot be recorded ends the trial, unless it hides nothing.
 */
export async function rehearse(
  record: SessionRecord,
  scratch: Commands,
  plan: readonly Step[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const step of plan) {
    try {
      const broken = await sendStep(scratch, step, 'répétition');
      findings.push(...broken.map((reason) => findingOf(record, step, 'I', reason)));
    } catch (error) {
      if (!(error instanceof Refusal) || NOT_OF_THE_RECORD.has(error.kind)) throw error;
      const reasons = error.reasons.length > 0 ? error.reasons : [asReason(error)];
      findings.push(...reasons.map((reason) => findingOf(record, step, 'S', reason)));
      if (step.independent !== true) break;
    }
  }
  return findings;
}

const asReason = ({ code, message }: Refusal): Reason => ({ field: '', rule: code, message });

function findingOf(
  record: SessionRecord,
  step: Step,
  severity: 'S' | 'I',
  { rule, message }: Reason,
): Finding {
  const check = CHECK_OF.find(([beginning]) => rule.startsWith(beginning))?.[1] ?? 'register';
  return finder(record, check)(severity, rule, step.path, message);
}
