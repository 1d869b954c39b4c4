import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { OpenSession, openSession, type OpenSessionBody } from './open-session.js';
import {
  and,
  closed,
  convened,
  council,
  ELEVEN,
  notQuorate,
  opened,
  present,
  seance,
  seat,
  sent,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const opening =
  (state: SessionState, body: Partial<OpenSessionBody> = {}, on: string | null = '2024-03-21') =>
  (despite?: OpenSessionBody['despite']) =>
    openSession(
      state,
      council(),
      new OpenSession(CONTEXT, 's', {
        attendance: [],
        proxies: [],
        movements: [],
        secretaries: [],
        ...body,
        despite,
      }),
      on,
    );

describe('opening a séance', () => {
  it('renews what it takes from its body, and begins its lists', () => {
    expect(expectRegular(opening(seance(convened())))).toEqual([opened()]);
  });

  it('leaves unknown what is not known, and tells every count that the source might have stated', () => {
    const [event] = opening(seance(convened()), { proxies: null, stated: { present: 32 } })();
    expect(event?.data).toMatchObject({
      proxies: null,
      stated: { present: 32, represented: null, quorumReached: null, substitutesPresent: null },
    });
  });

  it('computes the quorum of the attendance taken before, by the body of that day', () => {
    const enough = seance(convened(), present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid'));
    const [event] = expectRegular(opening(enough));
    expect(event?.data).toMatchObject({ quorum: { inOffice: 11, required: 6, present: 6, reached: true } });
    const state = and(enough, [event!]);
    expect(state.openingQuorum).toMatchObject({ reached: true });
    expect(state.attendance).toHaveLength(6);
  });

  it('without quorum is irregular, save after a second convocation', () => {
    const few = present('alix', 'basile');
    expectIrregular(opening(seance(convened(), few)), ['R7.quorum']);
    expectRegular(opening(seance(convened({ secondConvocation: true }), few)));
  });

  it('is refused before it is convened, and twice', () => {
    expect(codeOf(opening(seance()))).toBe('unknown-session');
    expect(codeOf(opening(seance(convened(), opened())))).toBe('session.already-opened');
    expect(codeOf(opening(seance(convened(), opened(), closed)))).toBe('session.closed');
  });
});

describe('opening a séance, and its convocation', () => {
  it('on another day than that of the convocation is irregular; on a day that is not known, nothing is said', () => {
    const [event] = expectIrregular(opening(seance(convened()), {}, '2024-03-22'), ['R12.other-day']);
    expect(event?.data.irregularities?.[0]?.found).toContain(
      '21 mars 2024 et non pour le vendredi 22 mars 2024',
    );
    expectRegular(opening(seance(convened()), {}, null));
  });

  it('is irregular where a titular member was not convened', () => {
    const first = sent({ recipients: ELEVEN.slice(0, 9) });
    const [event] = expectIrregular(opening(seance(convened(), first)), ['R12.recipients']);
    expect(event?.data.irregularities?.[0]?.found).toContain('JULES, KARIMA');
    const second = sent({ recipients: ['jules', 'karima'] });
    expectRegular(opening(seance(convened(), first, second)));
  });

  it('does not know whom a convocation reached whose recipients are not said', () => {
    expectRegular(opening(seance(convened(), sent({ recipients: ['alix'] }), sent({ recipients: null }))));
  });

  it('does not ask that a substitute was convened', () => {
    const bodyAtSession = council({
      seats: [seat('alix'), seat('bea', { substituteOf: 'alix' })],
      inOffice: 1,
    });
    const state = seance(convened({ bodyAtSession }), sent({ recipients: ['alix'] }));
    const none = { attendance: [] as [], proxies: [] as [], movements: [] as [], secretaries: [] as [] };
    expect(openSession(state, bodyAtSession, new OpenSession(CONTEXT, 's', none), '2024-03-21')).toHaveLength(
      1,
    );
  });

  it('that could not be held for want of a quorum is refused', () => {
    expect(codeOf(opening(seance(convened(), notQuorate)))).toBe('session.not-quorate');
  });
});
