import { regimeOf, ruleInForce, type DatedRule } from './rule-set.js';

describe('the regime', () => {
  it('of a council is that of its authority; a syndicat and an EPCI follow the communes through L5211-1', () => {
    const regimes = (['commune', 'metropole', 'epci', 'syndicat', 'departement', 'region'] as const).map(
      (authority) => regimeOf(authority, 'council'),
    );
    expect(regimes).toEqual(['C', 'E', 'E', 'E', 'D', 'R']);
  });

  it('of a bureau is known for groupings, of a permanent commission for departments and regions', () => {
    expect(regimeOf('metropole', 'bureau')).toBe('B');
    expect(regimeOf('region', 'committee')).toBe('CP');
    expect(regimeOf('commune', 'bureau')).toBeNull();
    expect(regimeOf('commune', 'committee')).toBeNull();
  });

  it('is not guessed', () => {
    expect(regimeOf(null, 'council')).toBeNull();
    expect(regimeOf('ccas', 'council')).toBeNull();
    expect(regimeOf('other', 'council')).toBeNull();
    expect(regimeOf('commune', 'other')).toBeNull();
  });
});

describe('a dated rule', () => {
  const rules: DatedRule<string>[] = [
    { regimes: ['C'], from: '2020-03-24', until: '2020-04-02', value: 'a window', article: 'loi' },
    { regimes: ['C'], from: null, until: null, value: 'as ever', article: 'code' },
  ];

  it('is in force on its first and last days, the first that fits', () => {
    const on = (date: string) => ruleInForce(rules, 'C', date)?.value;
    expect(['2020-03-23', '2020-03-24', '2020-04-02', '2020-04-03'].map(on)).toEqual([
      'as ever',
      'a window',
      'a window',
      'as ever',
    ]);
  });

  it('is not known for another regime, or none', () => {
    expect(ruleInForce(rules, 'D', '2020-03-24')).toBeUndefined();
    expect(ruleInForce(rules, null, '2020-03-24')).toBeUndefined();
  });
});
