import { courseOf } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { ballotsOf, computedResult, type BallotAt } from './ballots.js';
import { finder, type Find, type Finding } from './finding.js';

/**
 * Check 20: a candidate is a member of the body or somebody named, once; rounds follow one another and end with an
 * election; those said to be elected are those whom the votes elect (R16, L2122-7).
 */
export function checkElections(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '20');
  const course = courseOf(record);
  const elections = ballotsOf(course).filter(({ ballot }) => (ballot.candidates ?? []).length > 0);
  return elections.flatMap((at, index) => [
    ...candidates(find, at),
    ...rounds(find, at, elections.slice(0, index)),
    ...elected(find, at, computedResult(course, at)?.elected ?? null),
    ...seats(find, at),
  ]);
}

function candidates(find: Find, { ballot, path }: BallotAt): readonly Finding[] {
  const list = ballot.candidates ?? [];
  return list.flatMap(({ member, name }, index) => {
    const where = `${path}.candidates.${index}`;
    if ((member === null) === (name === null)) {
      const message = 'Un candidat est ou bien un membre de l’instance, ou bien un nom.';
      return [find('S', 'candidate.member-or-name', where, message)];
    }
    const first = list.findIndex((one) => one.member === member && one.name === name);
    return first === index ? [] : [find('S', 'candidate.twice', where, 'Ce candidat est nommé deux fois.')];
  });
}

function rounds(
  find: Find,
  { ballot, path, affair }: BallotAt,
  earlier: readonly BallotAt[],
): readonly Finding[] {
  const { round, question } = ballot;
  const wrong = (message: string) => [find('I', 'R16.rounds', `${path}.round`, message)];
  if (round === null || round === 1) return [];
  const previous = earlier.findLast((one) => one.affair === affair && one.ballot.question === question);
  if (previous === undefined) return wrong(`Aucun tour ne précède le tour ${round} de cette élection.`);
  const before = previous.ballot.round;
  if (before !== null && before !== round - 1) return wrong(`Le tour ${round} suit le tour ${before}.`);
  return previous.ballot.outcome === 'elected' ? wrong('Le tour précédent a donné un élu.') : [];
}

function elected(
  find: Find,
  { ballot, path }: BallotAt,
  winners: readonly number[] | null,
): readonly Finding[] {
  if (winners === null) return [];
  return (ballot.candidates ?? []).flatMap((candidate, index) => {
    if (candidate.elected === null || candidate.elected === winners.includes(index)) return [];
    const message = candidate.elected
      ? 'Ce candidat est dit élu et les voix ne l’élisent pas.'
      : 'Les voix élisent ce candidat, qui est dit non élu.';
    return [find('I', 'R16.elected', `${path}.candidates.${index}.elected`, message)];
  });
}

function seats(find: Find, { ballot, path }: BallotAt): readonly Finding[] {
  const seen = new Set<string>();
  return (ballot.candidates ?? []).flatMap(({ seats: obtained, persons }, index) => {
    const where = `${path}.candidates.${index}.persons`;
    const twice = (persons ?? []).filter((person) => seen.has(person));
    persons?.forEach((person) => seen.add(person));
    const findings = twice.map((person) =>
      find('I', 'R16.seats', where, `« ${person} » est élu(e) sur deux listes.`),
    );
    if (obtained === null || persons === null || obtained === persons.length) return findings;
    const message = `${persons.length} élu(s) nommé(s) pour ${obtained} siège(s).`;
    return [...findings, find('I', 'R16.seats', where, message)];
  });
}
