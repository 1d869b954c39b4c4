import { CLOSED_DOORS_RULES, regimeOf, ruleInForce } from '@registre/deliberation';
import { closedDoorsOf, isOnClosedDoors, type PlacedDoors } from '../session-record/closed-doors.js';
import { courseOf, namesAreWhole, roomAt, type Course } from '../session-record/course.js';
import type { RecordBallot, SessionRecord } from '../session-record/session-record.js';
import { electorateOf } from './ballots.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 15: closed doors are asked for by the chair or by enough members who are there, and agreed by a majority of
 * those present or represented (R13).
 */
export function checkClosedDoors(record: SessionRecord): readonly Finding[] {
  const course = courseOf(record);
  return closedDoorsOf(course).flatMap((doors) => [
    ...requesters(course, doors),
    ...agreement(course, doors),
  ]);
}

function requesters(course: Course, { doors, path, from }: PlacedDoors): readonly Finding[] {
  const { record } = course;
  const { authority, body, session } = record;
  const { requestedBy } = doors;
  const rule = ruleInForce(CLOSED_DOORS_RULES, regimeOf(authority.kind, body.kind), session.date);
  const { chair } = session;
  if (requestedBy === null || rule === undefined || (chair !== null && requestedBy.includes(chair)))
    return [];
  const { present } = from !== null && namesAreWhole(course, from) ? roomAt(course, from) : { present: null };
  const asking = requestedBy.filter((ref) => present === null || present.has(ref)).length;
  // Where nobody is said to preside, one of those who ask may do so.
  if (asking >= rule.value || (chair === null && asking > 0)) return [];
  const message = `Le huis clos est demandé par ${asking} membre(s) présent(s) ; il en faut ${rule.value}, ou le président de séance (${rule.article}).`;
  return [finder(record, '15')('I', 'R13.requesters', `${path}.requestedBy`, message)];
}

function agreement(course: Course, { path, affair, ballot: index }: PlacedDoors): readonly Finding[] {
  const find = finder(course.record, '15');
  const ballots = affair?.affair.ballots ?? null;
  if (affair === null || ballots === null) return [];
  const ballot = index === null ? undefined : ballots[index];
  if (ballot === undefined) {
    // The vote may stand among those of the séance itself.
    if (course.record.session.ballots?.some(isOnClosedDoors)) return [];
    const message = 'Aucun scrutin de l’affaire n’a décidé le huis clos.';
    return [find('I', 'R13.ballot', path, message)];
  }
  const at = { ballot, path: `${affair.path}.ballots.${index}`, affair: affair.affair, rank: affair.rank };
  const size = ballot.roll ?? electorateOf(course, at).voters?.size ?? null;
  if (!isRefused(ballot, size)) return [];
  const message = 'Le huis clos n’a pas été décidé à la majorité absolue des présents ou représentés.';
  return [find('I', 'R13.ballot', path, message)];
}

const isRefused = ({ outcome, counts }: RecordBallot, size: number | null): boolean =>
  outcome === 'rejected' || (size !== null && counts?.for != null && counts.for * 2 <= size);
