import { rangeOf, type Course, type Place, type PlacedAffair } from './course.js';
import type { RecordBallot, RecordClosedDoors } from './session-record.js';

/** A time behind closed doors, and the ballot that agreed it. */
export interface PlacedDoors {
  readonly doors: RecordClosedDoors;
  /** Dotted path in the record. */
  readonly path: string;
  /** Null: it does not say when it began. */
  readonly from: Place | null;
  /** Null: it does not say when it ended. */
  readonly until: Place | null;
  /** The affair it was held for: the one under discussion, or the next. */
  readonly affair: PlacedAffair | null;
  /** Index of the ballot that agreed it among those of that affair; null: none is recognised. */
  readonly ballot: number | null;
}

/** Whether a ballot is on holding the séance behind closed doors: its question says so. */
export const isOnClosedDoors = ({ question }: RecordBallot): boolean =>
  /huis[ \u00a0-]*clos/i.test(question ?? '');

/** Those of a séance, in order: of the ballots on it in one affair, each agreed one. */
export function closedDoorsOf(course: Course): readonly PlacedDoors[] {
  const taken = new Map<string, number>();
  return (course.record.session.closedDoors ?? []).map((doors, index) => {
    const affair = affairOf(course, doors);
    const held = (affair?.affair.ballots ?? []).flatMap((ballot, at) =>
      isOnClosedDoors(ballot) ? [at] : [],
    );
    const key = affair?.affair.key ?? '';
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    return {
      doors,
      path: `session.closedDoors.${index}`,
      from: doors.from === null ? null : rangeOf(course, doors.from).earliest,
      until: doors.until === null ? null : rangeOf(course, doors.until).latest,
      affair,
      ballot: held[nth] ?? null,
    };
  });
}

function affairOf(course: Course, { from }: RecordClosedDoors): PlacedAffair | null {
  if (from === null) return null;
  const { earliest } = rangeOf(course, from);
  return course.affairs[Math.floor(earliest / 2)] ?? null;
}
