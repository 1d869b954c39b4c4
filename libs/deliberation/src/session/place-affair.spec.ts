import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { carriedOver, PlaceAffair, placeAffair, type PlaceAffairBody, type Placing } from './place-affair.js';
import {
  and,
  balloted,
  called,
  closed,
  convened,
  decided,
  EVENING,
  notQuorate,
  opened,
  placed,
  postponed,
  seance,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const placing =
  (state: SessionState, body: Partial<PlaceAffairBody> = {}, known: Partial<Placing> = {}) =>
  (despite?: PlaceAffairBody['despite']) =>
    placeAffair(
      state,
      { affair: 'a1', key: null, first: null, ...known },
      new PlaceAffair(CONTEXT, 's', { subject: 'Budget', ...body, despite }),
    );

describe('placing an affair on the agenda', () => {
  it('gives it the next free key, and no order that was not asked for', () => {
    const events = expectRegular(placing(seance(convened(), placed('1'), placed('3'))));
    expect(events).toEqual([
      { type: 'AffairPlacedOnAgenda', data: { affair: 'a1', key: '4', order: null, subject: 'Budget' } },
    ]);
  });

  it('is irregular once the séance is open', () => {
    expectIrregular(placing(seance(convened(), opened())), ['R12.added-during-session']);
  });

  it('refuses an order or a key twice', () => {
    const state = seance(convened(), placed('presbytere', 2));
    expect(codeOf(placing(state, { order: 2 }))).toBe('affair.order-taken');
    expect(codeOf(placing(state, { key: 'presbytere' }))).toBe('affair.key-taken');
    expect(codeOf(placing(state, { order: 3, key: 'budget' }))).toBe('accepted');
  });

  it('is refused without a séance, during a ballot, and after the closing', () => {
    expect(codeOf(placing(seance()))).toBe('unknown-session');
    expect(codeOf(placing(seance(...EVENING, balloted('b', null))))).toBe('ballot.open');
    expect(codeOf(placing(seance(...EVENING, closed)))).toBe('session.closed');
  });
});

describe('an affair of an earlier séance', () => {
  const evening = seance(...EVENING);

  it('comes with its key, where it is free', () => {
    expect(placing(seance(convened()), {}, { key: 'budget' })()[0]?.data).toMatchObject({ key: 'budget' });
    const taken = seance(convened(), placed('budget'));
    expect(placing(taken, {}, { key: 'budget' })()[0]?.data).toMatchObject({ key: '2' });
    expect(codeOf(placing(taken, {}, { affair: 'budget' }))).toBe('affair.placed');
  });

  it('was postponed there, or not come to when it was over', () => {
    expect(carriedOver(and(evening, [postponed('budget')]), 'budget')).toBe('budget');
    expect(carriedOver(and(evening, [closed]), 'budget')).toBe('budget');
    expect(carriedOver(seance(convened(), placed('budget'), notQuorate), 'budget')).toBe('budget');
  });

  it('is refused once it was dealt with, or while it may be', () => {
    const dealt = and(evening, [called('budget'), decided('budget', 'rejected'), closed]);
    expect(codeOf(() => carriedOver(dealt, 'budget'))).toBe('affair.dealt-with');
    expect(codeOf(() => carriedOver(evening, 'budget'))).toBe('affair.on-another-agenda');
    expect(codeOf(() => carriedOver(evening, 'autre'))).toBe('unknown-affair');
  });
});

describe('the agenda of a second convocation', () => {
  const second = seance(convened({ secondConvocation: true, secondConvocationOf: '2024-03-18' }));
  const first = { agenda: [{ affair: 'a9', subject: 'Budget' }] };

  it('is that of the first, by the affair or its words', () => {
    expectRegular(placing(second, {}, { first }));
    expectRegular(placing(second, { subject: 'Budget primitif' }, { first, affair: 'a9' }));
    expectIrregular(placing(second, { subject: 'Voirie' }, { first }), ['R8.agenda']);
    expectRegular(placing(second, { subject: 'Voirie' }, { first: null }));
  });
});
