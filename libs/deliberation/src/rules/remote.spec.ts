import { remoteAttendance } from './remote.js';

describe('attending at a distance', () => {
  it.each([
    ['E', '2019-12-27', false],
    ['E', '2019-12-28', true],
    ['E', '2022-08-01', true],
    ['B', '2023-05-04', false],
    ['B', '2020-12-01', true],
    ['C', '2020-03-23', false],
    ['C', '2020-03-24', true],
    ['C', '2021-10-15', false],
    ['C', '2022-07-31', true],
    ['C', '2022-08-01', false],
    ['D', '2021-02-01', true],
    ['D', '2023-02-01', undefined],
    [null, '2020-12-01', undefined],
  ] as const)('by a member of %s on %s is lawful: %s', (regime, date, lawful) => {
    expect(remoteAttendance(regime, date)?.value).toBe(lawful);
  });
});
