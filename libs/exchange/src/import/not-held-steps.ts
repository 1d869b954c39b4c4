import { PostponeAffair, RecordQuorumFailure } from '@registre/deliberation';
import { attendanceSteps } from './opening-steps.js';
import { onDay, opening } from './occurrences.js';
import { told, type Dossier, type Step } from './step.js';

/** A séance that could not open for want of a quorum (R8): who came, and what it put off. */
export function notHeldSteps(dossier: Dossier): readonly Step[] {
  const { record, course, session, context } = dossier;
  const { stated, date } = record.session;
  const failure: Step['command'] = (despite) =>
    new RecordQuorumFailure(context('not-held'), session, { stated, ...told(opening(course), despite) });
  const postponed = course.affairs.flatMap(({ affair, path }): readonly Step[] => {
    if (affair.outcome !== 'postponed') return [];
    const key = `outcome:${affair.key}`;
    const { outcomeReason: reason, proclaimed } = affair;
    const command: Step['command'] = (despite) =>
      new PostponeAffair(context(key), session, dossier.affairOf(affair.key), {
        reason,
        proclaimed,
        stated: affair.stated,
        ...told(onDay(date), despite),
      });
    return [{ key, path: `${path}.outcome`, command }];
  });
  return [
    ...attendanceSteps(dossier),
    { key: 'not-held', path: 'session.held', command: failure },
    ...postponed,
  ];
}
