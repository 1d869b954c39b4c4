import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { CallAffair, callAffair, type CallAffairBody } from './call-affair.js';
import {
  and,
  arrived,
  balloted,
  called,
  closed,
  convened,
  council,
  decided,
  EVENING,
  excused,
  left,
  opened,
  placed,
  present,
  seance,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const calling =
  (state: SessionState, affair = 'budget', body: Partial<CallAffairBody> = {}) =>
  (despite?: CallAffairBody['despite']) =>
    callAffair(state, new CallAffair(CONTEXT, 's', affair, { recusals: [], ...body, despite }));

describe('calling an affair', () => {
  const evening = seance(...EVENING);
  const three = [left('alix'), left('basile'), left('chloe')];

  it('checks the quorum, with its arithmetic', () => {
    const [event] = expectRegular(calling(evening));
    expect(event).toMatchObject({
      type: 'AffairCalled',
      data: {
        affair: 'budget',
        recusals: [],
        stated: null,
        quorum: { required: 6, present: 8, reached: true },
      },
    });
  });

  it('without the quorum is irregular', () => {
    const [event] = expectIrregular(calling(and(evening, three)), ['R7.quorum']);
    expect(event?.data).toMatchObject({
      quorum: { present: 5, reached: false },
      irregularities: [
        { found: 'Le quorum n’est pas atteint : 6 (11 membres en exercice), non atteint avec 5 présents.' },
      ],
    });
  });

  it('is judged when it is called: a departure afterwards does not undo it, the next affair meets it', () => {
    const after = and(evening, [called('budget'), ...three]);
    expect(after.affairs[0]?.called?.quorum.reached).toBe(true);
    expectIrregular(calling(after, 'route'), ['R7.quorum']);
    expectRegular(calling(and(after, [arrived('ines')]), 'route'));
  });

  it('needs no quorum after a second convocation', () => {
    const second = seance(convened({ secondConvocation: true }), ...EVENING.slice(1), ...three);
    expectRegular(calling(second));
  });

  it('is never hindered by what is not known', () => {
    const bodyAtSession = council({ inOffice: null });
    const seven = present('alix', 'basile', 'chloe', 'david', 'elsa', 'farid', 'gaelle');
    const known = [convened({ bodyAtSession }), placed('budget'), opened({ bodyAtSession })];
    expectRegular(calling(seance(...known, seven, excused('ines', 'jules'))));
    expectRegular(calling(seance(convened(), placed('budget'), opened({ attendance: null }))));
  });

  it('with the members in office unknown is irregular once too few of those named are there', () => {
    const bodyAtSession = council({ inOffice: null });
    const known = [convened({ bodyAtSession }), placed('budget'), opened({ bodyAtSession })];
    expectIrregular(calling(seance(...known, present('alix'), excused('ines', 'jules'))), ['R7.quorum']);
  });

  it('keeps what the source states there, and judges by it where nobody is named', () => {
    const unnamed = seance(convened(), placed('budget'), opened({ attendance: null }));
    const stated = { present: 5, quorumReached: true };
    const [event] = expectIrregular(calling(unnamed, 'budget', { stated }), ['R7.quorum']);
    expect(event?.data).toMatchObject({ stated: { present: 5, quorumReached: true, voters: null } });
  });

  it('is refused twice, once dealt with, off the agenda, during a ballot, out of a séance', () => {
    const discussing = and(evening, [called('budget')]);
    expect(codeOf(calling(discussing))).toBe('affair.already-called');
    expect(codeOf(calling(and(discussing, [decided('budget', 'adopted')])))).toBe('affair.dealt-with');
    expect(codeOf(calling(evening, 'autre'))).toBe('unknown-affair');
    expect(codeOf(calling(and(evening, [balloted('b', null)])))).toBe('ballot.open');
    expect(codeOf(calling(and(evening, [closed])))).toBe('session.closed');
    expect(codeOf(calling(seance(convened(), placed('budget'))))).toBe('session.not-open');
  });
});
