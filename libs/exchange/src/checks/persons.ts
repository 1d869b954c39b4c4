import { fullName, type BodyState, type Seat } from '@registre/deliberation';
import type { RecordMember, SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/**
 * Check 30: the same person has the same ref in every record of a body. A ref that the register knows by another
 * name, and a name that it knows under another ref, are contradictions; two who bear one name and were born on two
 * days are two persons.
 *
 * @param known the body as the register holds it
 */
export function checkPersons(
  record: SessionRecord,
  { seats, merged }: Pick<BodyState, 'seats' | 'merged'>,
): readonly Finding[] {
  const find = finder(record, '30');
  return (record.body.members ?? []).flatMap((member, index) => {
    if (Object.hasOwn(merged, member.ref)) return [];
    const path = `body.members.${index}`;
    const same = seats.find(({ ref }) => ref === member.ref);
    if (same !== undefined && !mayBearOneName(same, member)) {
      const message = `« ${member.ref} » est au registre sous le nom de ${fullName(same)}, et non ${fullName(member)}.`;
      return [find('I', 'member.another-name', `${path}.familyName`, message)];
    }
    const other = same === undefined ? seats.find((seat) => isNamesake(seat, member)) : undefined;
    if (other === undefined) return [];
    const message = `${fullName(member)} est au registre sous l’identifiant « ${other.ref} », et non « ${member.ref} ».`;
    return [find('I', 'member.another-ref', `${path}.ref`, message)];
  });
}

type Named = Pick<Seat | RecordMember, 'givenName' | 'familyName' | 'birthDate'>;

const mayBearOneName = (one: Named, other: Named): boolean =>
  folded(one.familyName) === folded(other.familyName) && agree(one.givenName, other.givenName);

function isNamesake(one: Named, other: Named): boolean {
  const named = one.givenName !== null && other.givenName !== null && mayBearOneName(one, other);
  return named && (one.birthDate === null || other.birthDate === null || one.birthDate === other.birthDate);
}

const agree = (one: string | null, other: string | null): boolean =>
  one === null || other === null || folded(one) === folded(other);

// Documents write a name in capitals or not, with its accents or without.
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’'\-\s]+/g, ' ')
    .toLowerCase();
