import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { PlaceAffair, placeAffair, type PlaceAffairBody } from './place-affair.js';
import { balloted, closed, convened, EVENING, opened, placed, seance } from './seance.fixture.js';
import type { SessionState } from './session.js';

const placing =
  (state: SessionState, body: Partial<PlaceAffairBody> = {}) =>
  (despite?: PlaceAffairBody['despite']) =>
    placeAffair(state, 'a1', new PlaceAffair(CONTEXT, 's', { subject: 'Budget', ...body, despite }));

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
