import { requestersNeeded } from './ballot-requests.js';

describe('those who may ask for a manner of voting', () => {
  const needed = (
    method: 'roll-call' | 'secret',
    regime: Parameters<typeof requestersNeeded>[1],
    present: number | null,
  ) => requestersNeeded(method, regime, '2024-03-21', present);

  it('are a quarter or a third of those present in communes and groupings, a sixth in departments', () => {
    expect([8, 9, 12, 1].map((present) => needed('roll-call', 'C', present))).toEqual([2, 3, 3, 1]);
    expect([8, 9, 10].map((present) => needed('secret', 'E', present))).toEqual([3, 3, 4]);
    expect([12, 13].map((present) => needed('roll-call', 'D', present))).toEqual([2, 3]);
  });

  it('are not known without a rule or a count', () => {
    expect(needed('secret', 'D', 12)).toBeNull();
    expect(needed('roll-call', null, 12)).toBeNull();
    expect(needed('roll-call', 'C', null)).toBeNull();
  });
});
