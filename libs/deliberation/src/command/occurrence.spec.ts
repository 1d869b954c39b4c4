import { answerTo } from '../given.fixture.js';
import { requireCome, resolveOccurrence } from './occurrence.js';

const PARIS = 'Europe/Paris';
const now = { date: '2024-04-02', time: '09:30' };
const refused = (date: string | null, time: string | null, zone = PARIS) =>
  answerTo(() => resolveOccurrence({ date, time }, zone, now));

describe('when something happened', () => {
  it('is now, by the server’s clock, unless it is said', () => {
    expect(resolveOccurrence(undefined, PARIS, now)).toEqual({ ...now, zone: PARIS });
  });

  it('is as it is said, as far as it is known', () => {
    const said = { date: '2023-05-04', time: null };
    expect(resolveOccurrence(said, PARIS, now)).toEqual({ ...said, zone: PARIS });
    expect(resolveOccurrence({ date: null, time: '23:59' }, PARIS, now).time).toBe('23:59');
    expect(resolveOccurrence({ date: null, time: null }, PARIS, now)).toEqual({
      date: null,
      time: null,
      zone: PARIS,
    });
  });

  it('is not in the future', () => {
    const future = { kind: 'invalid', code: 'future', rules: ['future'] };
    expect(refused('2024-04-03', null)).toEqual(future);
    expect(refused('2024-04-02', '09:31')).toEqual(future);
    expect(refused('2024-04-02', '09:30')).toBe('accepted');
    expect(refused('2024-04-02', null)).toBe('accepted');
  });

  it('is not in the hour that the clocks skip in spring', () => {
    expect(refused('2024-03-31', '02:30')).toMatchObject({ kind: 'invalid', code: 'no-such-time' });
    expect(refused('2024-03-31', '03:00')).toBe('accepted');
    expect(refused('2023-10-29', '02:30')).toBe('accepted');
    expect(refused('2024-03-31', '02:30', 'Indian/Reunion')).toBe('accepted');
  });

  it('is not on a day that has not come, where the command tells the day', () => {
    const told = (on: string | null | undefined) => answerTo(() => requireCome(on, now.date));
    expect(told('2024-04-03')).toEqual({ kind: 'invalid', code: 'future', rules: ['future'] });
    expect(told('2024-04-02')).toBe('accepted');
    expect(told(null)).toBe('accepted');
    expect(told(undefined)).toBe('accepted');
  });
});
