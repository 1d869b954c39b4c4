import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { convened, EVENING, left, opened, presiding, seance } from './seance.fixture.js';
import type { SessionState } from './session.js';
import { TakeChair, takeChair } from './take-chair.js';

const taking = (state: SessionState, member: string) => (despite?: { rule: string; reason: string }[]) =>
  takeChair(state, new TakeChair(CONTEXT, 's', { member, despite }));

describe('the chair', () => {
  it('is taken by someone in the room', () => {
    expect(expectRegular(taking(seance(...EVENING), 'basile'))).toEqual([presiding('basile')]);
  });

  it('is taken for a reason, where one is told', () => {
    const reason = 'Vote du compte administratif';
    const command = new TakeChair(CONTEXT, 's', { member: 'basile', reason });
    expect(takeChair(seance(...EVENING), command)).toMatchObject([{ data: { reason } }]);
  });

  it('is not taken twice by the same', () => {
    expect(taking(seance(...EVENING), 'alix')()).toEqual([]);
  });

  it('taken by someone out of the room is irregular', () => {
    expectIrregular(taking(seance(...EVENING), 'ines'), ['presence.chair']);
    expectIrregular(taking(seance(...EVENING, left('basile')), 'basile'), ['presence.chair']);
  });

  it('may be taken by anybody who sits while the presence is not known', () => {
    expectRegular(taking(seance(convened(), opened({ attendance: null })), 'ines'));
  });

  it('is refused to a stranger, and out of a séance', () => {
    expect(codeOf(taking(seance(...EVENING), 'zoe'))).toBe('member.unknown');
    expect(codeOf(taking(seance(convened()), 'alix'))).toBe('session.not-open');
  });
});
