import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { GiveProxy, giveProxy, type GiveProxyBody } from './give-proxy.js';
import {
  and,
  arrived,
  closed,
  convened,
  council,
  EVENING,
  excused,
  left,
  opened,
  present,
  proxy,
  seance,
} from './seance.fixture.js';
import { roomOf, type SessionState } from './session.js';

const giving =
  (state: SessionState, giver: string, bearer: string | null, known: Partial<GiveProxyBody> = {}) =>
  (despite?: GiveProxyBody['despite']) =>
    giveProxy(state, null, new GiveProxy(CONTEXT, 's', { giver, bearer, ...known, despite }));

describe('a proxy for the fourth séance in a row', () => {
  const again =
    (
      reasons: readonly GiveProxyBody['reason'][],
      { date = '2024-03-21', ...known }: Partial<GiveProxyBody> & { date?: string } = {},
      bodyAtSession = council(),
    ) =>
    (despite?: GiveProxyBody['despite']) => {
      const state = seance(convened({ date, bodyAtSession }));
      const earlier = reasons.map((reason) => ({ date: '2024-01-10', reason: reason ?? null }));
      const body = { giver: 'ines', bearer: 'david', ...known, despite };
      return giveProxy(state, earlier, new GiveProxy(CONTEXT, 's', body));
    };

  it('is irregular, whoever bears it', () => {
    expectIrregular(again([null, 'other', null]), ['R10.three-sessions']);
    expectRegular(again([null, null]));
  });

  it('is not, where illness lifts the limit: this time, or among the three', () => {
    expectRegular(again([null, null, null], { reason: 'illness' }));
    expectRegular(again([null, 'illness', null]));
  });

  it('is not for maternity since the end of 2025, and was before', () => {
    expectIrregular(again([null, null, null], { reason: 'maternity', date: '2025-12-23' }), [
      'R10.three-sessions',
    ]);
    expectRegular(again([null, null, null], { reason: 'maternity', date: '2025-12-24' }));
  });

  it('has no limit in a department, where it holds for its meeting', () => {
    const departement = council({ authority: { ...council().authority, kind: 'departement' } });
    expectRegular(again([null, null, null], {}, departement));
  });
});

describe('a proxy', () => {
  const evening = seance(...EVENING);

  it('is given by someone out of the room to someone in it', () => {
    expect(expectRegular(giving(evening, 'ines', 'david', { reason: 'illness' }))).toEqual([
      { type: 'ProxyGiven', data: { giver: 'ines', bearer: 'david', givenOn: null, reason: 'illness' } },
    ]);
  });

  it('may be borne by someone whom the source does not name', () => {
    expectRegular(giving(and(evening, [proxy('jules', null)]), 'ines', null));
  });

  it('given while in the room is irregular', () => {
    expectIrregular(giving(evening, 'hugo', 'david'), ['R10.giver-absent']);
  });

  it('borne by someone out of the room is irregular', () => {
    expectIrregular(giving(evening, 'ines', 'jules'), ['R10.bearer-present']);
    expectIrregular(giving(and(evening, [left('david')]), 'ines', 'david'), ['R10.bearer-present']);
  });

  it('given twice is irregular, to the same bearer too', () => {
    const given = and(evening, [proxy('ines', 'david')]);
    expectIrregular(giving(given, 'ines', 'elsa'), ['R10.one-per-giver']);
    expectIrregular(giving(given, 'ines', 'david'), ['R10.one-per-giver']);
  });

  it('that is a second one to its bearer is irregular', () => {
    const given = and(evening, [proxy('ines', 'david')]);
    const [event] = expectIrregular(giving(given, 'jules', 'david'), ['R10.one-per-bearer']);
    expect(event?.data).toMatchObject({
      irregularities: [
        { found: 'DAVID porte déjà 1 pouvoir, le maximum ce jour-là (L2121-20, L3121-16, L4132-15).' },
      ],
    });
  });

  it('that breaks several rules names them all', () => {
    const given = and(evening, [proxy('ines', 'david'), left('david')]);
    expectIrregular(giving(given, 'hugo', 'david'), [
      'R10.giver-absent',
      'R10.bearer-present',
      'R10.one-per-bearer',
    ]);
  });

  it('was one of two that a bearer might bear in a Covid window', () => {
    const covid = seance(convened({ date: '2020-12-01' }), ...EVENING.slice(1), proxy('ines', 'david'));
    expectRegular(giving(covid, 'jules', 'david'));
    expectIrregular(giving(and(covid, [proxy('jules', 'david')]), 'karima', 'david'), ['R10.one-per-bearer']);
  });

  it('that ended with its giver’s arrival hinders no other, of the giver’s or to the bearer', () => {
    const come = and(evening, [proxy('ines', 'david'), arrived('ines')]);
    expectRegular(giving(come, 'jules', 'david'));
    expectRegular(giving(and(come, [left('ines')]), 'ines', 'elsa'));
  });

  it('may be given before the opening, and is in force once the séance is open', () => {
    const before = seance(convened());
    const [event] = expectRegular(giving(before, 'ines', 'david'));
    const listed = [...present('alix', 'david'), ...excused('ines')];
    const open = and(before, [event!, ...listed, opened()]);
    expect(roomOf(open).proxies).toEqual([proxy('ines', 'david').data]);
    expect(open.proxies).toHaveLength(1);
  });

  it('is taken as it is given while the presence is not known', () => {
    expectRegular(giving(seance(convened(), opened({ attendance: null })), 'ines', 'david'));
  });

  it('is refused to oneself, from and to strangers, and out of a séance', () => {
    expect(codeOf(giving(evening, 'ines', 'ines'))).toBe('R10.giver-is-bearer');
    expect(codeOf(giving(evening, 'zoe', 'david'))).toBe('member.unknown');
    expect(codeOf(giving(evening, 'ines', 'zoe'))).toBe('member.unknown');
    expect(codeOf(giving(and(evening, [closed]), 'ines', 'david'))).toBe('session.closed');
    expect(codeOf(giving(seance(), 'ines', 'david'))).toBe('unknown-session');
  });
});
