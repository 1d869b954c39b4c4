import { hasSubstitutes } from './substitutes.js';

describe('substitutes', () => {
  it.each([
    ['commune', 'council', null, false],
    ['metropole', 'council', null, false],
    ['metropole', 'bureau', null, false],
    ['epci', 'bureau', null, false],
    ['epci', 'council', null, null],
    ['syndicat', 'council', null, null],
    ['syndicat', 'council', true, true],
    ['syndicat', 'council', false, false],
    ['departement', 'council', null, null],
    [null, 'council', null, null],
  ] as const)('of a %s’s %s whose rules say %s: %s', (authority, body, said, known) => {
    const rules = { substitutes: said, publication: null };
    expect(hasSubstitutes(authority, body, rules)).toBe(known);
  });

  it('of a body whose rules are not known depend on its kind', () => {
    expect(hasSubstitutes('commune', 'council', null)).toBe(false);
  });
});
