import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { OpenSession, openSession, type OpenSessionBody } from './open-session.js';
import { and, closed, convened, council, opened, present, seance } from './seance.fixture.js';
import type { SessionState } from './session.js';

const opening =
  (state: SessionState, body: Partial<OpenSessionBody> = {}) =>
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
    expect(codeOf(opening(seance(convened(), opened(), closed)))).toBe('session.already-opened');
  });
});
