import { outcomeLong } from '@registre/deliberation';
import { courseOf, type Course, type PlacedAffair } from '../session-record/course.js';
import type { RecordAffair, RecordBallot, SessionRecord } from '../session-record/session-record.js';
import { computedResult } from './ballots.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 24: the deciding ballots are ballots of the affair and give its outcome; what is not decided by a vote has
 * none.
 */
export function checkDecisions(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return course.affairs.flatMap((placed) => {
    const missing = missingBallots(record, placed);
    return [...(missing.length > 0 ? missing : outcomeOf(course, placed)), ...words(record, placed)];
  });
}

/** What is said of another outcome than the affair has: the words are kept with the contradiction. */
function words(record: SessionRecord, { affair, path }: PlacedAffair): readonly Finding[] {
  const find = finder(record, '24');
  const { outcome, outcomeReason, proclaimed, sheet } = affair;
  const putOff = outcome === 'postponed' || outcome === 'withdrawn';
  const findings: Finding[] = [];
  if (outcomeReason !== null && !putOff) {
    const message = `Seule une affaire reportée ou retirée l’est pour un motif, et la source dit ici « ${outcomeReason} ».`;
    findings.push(find('I', 'decision.reason', `${path}.outcomeReason`, message));
  }
  if (proclaimed !== null && outcome === null) {
    const message = `La source proclame « ${proclaimed} » et ne dit pas l’issue de l’affaire.`;
    findings.push(find('I', 'decision.proclaimed', `${path}.proclaimed`, message));
  }
  if (sheet !== null && (putOff || outcome === null)) {
    const message = `L’affaire n’entre pas au registre, et la source la dit au feuillet ${sheet}.`;
    findings.push(find('I', 'decision.sheet', `${path}.sheet`, message));
  }
  return findings;
}

/** The ballots that decide an affair: those named, else its only one. */
export const decidingBallotsOf = ({ ballots, decidingBallots }: RecordAffair): readonly RecordBallot[] =>
  decidingBallots === null
    ? ballots?.length === 1
      ? ballots
      : []
    : decidingBallots.flatMap((number) => ballots?.[number - 1] ?? []);

function missingBallots(record: SessionRecord, { affair, path }: PlacedAffair): readonly Finding[] {
  const held = affair.ballots?.length ?? 0;
  return (affair.decidingBallots ?? []).flatMap((number, index) => {
    if (number <= held) return [];
    const message = `Le scrutin nᵒ ${number} n’existe pas : l’affaire en a ${held}.`;
    return [
      finder(record, '24')('S', 'decision.not-its-ballot', `${path}.decidingBallots.${index}`, message),
    ];
  });
}

function outcomeOf(course: Course, placed: PlacedAffair): readonly Finding[] {
  const find = finder(course.record, '24');
  const { affair, path } = placed;
  const { outcome, decidingBallots, ballots } = affair;
  if (outcome !== 'adopted' && outcome !== 'rejected') {
    if (outcome === null || decidingBallots === null) return [];
    const message = `Une affaire ${outcomeLong(outcome)} n’a pas de scrutin qui la décide.`;
    return [find('I', 'decision.undecided', `${path}.decidingBallots`, message)];
  }
  if (ballots?.length === 0) {
    const message = `L’affaire est ${outcomeLong(outcome)} et la source dit qu’il n’y a pas eu de scrutin.`;
    return [find('I', 'decision.no-ballot', `${path}.ballots`, message)];
  }
  const given = outcomeByBallots(course, placed);
  if (given === null || given === outcome) return [];
  const message = `Les scrutins donnent « ${outcomeLong(given)} » et l’affaire est dite « ${outcomeLong(outcome)} ».`;
  return [find('I', 'R14.outcome', `${path}.outcome`, message)];
}

/** All of them must carry it; where the source does not say a ballot's outcome, what its counts give. */
function outcomeByBallots(
  course: Course,
  { affair, path, rank }: PlacedAffair,
): 'adopted' | 'rejected' | null {
  const outcomes = decidingBallotsOf(affair).map(
    (ballot) => ballot.outcome ?? computedResult(course, { ballot, path, affair, rank })?.outcome ?? null,
  );
  if (outcomes.length === 0 || outcomes.includes(null)) return null;
  return outcomes.every((one) => one === 'adopted' || one === 'elected') ? 'adopted' : 'rejected';
}
