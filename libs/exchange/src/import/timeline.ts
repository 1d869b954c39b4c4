import {
  InstallMember,
  RecordArrival,
  RecordDeparture,
  ResignMember,
  ResumeSession,
  RevokeProxy,
  SuspendSession,
  TakeChair,
} from '@registre/deliberation';
import {
  after,
  before,
  inTime,
  OPENING,
  placeOf,
  rangeOf,
  roomAt,
  type Course,
  type Place,
  type PlacedMovement,
} from '../session-record/course.js';
import type { Moment, RecordChair } from '../session-record/session-record.js';
import { closedDoorsHappenings } from './closed-doors-steps.js';
import { RANK, whenAt, type Happening } from './happening.js';
import { placedProxies, proxyStep, type PlacedProxy } from './proxy-steps.js';
import { told, type Dossier, type Step } from './step.js';

/** All that happens in the room, in order: who comes and goes, who presides, proxies, suspensions, closed doors. */
export function timelineOf(dossier: Dossier): readonly Happening[] {
  const { course } = dossier;
  const proxies = placedProxies(course);
  return [
    ...course.movements.map((movement) => movementHappening(dossier, movement)),
    ...chairHappenings(dossier),
    ...proxies.flatMap((proxy) => proxyHappenings(dossier, proxy, proxies)),
    ...suspensionHappenings(dossier),
    ...closedDoorsHappenings(dossier),
  ].toSorted(inOrder);
}

function inOrder(one: Happening, other: Happening): number {
  if (one.place !== other.place) return one.place - other.place;
  const timed = one.moment !== null && other.moment !== null ? inTime(one.moment, other.moment) : 0;
  return timed || one.rank - other.rank;
}

function movementHappening(dossier: Dossier, movement: PlacedMovement): Happening {
  const { course } = dossier;
  const { place, when, path } = movement;
  const command: Step['command'] = (despite) =>
    movementCommand(dossier, movement, told(whenAt(course, place, when), despite));
  return { place, moment: when, rank: RANK.movement, step: { key: path, path, command } };
}

function movementCommand(
  { record, session, context }: Dossier,
  { member, kind, reason, path }: PlacedMovement,
  said: ReturnType<typeof told>,
): object {
  switch (kind) {
    case 'arrived':
      return new RecordArrival(context(path), session, { member, reason, ...said });
    case 'left':
      return new RecordDeparture(context(path), session, { member, reason, ...said });
    case 'resigned':
      return new ResignMember(context(path), session, { member, reason, ...said });
    case 'installed': {
      const named = record.body.members?.find(({ ref }) => ref === member);
      const seat = named ?? { ref: member, familyName: member };
      return new InstallMember(context(path), session, { seat, reason, ...said });
    }
  }
}

/** Other chairs for the affairs named; afterwards the ordinary chair presides again, once in the room. */
function chairHappenings(dossier: Dossier): readonly Happening[] {
  const { course, record } = dossier;
  const { chair: ordinary, chairs } = record.session;
  return (chairs ?? []).flatMap((chair, index) => {
    const [first, last] = [course.rankOf.get(chair.fromAffair), course.rankOf.get(chair.untilAffair)];
    if (first === undefined || last === undefined) return [];
    const path = `session.chairs.${index}`;
    const taken: Happening = {
      place: before(first),
      moment: null,
      rank: RANK.chairTaken,
      step: chairStep(dossier, path, before(first), chair.member, chair.reason),
    };
    const again = after(last);
    const others = (chairs ?? []).some(({ fromAffair }) => course.rankOf.get(fromAffair) === last + 1);
    if (ordinary === null || others || last === course.affairs.length - 1) return [taken];
    if (roomAt(course, again).present?.has(ordinary) === false) return [taken];
    const arrival = course.movements.findLast(({ member, place }) => member === ordinary && place === again);
    const moment = arrival?.when ?? momentAfter(chair);
    const step = chairStep(dossier, `${path}.untilAffair`, again, ordinary, null);
    return [taken, { place: again, moment, rank: RANK.chairTakenAgain, step }];
  });
}

const momentAfter = ({ untilAffair }: RecordChair): Moment => ({
  at: null,
  beforeAffair: null,
  afterAffair: untilAffair,
  duringAffair: null,
});

const chairStep = (
  { course, session, context }: Dossier,
  path: string,
  place: Place,
  member: string,
  reason: string | null,
): Step => ({
  key: path,
  path,
  command: (despite) =>
    new TakeChair(context(path), session, {
      member,
      reason,
      ...told(whenAt(course, place, null), despite),
    }),
});

function proxyHappenings(
  dossier: Dossier,
  placed: PlacedProxy,
  all: readonly PlacedProxy[],
): readonly Happening[] {
  const { course } = dossier;
  const { proxy, place } = placed;
  const given: readonly Happening[] =
    place === OPENING
      ? []
      : [
          {
            place,
            moment: proxy.from,
            rank: RANK.proxyGiven,
            step: proxyStep(dossier, placed, whenAt(course, place, proxy.from)),
          },
        ];
  const end = proxy.until === null ? null : rangeOf(course, proxy.until).latest;
  if (end === null || !standsUntil(course, placed, end, all)) return given;
  const path = `session.proxies.${placed.index}.until`;
  const { session, context } = dossier;
  const command: Step['command'] = (despite) =>
    new RevokeProxy(context(path), session, proxy.giver, {
      reason: null,
      ...told(whenAt(course, end, proxy.until), despite),
    });
  const ended = {
    place: end,
    moment: proxy.until,
    rank: RANK.proxyEnded,
    step: { key: path, path, command },
  };
  return [...given, ended];
}

/** A proxy that its giver's arrival has ended, or a later one replaced, does not end again (R11). */
function standsUntil(course: Course, one: PlacedProxy, end: Place, all: readonly PlacedProxy[]): boolean {
  const { giver } = one.proxy;
  const ends = course.movements.some(
    ({ member, kind, place }) =>
      member === giver && (kind === 'arrived' || kind === 'resigned') && place > one.place && place <= end,
  );
  const replaced = all.some(
    (other) => other !== one && other.proxy.giver === giver && other.place >= one.place && other.place < end,
  );
  return !ends && !replaced;
}

/**
 * Suspensions. One whose bounds have no place lies between the affairs; one that does not say when it ended did so
 * before anything else happened.
 */
function suspensionHappenings(dossier: Dossier): readonly Happening[] {
  const { course, record, session, context } = dossier;
  return (record.session.suspensions ?? []).flatMap(({ from, until }, index) => {
    const path = `session.suspensions.${index}`;
    const end = until === null ? null : betweenAffairs(course, until);
    const begin = from === null ? (end ?? after(course.affairs.length - 1)) : betweenAffairs(course, from);
    const place = Math.max(begin, end ?? begin);
    const suspend: Step['command'] = (despite) =>
      new SuspendSession(context(path), session, {
        reason: null,
        ...told(whenAt(course, begin, from), despite),
      });
    const resume: Step['command'] = (despite) =>
      new ResumeSession(context(`${path}.until`), session, {
        stated: null,
        ...told(whenAt(course, place, until), despite),
      });
    const rank = RANK.interruption;
    return [
      { place: begin, moment: from ?? until, rank, step: { key: path, path, command: suspend } },
      { place, moment: until ?? from, rank, step: { key: `${path}.until`, path, command: resume } },
    ];
  });
}

/** The place of a moment, or the one before the next call that has a time. */
function betweenAffairs(course: Course, moment: Moment): Place {
  const place = placeOf(course.rankOf, moment);
  if (place !== null) return place;
  const { at } = moment;
  const next = course.affairs.find(
    ({ affair: { calledAt } }) => at !== null && calledAt !== null && calledAt >= at,
  );
  return next === undefined ? after(course.affairs.length - 1) : before(next.rank);
}
