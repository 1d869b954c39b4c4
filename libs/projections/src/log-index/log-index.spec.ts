import { History } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the log index', () => {
  const history = new History()
    .convened('s1')
    .add('session', 's1', 'MemberExcused', { member: 'm' }, { recordedAt: '2024-01-05T09:00:00.000Z' })
    .convened('s2')
    .add('session', 's1', 'MemberAbsent', { member: 'm' }, { recordedAt: '2024-01-05T10:00:00.000Z' });

  it('finds the ordinal of an event by stream and revision', () =>
    asking(history, (ask) => {
      expect(ask('ordinalOf', 'session-brindas_s1', 2)).toBe(3);
      expect(ask('ordinalOf', 'session-brindas_s1', 3)).toBeUndefined();
      expect(ask('ordinalOf', 'session-brindas_s9', 0)).toBeUndefined();
    }));

  it('finds the last event known at an instant, by a clock that never runs back', () =>
    asking(history, (ask) => {
      const known = (instant: string) => ask('ordinalAt', instant, 'last');
      expect(known('2024-01-05T08:00:00.000Z')).toBeUndefined();
      expect(known('2024-01-05T08:59:59.999Z')).toBe(0);
      // The third was written by a clock that was late: it is known from the second's instant on.
      expect(known('2024-01-05T09:00:00.000Z')).toBe(2);
      expect(known('2030-01-01T00:00:00.000Z')).toBe(3);
    }));

  it('finds the first event recorded from an instant on', () =>
    asking(history, (ask) => {
      expect(ask('ordinalAt', '2024-01-05T09:00:00.000Z', 'first')).toBe(1);
      expect(ask('ordinalAt', '2024-01-05T09:00:00.001Z', 'first')).toBe(3);
      expect(ask('ordinalAt', '2030-01-01T00:00:00.000Z', 'first')).toBeUndefined();
    }));

  it('knows which revision a stream had', () =>
    asking(history, (ask) => {
      expect(ask('revisionAt', 'session-brindas_s1', 2)).toBe(1);
      expect(ask('revisionAt', 'session-brindas_s2', 1)).toBeUndefined();
    }));
});
