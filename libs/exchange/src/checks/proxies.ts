import { proxiesPerBearer, regimeOf } from '@registre/deliberation';
import {
  courseOf,
  namesAreWhole,
  placeOf,
  roomAt,
  spanOf,
  type Course,
  type Place,
} from '../session-record/course.js';
import type { RecordProxy, SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

interface PlacedProxy {
  readonly proxy: RecordProxy;
  readonly path: string;
  /** Null: it begins at a moment that has no place. */
  readonly from: Place | null;
  readonly until: Place;
}

/**
 * Check 11: the giver is away, the bearer is there, each of the two once at a time, given before it is used
 * (R10, L2121-20). How many séances it has lasted is not in the record.
 */
export function checkProxies(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  const placed = (record.session.proxies ?? []).map((proxy, index) => ({
    proxy,
    path: `session.proxies.${index}`,
    ...spanOf(course, proxy),
    ...(proxy.from !== null && placeOf(course.rankOf, proxy.from) === null ? { from: null } : {}),
  }));
  return placed.flatMap((one, index) => [
    ...persons(course, one),
    ...givenLate(record, one),
    ...overlaps(record, one, placed.slice(0, index)),
  ]);
}

function persons(course: Course, { proxy, path, from }: PlacedProxy): readonly Finding[] {
  const { record } = course;
  const find = finder(record, '11');
  const { giver, bearer } = proxy;
  if (giver === bearer) {
    return [find('S', 'R10.giver-is-bearer', `${path}.bearer`, 'Nul ne peut se donner pouvoir.')];
  }
  if (from === null) return [];
  const { present } = roomAt(course, from);
  const findings: Finding[] = [];
  if (present?.has(giver) && !course.unplaced.has(giver)) {
    const message = `${nameOf(record, giver)} est dans la salle : il n’y a pas de pouvoir à donner.`;
    findings.push(find('I', 'R10.giver-absent', `${path}.giver`, message));
  }
  const listed = record.session.attendance?.some(({ member }) => member === bearer) === true;
  const whereaboutsKnown = listed || namesAreWhole(course, from);
  if (bearer !== null && whereaboutsKnown && !course.unplaced.has(bearer) && present?.has(bearer) === false) {
    const message = `${nameOf(record, bearer)} n’est pas dans la salle et ne peut pas porter de pouvoir.`;
    findings.push(find('I', 'R10.bearer-present', `${path}.bearer`, message));
  }
  return findings;
}

function givenLate(record: SessionRecord, { proxy, path }: PlacedProxy): readonly Finding[] {
  const usedOn = proxy.from?.at?.slice(0, 10) ?? record.session.date;
  if (proxy.givenOn === null || proxy.givenOn <= usedOn) return [];
  const message = `Le pouvoir est daté du ${proxy.givenOn}, après la séance où il sert.`;
  return [finder(record, '11')('I', 'R10.given-late', `${path}.givenOn`, message)];
}

function overlaps(
  record: SessionRecord,
  one: PlacedProxy,
  earlier: readonly PlacedProxy[],
): readonly Finding[] {
  const find = finder(record, '11');
  const { giver, bearer } = one.proxy;
  const concurrent = earlier.filter((other) => overlap(one, other));
  const most = proxiesPerBearer(regimeOf(record.authority.kind, record.body.kind), record.session.date);
  const borne = concurrent.filter(({ proxy }) => bearer !== null && proxy.bearer === bearer).length;
  const findings: Finding[] = [];
  if (concurrent.some(({ proxy }) => proxy.giver === giver)) {
    const message = `${nameOf(record, giver)} donne pouvoir deux fois en même temps.`;
    findings.push(find('I', 'R10.one-per-giver', `${one.path}.giver`, message));
  }
  if (bearer !== null && most !== undefined && borne >= most.value) {
    const limit = most.value === 1 ? 'un seul pouvoir' : `${most.value} pouvoirs`;
    const message = `${nameOf(record, bearer)} ne peut porter que ${limit} à la fois (${most.article}).`;
    findings.push(find('I', 'R10.one-per-bearer', `${one.path}.bearer`, message));
  }
  return findings;
}

const overlap = (one: PlacedProxy, other: PlacedProxy): boolean =>
  one.from !== null && other.from !== null && one.from < other.until && other.from < one.until;
