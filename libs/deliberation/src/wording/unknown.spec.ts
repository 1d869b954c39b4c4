import { orUnknown } from './unknown.js';

describe('what is not known', () => {
  it('is said, and zero is not it', () => {
    expect(orUnknown(null)).toBe('non renseigné');
    expect(orUnknown(0)).toBe('0');
    expect(orUnknown('salle du conseil')).toBe('salle du conseil');
  });
});
