/** A ref for somebody of that name: `vassal-martine`, or `vassal-martine-2` where the first is taken. */
export function refFor(familyName: string, givenName: string | null, taken: ReadonlySet<string>): string {
  const plain = [familyName, givenName ?? '']
    .join(' ')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 56);
  const base = plain === '' ? 'membre' : plain;
  let candidate = base;
  for (let place = 2; taken.has(candidate); place += 1) candidate = `${base}-${place}`;
  return candidate;
}
