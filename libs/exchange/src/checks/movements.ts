import { courseOf, type PlacedMovement } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, nameOf, type Finding } from './finding.js';

/** Check 10: nobody leaves who is out, nobody arrives who is in. */
export function checkMovements(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '10');
  const course = courseOf(record);
  const inside = new Map(
    record.session.attendance?.map(({ member, status }) => [member, status === 'present']),
  );
  return course.movements.flatMap(({ member, kind, path }) => {
    if (course.unplaced.has(member)) return [];
    const before = inside.get(member);
    inside.set(member, kind === 'arrived' || kind === 'installed');
    if (before === undefined) return [];
    const message = contradiction(kind, before, nameOf(record, member));
    return message === null ? [] : [find('I', 'movement.alternates', path, message)];
  });
}

// A seat changes hands wherever its holder is: installed and resigned contradict nothing.
function contradiction(kind: PlacedMovement['kind'], inside: boolean, name: string): string | null {
  if (kind === 'arrived' && inside) return `${name} arrive alors qu’il ou elle est déjà dans la salle.`;
  return kind === 'left' && !inside ? `${name} part alors qu’il ou elle n’est pas dans la salle.` : null;
}
