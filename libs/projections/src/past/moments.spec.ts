import { History, LATER } from '../history.js';
import { asking } from '../projected.fixture.js';

/** An act of October, known since January, rectified in May with effect of April. */
function history(): History {
  const told = new History().constituted().heldSession('s1', '2023-10-12').convened('s2', '2023-11-09');
  const at = (day: string) => ({ recordedAt: `${day}T09:00:00.000Z` });
  const published = { on: '2024-02-01', media: ['website' as const], masked: false };
  told.add('affair', 's1-a1', 'DeliberationPublished', published, at('2024-02-01'));
  const rectified = { ...LATER, on: '2024-05-02', effectiveFrom: '2024-04-01' };
  return told.add('affair', 's1-a1', 'DeliberationRectified', rectified, at('2024-05-02'));
}

const days = (marks: readonly { readonly recordedAt: string | null }[]) =>
  marks.map(({ recordedAt }) => recordedAt?.slice(0, 10));

describe('the moments of the register', () => {
  it('are those after which it said something else, what was learned in a breath being one', () =>
    asking(history(), (ask) => {
      const { first, last, marks, effect } = ask('moments', {});
      expect(days(marks)).toEqual(['2024-01-05', '2024-02-01', '2024-05-02']);
      expect(first).toEqual(marks[0]);
      expect(last.ordinal).toBe(history().events.length - 1);
      expect(effect).toEqual({ from: '2023-10-12', days: [] });
    }));

  it('of an act are its own, and the days on which its effect may have changed', () =>
    asking(history(), (ask) => {
      const { marks, effect } = ask('moments', { affair: 's1-a1' });
      expect(days(marks)).toEqual(['2024-01-05', '2024-02-01', '2024-05-02']);
      expect(effect).toEqual({ from: '2023-10-12', days: ['2024-02-01', '2024-04-01', '2024-05-02'] });
      expect(days(ask('moments', { affair: 's1-a2' }).marks)).toEqual(['2024-01-05']);
    }));

  it('of a séance, or of a member, begin at a closing', () =>
    asking(history(), (ask) => {
      const closing = history().events.findIndex(({ type }) => type === 'SessionClosed');
      const ofSession = ask('moments', { session: 's1' });
      expect(ofSession.first?.ordinal).toBeGreaterThanOrEqual(closing);
      expect(days(ofSession.marks)).toEqual(['2024-01-05', '2024-02-01', '2024-05-02']);
      expect(ask('moments', { session: 's2' })).toMatchObject({ first: null, marks: [] });
      expect(ask('moments', { member: 'tanguy' }).marks).toMatchObject([{ ordinal: closing }]);
    }));

  it('are at most some hundreds, however many changes there were', () => {
    const told = new History().constituted().heldSession('s1');
    for (let hour = 0; hour < 900; hour++) {
      const recordedAt = new Date(Date.UTC(2024, 1, 1, hour)).toISOString();
      told.add('affair', 's1-a1', 'AffairNumbered', { session: 's1', number: String(hour) }, { recordedAt });
    }
    return asking(told, (ask) => {
      const { marks } = ask('moments', {});
      expect(marks.length).toBeLessThanOrEqual(201);
      expect(marks.at(-1)?.ordinal).toBe(told.events.length - 1);
    });
  });
});
