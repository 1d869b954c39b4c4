import { codeOf, CONTEXT, expectRegular } from '../given.fixture.js';
import { cast, casting, voting, votingClosed, votingOpened } from '../ballot/voting.fixture.js';
import { DecideAffair, decideAffair } from './decide-affair.js';
import { VoidBallot, voidBallot, voidVoting } from './void-ballot.js';
import {
  and,
  balloted,
  called,
  closed,
  decided,
  EVENING,
  seance,
  unballoted,
  voided,
} from './seance.fixture.js';
import type { SessionState } from './session.js';

const command = (despite?: VoidBallot['body']['despite']) =>
  new VoidBallot(CONTEXT, 's', 'b1', { reason: 'Panne du vote électronique', despite });
const voiding = (state: SessionState) => (despite?: VoidBallot['body']['despite']) =>
  voidBallot(state, command(despite));

describe('a ballot that is declared void', () => {
  const held = seance(...EVENING, called('budget'), balloted('b1', 'budget'), unballoted('b1'));

  it('while it is open keeps its votes and takes no more', () => {
    const open = voting(votingOpened(), cast('alix', 'for'));
    const events = expectRegular((despite) => voidVoting(open, command(despite)));
    expect(events).toEqual([{ type: 'VotingVoided', data: { reason: 'Panne du vote électronique' } }]);
    const stopped = voting(votingOpened(), cast('alix', 'for'), ...events);
    expect(stopped.votes).toEqual({ alix: 'for' });
    expect(codeOf(casting(stopped, 'basile'))).toBe('ballot.void');
    expect(codeOf(() => voidVoting(stopped, command()))).toBe('ballot.void');
    expect(codeOf(() => voidVoting(voting(votingOpened(), votingClosed), command()))).toBe('ballot.closed');
  });

  it('once closed decides nothing any more, and another may be held', () => {
    const [event] = expectRegular(voiding(held));
    const after = and(held, [event!]);
    const decide = (decidingBallots?: string[]) => () =>
      decideAffair(
        after,
        null,
        new DecideAffair(CONTEXT, 's', 'budget', {
          outcome: 'adopted',
          ...(decidingBallots === undefined ? {} : { decidingBallots }),
        }),
      );
    expect(codeOf(decide(['b1']))).toBe('decision.not-its-ballot');
    expect(decide()()).toMatchObject([{ data: { decidingBallots: null } }]);
    const again = and(after, [balloted('b2', 'budget'), unballoted('b2')]);
    expect(again.openBallot).toBeNull();
  });

  it('is not one already void, of an affair dealt with, of a closed séance, or unknown', () => {
    expect(codeOf(voiding(and(held, [voided('b1')])))).toBe('ballot.void');
    expect(codeOf(voiding(and(held, [decided('budget', 'adopted')])))).toBe('affair.dealt-with');
    expect(codeOf(voiding(and(held, [closed])))).toBe('session.closed');
    expect(codeOf(voiding(seance(...EVENING)))).toBe('unknown-ballot');
  });

  it('was the open one: the séance goes on', () => {
    const open = seance(...EVENING, called('budget'), balloted('b1', 'budget'));
    expect(and(open, [voided('b1')]).openBallot).toBeNull();
  });
});
