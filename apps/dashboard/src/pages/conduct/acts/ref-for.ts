import type { Members } from '../../../wording/members';

/** An identity for somebody who is not known yet: `durand-anne`, or `durand-anne-2` where there is one. */
export function refFor(givenName: string | null, familyName: string, members: Members): string {
  const ref = [familyName, givenName ?? '']
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = ref.replace(/-+$/, '') || 'membre';
  const taken = (one: string) => members[one] !== undefined;
  for (let number = 1; ; number++) {
    const one = number === 1 ? base : `${base}-${number}`;
    if (!taken(one)) return one;
  }
}
