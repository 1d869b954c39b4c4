import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { castVote, CastVote } from '../ballot/cast-vote.js';
import { voting, votingOpened } from '../ballot/voting.fixture.js';
import { OpenBallot, openBallot } from './open-ballot.js';
import { RecuseMember, recuseMember, type RecuseMemberBody } from './recuse-member.js';
import { rollNow } from './roll.js';
import {
  and,
  arrived,
  balloted,
  called,
  closed,
  convened,
  decided,
  EVENING,
  left,
  placed,
  presiding,
  proxy,
  recused,
  seance,
} from './seance.fixture.js';
import { recusalsOf, type SessionState } from './session.js';

const recusing =
  (state: SessionState, member: string, known: Partial<RecuseMemberBody> = {}, affair = 'budget') =>
  (despite?: RecuseMemberBody['despite']) =>
    recuseMember(state, new RecuseMember(CONTEXT, 's', affair, { member, ...known, despite }));

describe('a recusal', () => {
  const evening = seance(...EVENING);

  it('is told before the affair is discussed, and while it is', () => {
    const [event] = expectRegular(recusing(evening, 'david', { ground: 'personal-interest', left: true }));
    expect(event).toEqual({
      type: 'MemberRecused',
      data: { affair: 'budget', member: 'david', ground: 'personal-interest', left: true, note: null },
    });
    expectRegular(recusing(and(evening, [called('budget')]), 'david'));
  });

  it('leaves unknown what is not said', () => {
    expect(recusing(evening, 'david')()).toEqual([recused('budget', 'david')]);
  });

  it('is told once, and holds as it was told last', () => {
    const told = and(evening, [recused('budget', 'david')]);
    expect(recusing(told, 'david')()).toEqual([]);
    const again = and(told, recusing(told, 'david', { left: true })());
    expect(recusalsOf(again, 'budget')).toEqual([{ member: 'david', ground: null, left: true, note: null }]);
  });

  it('is impossible while a ballot is open, and once the affair is dealt with', () => {
    expect(codeOf(recusing(and(evening, [called('budget'), balloted('b', 'budget')]), 'david'))).toBe(
      'ballot.open',
    );
    const dealt = and(evening, [called('budget'), decided('budget', 'adopted')]);
    expect(codeOf(recusing(dealt, 'david'))).toBe('affair.dealt-with');
  });

  it('is refused to a stranger, of an affair that is not on the agenda, and out of a séance', () => {
    expect(codeOf(recusing(evening, 'zoe'))).toBe('member.unknown');
    expect(codeOf(recusing(evening, 'david', {}, 'autre'))).toBe('unknown-affair');
    expect(codeOf(recusing(seance(convened(), placed('budget')), 'david'))).toBe('session.not-open');
    expect(codeOf(recusing(and(evening, [closed]), 'david'))).toBe('session.closed');
  });
});

describe('a ballot over which a recused member presides', () => {
  const opening = (state: SessionState, affair: string | null) => (despite?: RecuseMemberBody['despite']) =>
    openBallot(state, 'b', new OpenBallot(CONTEXT, 's', { affair, method: null, despite }));
  const evening = seance(...EVENING, called('budget'), recused('budget', 'alix'));

  it('is irregular', () => {
    expectIrregular(opening(evening, 'budget'), ['R19.chair']);
  });

  it('is not, once another has taken the chair, nor on another question', () => {
    expectRegular(opening(and(evening, [presiding('basile')]), 'budget'));
    expectRegular(opening(evening, null));
    expectRegular(opening(and(evening, [called('route')]), 'route'));
  });
});

describe('a vote that may not be cast', () => {
  const evening = seance(...EVENING, proxy('ines', 'david'), called('budget'));
  /** The vote of a seat in a ballot on the budget, opened as the room is then. */
  const voteOf = (state: SessionState, seat: string, voter?: string): string => {
    const roll = rollNow(state, 'budget', null);
    const out = recusalsOf(state, 'budget')?.map(({ member }) => member) ?? null;
    const ballot = voting(votingOpened(roll, null, 'show-of-hands', null, out));
    const body = { seat, choice: 'for' as const, ...(voter === undefined ? {} : { voter }) };
    return codeOf(() => castVote(ballot, new CastVote(CONTEXT, 'b', body)));
  };

  it('is that of a member who keeps out of the affair, by the member or for a giver', () => {
    const state = and(evening, [recused('budget', 'david', { left: false })]);
    expect(voteOf(state, 'david')).toBe('R19.recused');
    expect(voteOf(state, 'ines', 'david')).toBe('R19.recused');
    expect(voteOf(state, 'alix')).toBe('accepted');
  });

  it('is that of a member who is absent', () => {
    expect(voteOf(evening, 'karima')).toBe('vote.not-on-roll');
    expect(voteOf(evening, 'jules')).toBe('vote.not-on-roll');
  });

  it('is that of a giver through a bearer who is out, until the bearer is back', () => {
    const out = and(evening, [left('david')]);
    expect(voteOf(out, 'ines', 'david')).toBe('vote.not-on-roll');
    expect(voteOf(and(out, [arrived('david')]), 'ines', 'david')).toBe('accepted');
  });

  it('is that of a giver who came, cast by the bearer', () => {
    const come = and(evening, [arrived('ines')]);
    expect(voteOf(come, 'ines', 'david')).toBe('R10.not-the-bearer');
    expect(voteOf(come, 'ines')).toBe('accepted');
  });
});
