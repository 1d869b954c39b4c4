import { isDesignatedOutOfQuorum } from './recusals.js';

describe('who sits elsewhere by designation and keeps out of an affair', () => {
  it.each([
    ['C', '2022-02-22', false],
    ['C', '2022-02-23', true],
    ['E', '2022-02-23', true],
    ['B', '2023-05-04', true],
    ['D', '2025-12-23', false],
    ['D', '2025-12-24', true],
    ['R', '2025-12-24', true],
    ['CP', '2026-01-15', false],
    [null, '2026-01-15', false],
  ] as const)('of %s on %s: out of the members in office: %s', (regime, date, out) => {
    expect(isDesignatedOutOfQuorum(regime, date)).toBe(out);
  });
});
