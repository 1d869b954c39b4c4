import { answerTo, codeOf, expectRegular } from '../given.fixture.js';
import type { Roll } from './tally.js';
import { cast, casting, counting, TEN_SEATS, voting, votingClosed, votingOpened } from './voting.fixture.js';

describe('a vote', () => {
  const open = voting(votingOpened());

  it('is cast by the seat, once', () => {
    expect(expectRegular(casting(open, 'alix'))).toEqual([cast('alix', 'for')]);
    expect(codeOf(casting(voting(votingOpened(), cast('alix', 'for')), 'alix', 'against'))).toBe(
      'vote.twice',
    );
  });

  it('by proxy is cast by the bearer, and by nobody else', () => {
    expect(casting(open, 'ines')()).toEqual([
      { type: 'VoteCast', data: { seat: 'ines', voter: 'david', choice: 'for' } },
    ]);
    expect(codeOf(casting(open, 'ines', 'for', 'ines'))).toBe('R10.not-the-bearer');
    expect(codeOf(casting(open, 'alix', 'for', 'basile'))).toBe('R10.not-the-bearer');
  });

  it('by proxy of an unknown bearer is cast by whoever says so', () => {
    expect(casting(open, 'jules')()).toMatchObject([{ data: { voter: null } }]);
    expect(casting(open, 'jules', 'for', 'elsa')()).toMatchObject([{ data: { voter: 'elsa' } }]);
  });

  it('of a seat that is not on the roll is impossible', () => {
    expect(answerTo(casting(open, 'karima'))).toEqual({
      kind: 'impossible',
      code: 'vote.not-on-roll',
      rules: ['vote.not-on-roll'],
    });
    expect(codeOf(casting(open, 'toString'))).toBe('vote.not-on-roll');
  });

  it('is refused once the ballot is closed or counted, where it elects, and where there is none', () => {
    expect(codeOf(casting(voting(votingOpened(), votingClosed), 'alix'))).toBe('ballot.closed');
    const counted = voting(votingOpened(), ...counting(open, { counts: { for: 9 } })());
    expect(codeOf(casting(counted, 'alix'))).toBe('ballot.counted');
    const electing = voting(votingOpened(TEN_SEATS, [{ member: 'alix', name: null }]));
    expect(codeOf(casting(electing, 'alix'))).toBe('ballot.for-candidates');
    expect(codeOf(casting(voting(), 'alix'))).toBe('unknown-ballot');
  });

  describe('on a roll that does not name all its seats', () => {
    const two: Roll = { seats: [{ seat: 'alix', voter: 'alix' }], size: 2, exact: true };

    it('may be that of a seat which is not named, up to the size of the roll', () => {
      const [vote] = casting(voting(votingOpened(two)), 'karima')();
      expect(vote?.data).toEqual({ seat: 'karima', voter: null, choice: 'for' });
      const full = voting(votingOpened(two), cast('karima', 'for'), cast('jules', 'against'));
      expect(codeOf(casting(full, 'alix'))).toBe('R14.above-roll');
    });

    it('has no other limit while the size is not known', () => {
      const unknown: Roll = { ...two, size: null, exact: false };
      const state = voting(votingOpened(unknown), cast('karima', 'for'), cast('jules', 'against'));
      expect(codeOf(casting(state, 'ines'))).toBe('accepted');
      const nobody: Roll = { seats: null, size: 1, exact: true };
      expect(codeOf(casting(voting(votingOpened(nobody), cast('alix', 'for')), 'ines'))).toBe(
        'R14.above-roll',
      );
    });
  });
});
