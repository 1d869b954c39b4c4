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

export interface PlacedMovement extends RecordMovement {
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
  /** In order, those without a place aside. */
  readonly movements: readonly PlacedMovement[];
  /** Whoever moves at a moment that has no place: where they are is never sure. */
  readonly unplaced: ReadonlySet<string>;
}

export function courseOf(record: SessionRecord): Course {
  const listed = record.affairs.map((affair, index) => ({ affair, path: `affairs.${index}` }));
  const ordered = record.affairs.every(({ order }) => order !== null)
    ? listed.toSorted((one, other) => (one.affair.order ?? 0) - (other.affair.order ?? 0))
    : listed;
  const affairs = ordered.map((one, rank) => ({ ...one, rank }));
  const rankOf = new Map(affairs.map(({ affair, rank }) => [affair.key, rank]));
  const moves = (record.session.movements ?? []).map((one, index) => ({
    ...one,
    place: placeOf(rankOf, one.when),
    path: `session.movements.${index}`,
  }));
  return {
    record,
    affairs,
    rankOf,
    movements: moves.filter(isPlaced).toSorted((one, other) => one.place - other.place),
    unplaced: new Set(moves.filter(({ place }) => place === null).map(({ member }) => member)),
  };
}

const isPlaced = (
  movement: Omit<PlacedMovement, 'place'> & { place: Place | null },
): movement is PlacedMovement => movement.place !== null;

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

/** From where on and until where a proxy holds; its bounds that have no place are taken at their widest. */
export function spanOf(course: Course, proxy: RecordProxy): { readonly from: Place; readonly until: Place } {
  const from = placeOf(course.rankOf, proxy.from) ?? OPENING;
  const until = placeOf(course.rankOf, proxy.until) ?? Infinity;
  const arrival = course.movements.find(
    ({ member, kind, place }) => member === proxy.giver && kind === 'arrived' && place > from,
  );
  return { from, until: Math.min(until, arrival?.place ?? Infinity) };
}

/**
 * Whether the names tell how many are in the room at that place: the list is not said to be partial, and all who
 * move do so at moments that have a place.
 */
export const namesAreWhole = ({ record, unplaced }: Course, place: Place): boolean =>
  record.session.attendance !== null &&
  record.session.attendanceComplete !== false &&
  (place === OPENING || unplaced.size === 0);

/** The refs of those who sit in someone else's seat (suppléants, R6). */
export const substitutesOf = ({ body }: SessionRecord): ReadonlySet<string> =>
  new Set(body.members?.filter(({ substituteOf }) => substituteOf !== null).map(({ ref }) => ref));
