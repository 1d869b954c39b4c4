import { codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { RevokeProxy, revokeProxy } from './revoke-proxy.js';
import { rollNow } from './roll.js';
import { and, arrived, balloted, closed, convened, EVENING, proxy, seance } from './seance.fixture.js';
import { roomOf, type SessionState } from './session.js';

const revoking = (state: SessionState, giver: string, reason?: string) => (despite?: never[]) =>
  revokeProxy(state, new RevokeProxy(CONTEXT, 's', giver, { reason: reason ?? null, despite }));

describe('a proxy that is revoked', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'));

  it('ends: the giver is no longer voted for, and it stays told that it was given', () => {
    const events = expectRegular((despite) =>
      revoking(evening, 'ines', 'courriel reçu')(despite as never[] | undefined),
    );
    expect(events).toEqual([{ type: 'ProxyRevoked', data: { giver: 'ines', reason: 'courriel reçu' } }]);
    const after = and(evening, events);
    expect(roomOf(after).proxies).toEqual([]);
    expect(rollNow(after, null, null).seats?.some(({ seat }) => seat === 'ines')).toBe(false);
    expect(after.proxies).toHaveLength(1);
    expect(roomOf(and(after, [proxy('ines', 'elsa')])).proxies).toHaveLength(1);
  });

  it('may be so before the opening, and while a ballot is open, whose roll stays as it was', () => {
    expect(codeOf(revoking(seance(convened(), proxy('ines', 'david')), 'ines'))).toBe('accepted');
    const voting = and(evening, [balloted('b', null)]);
    const after = and(voting, revoking(voting, 'ines')());
    expect(after.ballots[0]?.roll.seats).toContainEqual({ seat: 'ines', voter: 'david' });
  });

  it('is one that stands: not one that was never given, was revoked, or ended with an arrival', () => {
    expect(codeOf(revoking(evening, 'jules'))).toBe('proxy.none');
    expect(codeOf(revoking(and(evening, revoking(evening, 'ines')()), 'ines'))).toBe('proxy.none');
    expect(codeOf(revoking(and(evening, [arrived('ines')]), 'ines'))).toBe('proxy.none');
    expect(codeOf(revoking(and(evening, [closed]), 'ines'))).toBe('session.closed');
  });
});
