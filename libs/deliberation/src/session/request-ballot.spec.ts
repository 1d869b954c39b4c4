import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { RequestBallot, requestBallot, type RequestBallotBody } from './request-ballot.js';
import {
  and,
  called,
  council,
  convened,
  decided,
  EVENING,
  opened,
  placed,
  present,
  seance,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const asking =
  (state: SessionState, body: Partial<RequestBallotBody>) => (despite?: RequestBallotBody['despite']) =>
    requestBallot(
      state,
      new RequestBallot(CONTEXT, 's', {
        affair: 'budget',
        method: 'secret',
        requestedBy: null,
        count: null,
        ...body,
        despite,
      }),
    );

// Eight are present: a secret ballot is asked by three, a roll call by two.
describe('a request for a manner of voting', () => {
  const evening = seance(...EVENING, called('budget'));

  it('is that of a third of those present for the secret, of a quarter for a roll call', () => {
    const [event] = expectRegular(asking(evening, { requestedBy: ['alix', 'basile', 'chloe'] }));
    expect(event).toEqual({
      type: 'BallotRequested',
      data: {
        affair: 'budget',
        method: 'secret',
        requestedBy: ['alix', 'basile', 'chloe'],
        count: null,
        sufficient: true,
      },
    });
    expectIrregular(asking(evening, { count: 2 }), ['R16.requesters']);
    expectRegular(asking(evening, { method: 'roll-call', count: 2 }));
    expectIrregular(asking(evening, { method: 'roll-call', count: 1 }), ['R16.requesters']);
  });

  it('counts those who are present only', () => {
    const [event] = expectIrregular(asking(evening, { requestedBy: ['alix', 'basile', 'ines'] }), [
      'R16.requesters',
    ]);
    expect(event?.data).toMatchObject({
      sufficient: false,
      irregularities: [{ found: expect.stringContaining('2 demandeur(s) présent(s), 3 requis') }],
    });
  });

  it('of another number than are named is irregular', () => {
    const requestedBy = ['alix', 'basile', 'chloe'];
    expectIrregular(asking(evening, { requestedBy, count: 4 }), ['R16.requesters-count']);
    expectRegular(asking(evening, { requestedBy, count: 3 }));
  });

  it('is taken where nobody knows how many asked, or who is present, or by what rule', () => {
    expect(expectRegular(asking(evening, {}))[0]?.data).toMatchObject({ sufficient: null });
    const unnamed = seance(convened(), placed('budget'), opened({ attendance: null }), called('budget'));
    expect(expectRegular(asking(unnamed, { count: 1 }))[0]?.data).toMatchObject({ sufficient: null });
    const region = council({ authority: { ...council().authority, kind: 'region' } });
    const regional = seance(
      convened({ bodyAtSession: region }),
      placed('budget'),
      opened({ bodyAtSession: region }),
      present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle'),
      called('budget'),
    );
    expect(expectRegular(asking(regional, { count: 1 }))[0]?.data).toMatchObject({ sufficient: null });
    expectIrregular(asking(regional, { method: 'roll-call', count: 1 }), ['R16.requesters']);
    expectRegular(asking(regional, { method: 'roll-call', count: 2 }));
  });

  it('may be for the séance’s own ballots, and not for an affair that is dealt with', () => {
    expectRegular(asking(evening, { affair: null, count: 3 }));
    expect(codeOf(asking(and(evening, [decided('budget', 'adopted')]), {}))).toBe('affair.dealt-with');
    expect(codeOf(asking(evening, { requestedBy: ['zoe'] }))).toBe('member.unknown');
  });
});
