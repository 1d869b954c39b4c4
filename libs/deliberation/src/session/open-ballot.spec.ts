import { codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { OpenBallot, openBallot, type OpenBallotBody } from './open-ballot.js';
import { and, balloted, called, closed, decided, EVENING, left, proxy, seance } from './seance.fixture.js';
import type { SessionState } from './session.js';

const opening =
  (state: SessionState, body: Partial<OpenBallotBody> = {}) =>
  (despite?: OpenBallotBody['despite']) =>
    openBallot(
      state,
      'b1',
      new OpenBallot(CONTEXT, 's', { affair: 'budget', method: 'show-of-hands', ...body, despite }),
    );

describe('opening a ballot', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'), called('budget'));

  it('freezes the roll: whoever leaves afterwards stays on it', () => {
    const [event] = expectRegular(opening(evening));
    expect(event).toMatchObject({
      type: 'BallotOpened',
      data: { ballot: 'b1', affair: 'budget', candidates: null, round: null, roll: { size: 9, exact: true } },
    });
    const later = and(evening, [event!, left('david')]);
    expect(later.ballots[0]?.roll.seats).toContainEqual({ seat: 'ines', voter: 'david' });
  });

  it('of the séance itself needs no affair', () => {
    const [event] = expectRegular(opening(seance(...EVENING), { affair: null, question: 'Mode de scrutin' }));
    expect(event?.data).toMatchObject({ affair: null, question: 'Mode de scrutin' });
  });

  it('takes candidates, members or not', () => {
    const [event] = opening(evening, { candidates: [{ member: 'alix' }, { name: 'Liste B' }] })();
    expect(event?.data).toMatchObject({
      candidates: [
        { member: 'alix', name: null },
        { member: null, name: 'Liste B' },
      ],
    });
  });

  it('refuses a candidate who is nobody, both, a stranger, or named twice', () => {
    const standing = (...candidates: NonNullable<OpenBallotBody['candidates']>) =>
      codeOf(opening(evening, { candidates }));
    expect(standing({})).toBe('candidate.member-or-name');
    expect(standing({ member: 'alix', name: 'Liste A' })).toBe('candidate.member-or-name');
    expect(standing({ member: 'zoe' })).toBe('member.unknown');
    expect(standing({ member: 'alix' }, { name: 'B' }, { member: 'alix' })).toBe('candidate.twice');
  });

  it('is refused while another is open, on an affair not under discussion, out of a séance', () => {
    expect(codeOf(opening(and(evening, [balloted('b0', null)])))).toBe('ballot.open');
    expect(codeOf(opening(evening, { affair: 'route' }))).toBe('affair.not-called');
    expect(codeOf(opening(evening, { affair: 'autre' }))).toBe('unknown-affair');
    expect(codeOf(opening(and(evening, [decided('budget', 'adopted')])))).toBe('affair.dealt-with');
    expect(codeOf(opening(and(evening, [closed])))).toBe('session.closed');
  });
});
