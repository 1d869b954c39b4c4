import { ruleLong } from './rules.js';

describe('a rule', () => {
  it('is named by what its code begins with', () => {
    expect(ruleLong('R7.quorum')).toBe('quorum à l’examen de chaque affaire (L2121-17)');
    expect(ruleLong('R10.one-per-bearer')).toBe('pouvoirs (L2121-20)');
    expect(ruleLong('movement.alternates')).toBe('arrivées et départs');
  });

  it('without a name shows its code', () => {
    expect(ruleLong('number.taken')).toBe('number.taken');
  });
});
