import { RecordArrival, RecordDeparture } from '@registre/deliberation';
import type { Course, Place, PlacedMovement } from '../session-record/course.js';
import { during } from './occurrences.js';
import { proxyStep, type PlacedProxy } from './proxy-steps.js';
import { told, type Dossier, type Step } from './step.js';

/** Who comes and goes at one place of the séance, and the proxies that begin there: whoever leaves may give one. */
export const roomSteps = (
  dossier: Dossier,
  proxies: readonly PlacedProxy[],
  place: Place,
): readonly Step[] => [
  ...dossier.course.movements.filter((one) => one.place === place).map((one) => movementStep(dossier, one)),
  ...proxies
    .filter((one) => one.place === place)
    .map((one) => proxyStep(dossier, one, whenAt(dossier.course, place, one.proxy.from?.at ?? null))),
];

function movementStep({ course, session, context }: Dossier, movement: PlacedMovement): Step {
  const { member, kind, reason, when, place, path } = movement;
  const Movement = kind === 'arrived' ? RecordArrival : RecordDeparture;
  const command: Step['command'] = (despite) =>
    new Movement(context(path), session, {
      member,
      reason,
      ...told(whenAt(course, place, when?.at ?? null), despite),
    });
  return { key: path, path, command };
}

// Between two affairs, the last call is that of the one before.
const whenAt = (course: Course, place: Place, time: string | null) =>
  during(course, Math.ceil(place / 2) - 1, time);
