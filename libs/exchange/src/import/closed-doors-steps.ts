import { CloseDoors, ReopenDoors } from '@registre/deliberation';
import { closedDoorsOf, type PlacedDoors } from '../session-record/closed-doors.js';
import { after, during, type Place } from '../session-record/course.js';
import { ballotIdOf } from './ballot-steps.js';
import { RANK, whenAt, type Happening } from './happening.js';
import { copied, told, type Dossier, type Step } from './step.js';

/** Closed doors (huis clos), once the ballot that agrees them is closed, and their end. */
export const closedDoorsHappenings = (dossier: Dossier): readonly Happening[] =>
  closedDoorsOf(dossier.course).flatMap((placed) => happenings(dossier, placed));

function happenings(dossier: Dossier, placed: PlacedDoors): readonly Happening[] {
  const { course, session, context } = dossier;
  const { doors, path, affair, ballot } = placed;
  const last = after(course.affairs.length - 1);
  const begin = placed.from ?? placed.until ?? last;
  const end = Math.max(begin, placed.until ?? begin);
  const agreedBy =
    affair === null || ballot === null ? null : ballotIdOf(dossier, `${affair.path}.ballots.${ballot}`);
  const id = affair === null ? null : dossier.affairOf(affair.affair.key);
  const close: Step['command'] = (despite) =>
    new CloseDoors(context(path), session, {
      affair: id,
      requestedBy: copied(doors.requestedBy),
      ballot: agreedBy,
      reason: doors.reason,
      ...told(whenAt(course, begin, doors.from), despite),
    });
  const key = `${path}.until`;
  const reopen: Step['command'] = (despite) =>
    new ReopenDoors(context(key), session, {
      ...told(whenAt(course, end, doors.until), despite),
    });
  const rank = RANK.interruption;
  return [
    {
      place: begin,
      moment: doors.from ?? doors.until,
      rank,
      ...(isInAffair(placed, begin) && ballot !== null ? { afterBallot: ballot } : {}),
      step: { key: path, path, command: close },
    },
    {
      place: end,
      moment: doors.until ?? doors.from,
      rank,
      // Begun while the affair was discussed and ended while it still was: all its ballots were held in between.
      ...(isInAffair(placed, begin) && end === begin ? { afterBallot: Infinity } : {}),
      step: { key, path, command: reopen },
    },
  ];
}

const isInAffair = ({ affair }: PlacedDoors, place: Place): boolean =>
  affair !== null && place === during(affair.rank);
