import { outcomeLong } from './affairs.js';

describe('an affair', () => {
  it('ends in one of five ways', () => {
    const outcomes = ['adopted', 'rejected', 'noted', 'postponed', 'withdrawn'] as const;
    expect(outcomes.map(outcomeLong)).toEqual([
      'adoptée',
      'rejetée',
      'dont il est pris acte',
      'reportée',
      'retirée de l’ordre du jour',
    ]);
  });

  it('may have an end that is not known', () => {
    expect(outcomeLong(null)).toBe('non renseigné');
  });
});
