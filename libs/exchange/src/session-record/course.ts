import type { Moment, RecordAffair, RecordMovement, RecordProxy, SessionRecord } from './session-record.js';

/**
 * A place in the séance, comparable with `<`: `2 × rank` before the affair of that rank (and after the one before
 * it), `2 × rank + 1` during it. A moment that does not say its place has none: null.
 */
export type Place = number;

/** Before the first affair and anything that moves: as the séance opens. */
export const OPENING: Place = -1;
export const before = (rank: number): Place => 2 * rank;
export const during = (rank: number): Place => 2 * rank + 1;
export const after = (rank: number): Place => 2 * rank + 2;

export interface PlacedAffair {
  readonly affair: RecordAffair;
  /** Place among the affairs dealt with, from 0. */
  readonly rank: number;
  /** Dotted path in the record. */
  readonly path: string;
}

/** Between which two places something happened; the same twice where the record says it. */
export interface Range {
  readonly earliest: Place;
  readonly latest: Place;
}

export interface PlacedMovement extends RecordMovement, Range {
  /**
   * Where it is taken to have happened: its place; where that is not known, the first where somebody may have come
   * and the last where somebody may have left, so that those in the room are never counted too few.
   */
  readonly place: Place;
  /** Dotted path in the record. */
  readonly path: string;
}

/** How a séance went, one thing after another, as far as its record says. */
export interface Course {
  readonly record: SessionRecord;
  /** In the order of the séance: by `order` where all have one, else as they are listed. */
  readonly affairs: readonly PlacedAffair[];
  readonly rankOf: ReadonlyMap<string, number>;
  /** In order. */
  readonly movements: readonly PlacedMovement[];
  /** Whoever moves at a moment that has no place: where they are is not always sure. */
  readonly unplaced: ReadonlySet<string>;
}

export function courseOf(record: SessionRecord): Course {
  const listed = record.affairs.map((affair, index) => ({ affair, path: `affairs.${index}` }));
  const ordered = record.affairs.every(({ order }) => order !== null)
    ? listed.toSorted((one, other) => (one.affair.order ?? 0) - (other.affair.order ?? 0))
    : listed;
  const affairs = ordered.map((one, rank) => ({ ...one, rank }));
  const rankOf = new Map(affairs.map(({ affair, rank }) => [affair.key, rank]));
  const moves = (record.session.movements ?? []).map((one, index): PlacedMovement => {
    const range = rangeOf({ affairs, rankOf }, one.when);
    const place = comesIn(one.kind) ? range.earliest : range.latest;
    return { ...one, ...range, place, path: `session.movements.${index}` };
  });
  return {
    record,
    affairs,
    rankOf,
    movements: moves.toSorted((one, other) => one.place - other.place || inTime(one.when, other.when)),
    unplaced: new Set(moves.filter((one) => !isSure(one)).map(({ member }) => member)),
  };
}

const comesIn = (kind: RecordMovement['kind']): boolean => kind === 'arrived' || kind === 'installed';

/** Of two moments at one place: what comes after an affair, then what comes before the next; by their times then. */
export function inTime(one: Moment | null, other: Moment | null): number {
  const key = (moment: Moment | null) =>
    `${moment?.afterAffair == null ? 1 : 0} ${moment?.at ?? WITHOUT_TIME}`;
  const [first, second] = [key(one), key(other)];
  return first < second ? -1 : Number(first > second);
}

// After those that have a time, in the order in which they are listed.
const WITHOUT_TIME = '~';

const isSure = ({ earliest, latest }: Range): boolean => earliest === latest;

/**
 * Between which places a moment lies: one that has no place is told by its time and those of the calls, as far as
 * they are known; one that has neither may be anywhere.
 */
export function rangeOf(course: Pick<Course, 'affairs' | 'rankOf'>, moment: Moment | null): Range {
  const { affairs, rankOf } = course;
  const place = placeOf(rankOf, moment);
  if (place !== null) return { earliest: place, latest: place };
  const at = moment?.at ?? null;
  const timed = affairs.flatMap(({ affair, rank }) =>
    affair.calledAt === null ? [] : [{ rank, calledAt: affair.calledAt }],
  );
  const called = timed.findLast(({ calledAt }) => at !== null && calledAt <= at);
  const next = timed.find(({ calledAt }) => at !== null && calledAt >= at);
  const earliest = called === undefined ? before(0) : (called.calledAt === at ? before : during)(called.rank);
  const latest =
    next === undefined ? after(affairs.length - 1) : (next.calledAt === at ? during : before)(next.rank);
  return { earliest, latest: Math.max(earliest, latest) };
}

/** Where a moment stands among the affairs; null: it does not say, or names no affair of the record. */
export function placeOf(rankOf: ReadonlyMap<string, number>, moment: Moment | null): Place | null {
  if (moment === null) return null;
  const rank = (key: string | null) => (key === null ? undefined : rankOf.get(key));
  const [earlier, within, later] = [moment.beforeAffair, moment.duringAffair, moment.afterAffair].map(rank);
  if (earlier !== undefined) return before(earlier);
  if (within !== undefined) return during(within);
  return later === undefined ? null : after(later);
}

/** Who is in the room and who is represented at one place of the séance. */
export interface RoomAt {
  /** Null: the source names nobody. */
  readonly present: ReadonlySet<string> | null;
  /** In force, the bearer in the room; null: not known. */
  readonly proxies: readonly RecordProxy[] | null;
}

/** The room once all that happens at that place has happened (R11: a proxy ends when its giver arrives). */
export function roomAt(course: Course, place: Place): RoomAt {
  const present = presentAt(course, place);
  const proxies = course.record.session.proxies;
  if (proxies === null) return { present, proxies: null };
  const inForce = proxies.filter((proxy) => {
    const { from, until } = spanOf(course, proxy);
    if (from > place || place >= until) return false;
    return (
      present === null || (!present.has(proxy.giver) && (proxy.bearer === null || present.has(proxy.bearer)))
    );
  });
  return { present, proxies: inForce };
}

function presentAt(course: Course, place: Place): ReadonlySet<string> | null {
  const { attendance } = course.record.session;
  if (attendance === null) return null;
  const present = new Set(
    attendance.filter(({ status }) => status === 'present').map(({ member }) => member),
  );
  for (const movement of course.movements) {
    if (movement.place > place) break;
    if (movement.kind === 'arrived' || movement.kind === 'installed') present.add(movement.member);
    else present.delete(movement.member);
  }
  return present;
}

/**
 * From where on and until where a proxy holds: to its end, or until its giver arrives (R11). Bounds that have no
 * place are taken at their widest.
 */
export function spanOf(course: Course, proxy: RecordProxy): { readonly from: Place; readonly until: Place } {
  const from = proxy.from === null ? OPENING : rangeOf(course, proxy.from).earliest;
  const until = proxy.until === null ? Infinity : rangeOf(course, proxy.until).latest;
  const arrival = course.movements.find(
    ({ member, kind, place }) => member === proxy.giver && kind === 'arrived' && place > from,
  );
  return { from, until: Math.min(until, arrival?.latest ?? Infinity) };
}

/** Whether the names tell how many are in the room at that place: the list is whole, and who moved has moved. */
export const namesAreWhole = (course: Course, place: Place): boolean =>
  course.record.session.attendance !== null &&
  course.record.session.attendanceComplete !== false &&
  course.movements.every((one) => movesSurely(one, place));

/** Whether it is known, at that place, whether the movement has happened. */
export const movesSurely = ({ earliest, latest }: Range, place: Place): boolean =>
  place < earliest || place >= latest;

/** The refs of those who sit in someone else's seat (suppléants, R6). */
export const substitutesOf = ({ body }: SessionRecord): ReadonlySet<string> =>
  new Set(body.members?.filter(({ substituteOf }) => substituteOf !== null).map(({ ref }) => ref));
