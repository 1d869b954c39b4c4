import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { InstallMember, installMember, type InstallMemberBody } from './install-member.js';
import { quorumNow } from './quorum-now.js';
import { RecordArrival, recordArrival } from './record-arrival.js';
import { ResignMember, resignMember } from './resign-member.js';
import { rollNow } from './roll.js';
import {
  and,
  balloted,
  closed,
  convened,
  council,
  EVENING,
  excused,
  opened,
  present,
  proxy,
  seance,
  seat,
} from './seance.fixture.js';
import { roomOf, type SessionState } from './session.js';

type Despite = { rule: string; reason: string }[];
const installing =
  (state: SessionState, ref: string, known: Partial<InstallMemberBody['seat']> = {}) =>
  (despite?: Despite) =>
    installMember(
      state,
      new InstallMember(CONTEXT, 's', { seat: { ref, familyName: ref.toUpperCase(), ...known }, despite }),
    );
const resigning = (state: SessionState, member: string) => (despite?: Despite) =>
  resignMember(state, new ResignMember(CONTEXT, 's', { member, despite }));

describe('a seat that changes hands during the séance', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'));

  it('leaves one fewer in office, then as many, the new member being in the room', () => {
    const fewer = and(evening, expectRegular(resigning(evening, 'hugo')));
    expect(quorumNow(fewer)).toMatchObject({ inOffice: 10, required: 6, present: 7 });
    const after = and(fewer, expectRegular(installing(fewer, 'zoe')));
    expect(quorumNow(after)).toMatchObject({ inOffice: 11, present: 8 });
    expect(roomOf(after).present).toContain('zoe');
    expect(rollNow(after, null, null).seats?.map(({ voter }) => voter)).not.toContain('hugo');
    expect(rollNow(after, null, null).seats).toContainEqual({ seat: 'zoe', voter: 'zoe' });
  });

  it('given up ends the proxy that its holder gave, and leaves idle the one that they bore', () => {
    expect(roomOf(and(evening, resigning(evening, 'ines')())).proxies).toEqual([]);
    expect(roomOf(and(evening, resigning(evening, 'david')())).proxies).toEqual([]);
  });

  it('is no longer theirs who gave it up: they do not come back', () => {
    const after = and(evening, resigning(evening, 'hugo')());
    expect(codeOf(resigning(after, 'hugo'))).toBe('member.resigned');
    const coming = () => recordArrival(after, new RecordArrival(CONTEXT, 's', { member: 'hugo' }));
    expect(codeOf(coming)).toBe('member.resigned');
    expectRegular(installing(after, 'hugo'));
  });

  it('is not counted twice where the number in office is known by the names only', () => {
    const bodyAtSession = council({ inOffice: null });
    const state = seance(
      convened({ bodyAtSession }),
      opened({ bodyAtSession }),
      present('alix', 'basile'),
      excused('chloe'),
    );
    const after = and(state, resigning(state, 'chloe')());
    expect(quorumNow(after)).toMatchObject({ named: 2, requiredIfNamed: 2 });
    expect(quorumNow(and(after, installing(after, 'zoe')()))).toMatchObject({ named: 3 });
  });

  it('is not installed in by someone who sits, during a ballot, or out of a séance', () => {
    expect(codeOf(installing(evening, 'hugo'))).toBe('member.already-sits');
    const voting = and(evening, [balloted('b', null)]);
    expect(codeOf(installing(voting, 'zoe'))).toBe('ballot.open');
    expect(codeOf(resigning(voting, 'hugo'))).toBe('ballot.open');
    expect(codeOf(installing(seance(convened()), 'zoe'))).toBe('session.not-open');
    expect(codeOf(resigning(and(evening, [closed]), 'hugo'))).toBe('session.closed');
    expect(codeOf(resigning(evening, 'zoe'))).toBe('member.unknown');
  });

  it('goes to a substitute only where there are some', () => {
    expectIrregular(installing(evening, 'zoe', { substituteOf: 'ines' }), ['R6.no-substitutes']);
    const epci = council({ authority: { ...council().authority, kind: 'epci' } });
    const state = seance(convened({ bodyAtSession: epci }), opened({ bodyAtSession: epci }), present('alix'));
    expectRegular(installing(state, 'zoe', { substituteOf: 'ines' }));
    expectIrregular(installing(state, 'zoe', { substituteOf: 'alix' }), ['R6.substitute']);
  });

  it('keeps all that is known of its new holder', () => {
    const state = seance(...EVENING);
    const [event] = installing(state, 'zoe', { givenName: 'Zoé', civility: 'Madame' })();
    expect(event?.data).toEqual({
      seat: seat('zoe', { givenName: 'Zoé', civility: 'Madame' }),
      reason: null,
    });
  });
});
