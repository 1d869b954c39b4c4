import { textsOf } from '../session-record/schema.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';

/** Check 1: every ref names a member; refs, affair keys and orders are given once; so are numbers (R1). */
export function checkIdentities(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '1');
  const { affairs } = record;
  return [
    ...unknownMembers(record),
    ...repeated(record.body.members ?? [], ({ ref }) => ref).map(([index, ref]) =>
      find(
        'S',
        'record.ref-twice',
        `body.members.${index}.ref`,
        `Deux membres portent l’identifiant « ${ref} ».`,
      ),
    ),
    ...repeated(affairs, ({ key }) => key).map(([index, key]) =>
      find('S', 'affair.key-taken', `affairs.${index}.key`, `Deux affaires portent la clé « ${key} ».`),
    ),
    ...repeated(affairs, ({ order }) => order).map(([index, order]) =>
      find(
        'S',
        'affair.order-taken',
        `affairs.${index}.order`,
        `Deux affaires portent le numéro d’ordre ${order}.`,
      ),
    ),
    ...repeated(affairs, ({ number }) => number).map(([index, number]) =>
      find('I', 'number.taken', `affairs.${index}.number`, `Deux affaires portent le numéro « ${number} ».`),
    ),
  ];
}

function unknownMembers(record: SessionRecord): readonly Finding[] {
  const find = finder(record, '1');
  const known = new Set(record.body.members?.map(({ ref }) => ref));
  return textsOf(record, 'ref')
    .filter(({ text }) => !known.has(text))
    .map(({ path, text }) => {
      const message = `« ${text} » ne désigne aucun des membres que nomme le fichier (body.members).`;
      return find('S', 'member.unknown', path, message);
    });
}

/** Index and value of each item whose value an earlier one has; null is no value. */
function repeated<T, V>(
  items: readonly T[],
  valueOf: (item: T) => V | null,
): readonly (readonly [number, V])[] {
  const seen = new Set<V>();
  return items.flatMap((item, index) => {
    const value = valueOf(item);
    if (value === null) return [];
    if (seen.has(value)) return [[index, value] as const];
    seen.add(value);
    return [];
  });
}
