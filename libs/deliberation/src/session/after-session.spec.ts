import type { AuthorityKind } from '../authority/authority.js';
import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { PostList, postList, type PostListBody } from './post-list.js';
import { PublishMinutes, publishMinutes, type PublishMinutesBody } from './publish-minutes.js';
import { and, closed, convened, council, opened, seance } from './seance.fixture.js';
import type { SessionEvent, SessionState } from './session.js';
import { SettleMinutes, settleMinutes, type SettleMinutesBody } from './settle-minutes.js';

const held = (date = '2024-03-21', kind: AuthorityKind | null = 'commune'): SessionState => {
  const bodyAtSession = council({ authority: { ...council().authority, kind } });
  return seance(convened({ date, bodyAtSession }), opened({ bodyAtSession }), closed);
};

const posting = (state: SessionState, on: string | null) => (despite?: PostListBody['despite']) =>
  postList(state, new PostList(CONTEXT, 's', { on, despite }));

const settling =
  (state: SessionState, body: Partial<SettleMinutesBody> = {}) =>
  (despite?: SettleMinutesBody['despite']) => {
    const unknown = { on: null, session: null, text: null, signedBy: null };
    const command = new SettleMinutes(CONTEXT, 's', { ...unknown, ...body, despite });
    return settleMinutes(state, command.body.text, command);
  };

const publishing = (state: SessionState, on: string | null) => (despite?: PublishMinutesBody['despite']) =>
  publishMinutes(state, new PublishMinutes(CONTEXT, 's', { on, despite }));

const settled = (on: string | null): SessionEvent => ({
  type: 'MinutesSettled',
  data: { on, session: null, text: null, signedBy: null },
});

describe('the list of the deliberations', () => {
  it('is posted within the week after the séance', () => {
    expect(expectRegular(posting(held(), '2024-03-28'))).toEqual([
      { type: 'ListPosted', data: { on: '2024-03-28' } },
    ]);
    const [late] = expectIrregular(posting(held(), '2024-03-29'), ['R23.list-late']);
    expect(late?.data).toMatchObject({ on: '2024-03-29' });
  });

  it('was a summary, posted within eight days, until June 2022', () => {
    expectRegular(posting(held('2022-06-30'), '2022-07-08'));
    expectIrregular(posting(held('2022-06-30'), '2022-07-09'), ['R23.list-late']);
    expectIrregular(posting(held('2022-07-01'), '2022-07-09'), ['R23.list-late']);
  });

  it('has no day by which it is due where no rule is known, nor one that is late when its day is not', () => {
    expectRegular(posting(held('2024-03-21', 'departement'), '2024-12-31'));
    expectRegular(posting(held('2024-03-21', null), '2024-12-31'));
    expectRegular(posting(held(), null));
  });

  it('posted before the séance is irregular', () => {
    expectIrregular(posting(held(), '2024-03-20'), ['R23.order']);
  });

  it('is posted once, of a séance that is closed', () => {
    const posted = and(held(), [{ type: 'ListPosted', data: { on: null } }]);
    expect(codeOf(posting(posted, null))).toBe('list.posted');
    expect(codeOf(posting(seance(convened(), opened()), null))).toBe('session.not-closed');
    expect(codeOf(posting(seance(), null))).toBe('unknown-session');
  });
});

describe('the minutes', () => {
  it('are settled by a later séance, and say who signed', () => {
    const body = { on: '2024-05-16', session: 's2', text: 'Procès-verbal', signedBy: ['alix'] };
    expect(expectRegular(settling(held(), body))).toEqual([{ type: 'MinutesSettled', data: body }]);
    expectIrregular(settling(held(), { on: '2024-03-20' }), ['R23.order']);
  });

  it('are not settled twice, by their own séance, nor signed by a stranger', () => {
    expect(codeOf(settling(and(held(), [settled(null)])))).toBe('minutes.settled');
    expect(codeOf(settling(held(), { session: 's' }))).toBe('minutes.same-session');
    expect(codeOf(settling(held(), { signedBy: ['zoe'] }))).toBe('member.unknown');
    expect(codeOf(settling(seance(convened(), opened())))).toBe('session.not-closed');
  });

  it('are put online within the week after they are settled', () => {
    const state = and(held(), [settled('2024-05-16')]);
    expect(expectRegular(publishing(state, '2024-05-23'))).toEqual([
      { type: 'MinutesPublished', data: { on: '2024-05-23' } },
    ]);
    expectIrregular(publishing(state, '2024-05-24'), ['R23.minutes-late']);
    expectRegular(publishing(state, null));
    expectRegular(publishing(and(held('2022-06-30'), [settled('2022-07-10')]), '2022-12-31'));
  });

  it('put online before they are settled, or without, are irregular', () => {
    expectIrregular(publishing(held(), '2024-05-16'), ['R23.order']);
    expectIrregular(publishing(and(held(), [settled('2024-05-16')]), '2024-05-15'), ['R23.order']);
    expectRegular(publishing(and(held(), [settled(null)]), '2024-05-15'));
  });

  it('are put online once', () => {
    const published = and(held(), [settled(null), { type: 'MinutesPublished', data: { on: null } }]);
    expect(codeOf(publishing(published, null))).toBe('minutes.published');
  });
});
