import { History } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the proxies that a member gave at the séances before', () => {
  /** Bernard Robert is excused and represented at each of them, as `heldSession` tells it. */
  const held = (...days: readonly string[]) =>
    days.reduce((history, day, index) => history.heldSession(`s${index + 1}`, day), new History());
  const asked = { body: 'cm', giver: 'robert', before: '2024-01-01' };

  it('are told in a row, the latest first, three at most', () =>
    asking(held('2023-01-10', '2023-02-10', '2023-03-10', '2023-04-10'), (ask) => {
      expect(ask('earlierProxies', asked)).toEqual(
        ['2023-04-10', '2023-03-10', '2023-02-10'].map((date) => ({ date, reason: null })),
      );
      expect(ask('earlierProxies', { ...asked, before: '2023-02-10' })).toEqual([
        { date: '2023-01-10', reason: null },
      ]);
    }));

  it('are those of that member and that body', () =>
    asking(held('2023-01-10', '2023-02-10'), (ask) => {
      expect(ask('earlierProxies', { ...asked, giver: 'bourbier' })).toEqual([]);
      expect(ask('earlierProxies', { ...asked, body: 'bureau' })).toEqual([]);
    }));

  it('end with a séance at which the member came', () => {
    const history = held('2023-01-10')
      .convened('s2', '2023-02-10')
      .opened('s2')
      .add('session', 's2', 'MemberArrived', { member: 'robert', reason: null })
      .heldSession('s3', '2023-03-10');
    return asking(history, (ask) =>
      expect(ask('earlierProxies', asked)).toEqual([{ date: '2023-03-10', reason: null }]),
    );
  });

  it('are not known while the séances are halted', () =>
    asking(held('2023-01-10').closed('s9'), (ask) => expect(ask('earlierProxies', asked)).toBeNull()));
});
