import { before, courseOf, OPENING, roomAt } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

/** Check 7: whoever is called sits that day; a substitute and the member replaced do not sit together (L5211-6). */
export function checkMandates(record: SessionRecord): readonly Finding[] {
  return [...mandates(record), ...substitutes(record)];
}

function mandates(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '7');
  const { date, attendance, proxies } = record.session;
  const called = new Set([
    ...(attendance ?? []).map(({ member }) => member),
    ...(proxies ?? []).map(({ giver }) => giver),
  ]);
  return (record.body.members ?? []).flatMap(({ ref, mandateFrom, mandateUntil }, index) => {
    if (!called.has(ref)) return [];
    const path = `body.members.${index}`;
    const name = nameOf(record, ref);
    if (mandateFrom !== null && mandateFrom > date) {
      const message = `${name} n’a de mandat qu’à partir du ${mandateFrom}, après la séance (${date}).`;
      return [find('I', 'mandate.not-begun', `${path}.mandateFrom`, message)];
    }
    if (mandateUntil !== null && mandateUntil < date) {
      const message = `Le mandat de ${name} a pris fin le ${mandateUntil}, avant la séance (${date}).`;
      return [find('I', 'mandate.over', `${path}.mandateUntil`, message)];
    }
    return [];
  });
}

function substitutes(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '7');
  const course = courseOf(record);
  const places = [OPENING, ...course.affairs.map(({ rank }) => before(rank))];
  const rooms = places.map((place) => roomAt(course, place).present);
  return (record.body.members ?? []).flatMap(({ ref, substituteOf }, index) => {
    const together = rooms.some(
      (room) => substituteOf !== null && room?.has(ref) === true && room.has(substituteOf),
    );
    if (substituteOf === null || !together) return [];
    const message = `${nameOf(record, ref)} supplée ${nameOf(record, substituteOf)} et siège en même temps.`;
    return [find('I', 'R6.substitute', `body.members.${index}.substituteOf`, message)];
  });
}
