import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { AppointSecretary, appointSecretary } from './appoint-secretary.js';
import { convened, EVENING, opened, seance } from './seance.fixture.js';
import type { SessionEvent, SessionState } from './session.js';

const appointing = (state: SessionState, member: string) => (despite?: { rule: string; reason: string }[]) =>
  appointSecretary(state, new AppointSecretary(CONTEXT, 's', { member, despite }));
const appointed: SessionEvent = { type: 'SecretaryAppointed', data: { member: 'chloe' } };

describe('the secretary', () => {
  it('is someone in the room, and there may be several', () => {
    const state = seance(...EVENING, appointed);
    expect(expectRegular(appointing(state, 'david'))).toEqual([
      { type: 'SecretaryAppointed', data: { member: 'david' } },
    ]);
  });

  it('is not appointed twice', () => {
    expect(appointing(seance(...EVENING, appointed), 'chloe')()).toEqual([]);
  });

  it('who is out of the room is irregular', () => {
    expectIrregular(appointing(seance(...EVENING), 'karima'), ['presence.secretary']);
  });

  it('is refused to a stranger, and out of a séance', () => {
    expect(codeOf(appointing(seance(...EVENING), 'zoe'))).toBe('member.unknown');
    expect(codeOf(appointing(seance(convened()), 'chloe'))).toBe('session.not-open');
    expect(codeOf(appointing(seance(convened(), opened({ attendance: null })), 'chloe'))).toBe('accepted');
  });
});
