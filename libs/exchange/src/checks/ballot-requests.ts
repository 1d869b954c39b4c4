import { regimeOf, ruleInForce, type DatedRule } from '@registre/deliberation';
import {
  before,
  courseOf,
  namesAreWhole,
  roomAt,
  type Course,
  type PlacedAffair,
} from '../session-record/course.js';
import type { RecordBallotRequest, SessionRecord } from '../session-record/session-record.js';
import { decidingBallotsOf } from './decisions.js';
import { finder, nameOf, type Finding } from './finding.js';

type Method = RecordBallotRequest['method'];

/** One in how many of those present may ask for it (R16). */
const ONE_IN: { readonly [method in Method]: readonly DatedRule<number>[] } = {
  'roll-call': [
    { regimes: ['C', 'E', 'B'], from: null, until: null, value: 4, article: 'L2121-21' },
    { regimes: ['D', 'R'], from: null, until: null, value: 6, article: 'L3121-15, L4132-14' },
  ],
  secret: [{ regimes: ['C', 'E', 'B'], from: null, until: null, value: 3, article: 'L2121-21' }],
};

const METHODS: { readonly [method in Method]: string } = {
  'roll-call': 'scrutin public',
  secret: 'scrutin secret',
};

/**
 * Check 17: those who ask for a manner of voting are as many as is said, in the room, and enough; the ballot that
 * decides is held so (R16).
 */
export function checkBallotRequests(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return course.affairs.flatMap((placed) => {
    const request = placed.affair.ballotRequest;
    return request === null ? [] : [...askers(course, placed, request), ...method(course, placed, request)];
  });
}

function askers(
  course: Course,
  { affair, path, rank }: PlacedAffair,
  { requestedBy, count, method: asked }: RecordBallotRequest,
): readonly Finding[] {
  const { record } = course;
  const find = finder(record, '17');
  const findings: Finding[] = [];
  if (count !== null && requestedBy !== null && count !== requestedBy.length) {
    const message = `${requestedBy.length} demandeur(s) nommé(s) et ${count} annoncé(s).`;
    findings.push(find('I', 'R16.requesters-count', `${path}.ballotRequest.count`, message));
  }
  const { present } = namesAreWhole(course, before(rank)) ? roomAt(course, before(rank)) : { present: null };
  const out = new Set(affair.recusals?.filter(({ left }) => left === true).map(({ member }) => member));
  const inRoom = present === null ? null : [...present].filter((ref) => !out.has(ref));
  const away = inRoom === null ? [] : (requestedBy ?? []).filter((ref) => !inRoom.includes(ref));
  const asking = requestedBy === null ? count : requestedBy.length - away.length;
  const rule = ruleInForce(
    ONE_IN[asked],
    regimeOf(record.authority.kind, record.body.kind),
    record.session.date,
  );
  const heads = inRoom?.length ?? affair.stated?.present ?? null;
  if (rule === undefined || heads === null || asking === null || asking * rule.value >= heads)
    return findings;
  const absent =
    away.length === 0 ? '' : ` Pas en séance : ${away.map((ref) => nameOf(record, ref)).join(', ')}.`;
  const message = `${METHODS[asked]} : ${asking} demandeur(s) présent(s) pour ${heads} présents, il en faut un sur ${rule.value} (${rule.article}).${absent}`;
  return [...findings, find('I', 'R16.requesters', `${path}.ballotRequest`, message)];
}

function method(
  { record }: Course,
  { affair, path }: PlacedAffair,
  { method: asked }: RecordBallotRequest,
): readonly Finding[] {
  const others = decidingBallotsOf(affair).filter(
    (ballot) => ballot.method !== null && ballot.method !== asked && ballot.method !== 'secret',
  );
  if (others.length === 0) return [];
  const message = `Le ${METHODS[asked]} a été demandé et l’affaire a été votée autrement.`;
  return [finder(record, '17')('I', 'R16.method', `${path}.ballotRequest.method`, message)];
}
