import type { Occurrence } from '@registre/deliberation';
import type { Course, Place } from '../session-record/course.js';
import type { Moment } from '../session-record/session-record.js';
import { during } from './occurrences.js';
import type { Step } from './step.js';

/** Something that happens in the room, at one place of the séance. */
export interface Happening {
  readonly place: Place;
  /** As the record says when; null: it follows from something else. */
  readonly moment: Moment | null;
  /** Of several at one moment, what comes first. */
  readonly rank: number;
  /** Index of the affair's ballot that it follows; absent: none. */
  readonly afterBallot?: number;
  readonly step: Step;
}

/**
 * Whoever takes the chair does so before the one who leaves it goes; a proxy ends, or begins, once its giver has come
 * or gone; the séance resumes, or goes on behind closed doors, with those who are there then.
 */
export const RANK = {
  chairTaken: 0,
  movement: 1,
  chairTakenAgain: 2,
  proxyEnded: 3,
  proxyGiven: 4,
  interruption: 5,
} as const;

/** When something happens at a place: between two affairs, the last call is that of the one before. */
export const whenAt = (course: Course, place: Place, moment: Moment | null): Occurrence =>
  during(course, Math.ceil(place / 2) - 1, moment?.at ?? null);
