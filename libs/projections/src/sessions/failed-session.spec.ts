import { History, UNKNOWN_QUORUM } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the séance that had no quorum on a day', () => {
  const history = () =>
    new History()
      .heldSession('s1', '2023-01-10')
      .convened('s2', '2023-02-10')
      .placed('s2', 'a1', 1, 'Budget')
      .add('session', 's2', 'SessionNotQuorate', { quorum: UNKNOWN_QUORUM, stated: null });
  const asked = { body: 'cm', on: '2023-02-10' };

  it('is told with its agenda', () =>
    asking(history(), (ask) =>
      expect(ask('failedSession', asked)).toEqual({ agenda: [{ affair: 'a1', subject: 'Budget' }] }),
    ));

  it('is none where the register holds séances of that time', () =>
    asking(history(), (ask) => {
      expect(ask('failedSession', { ...asked, on: '2023-02-11' })).toBe('none');
      expect(ask('failedSession', { ...asked, on: '2023-01-10' })).toBe('none');
    }));

  it('is not known before the register’s first séance of that body', () =>
    asking(history(), (ask) => {
      expect(ask('failedSession', { ...asked, on: '2023-01-09' })).toBeNull();
      expect(ask('failedSession', { ...asked, body: 'bureau' })).toBeNull();
    }));
});
