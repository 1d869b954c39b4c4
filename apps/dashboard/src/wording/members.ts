import type { Member } from '@registre/deliberation';

export type Members = { readonly [ref: string]: Member };

/** « Martine VASSAL »; the ref stands for someone who is not described. */
export function nameOf(members: Members, ref: string): string {
  const member = members[ref];
  if (member === undefined) return ref;
  return member.givenName === null ? member.familyName : `${member.givenName} ${member.familyName}`;
}
