import { History } from '../history.js';
import { asking } from '../projected.fixture.js';

describe('the votes of an open ballot', () => {
  const balloted = () =>
    new History()
      .convened('s1')
      .placed('s1', 'a1', 1, 'Budget')
      .opened('s1')
      .called('s1', 'a1')
      .ballotOpened('s1', 'a1', 'b1');

  it('are told on the board as they come, with what they would give', () =>
    asking(
      balloted()
        .votingOpened('s1', 'a1', 'b1')
        .add('ballot', 'b1', 'VoteCast', { seat: 'tanguy', voter: 'tanguy', choice: 'against' }),
      (ask) =>
        expect(ask('sessionBoard', 's1')?.voting).toMatchObject({
          ballot: 'b1',
          votes: { tanguy: 'against' },
          tally: { counts: { for: 0, against: 1, abstentions: 0, notTakingPart: 0 }, expressed: 1 },
        }),
    ));

  it('are not told before the voting is open, nor once it is closed', async () => {
    await asking(balloted(), (ask) => expect(ask('sessionBoard', 's1')?.voting).toBeNull());
    const closed = balloted().voted('s1', 'a1', 'b1').ballotClosed('s1', 'b1');
    await asking(closed, (ask) => expect(ask('sessionBoard', 's1')?.voting).toBeNull());
  });
});

describe('the board', () => {
  it('tells the room and its quorum as they are now', () =>
    asking(new History().convened('s1').opened('s1'), (ask) =>
      expect(ask('sessionBoard', 's1')?.now).toMatchObject({
        room: { present: ['bourbier', 'tanguy'], chair: 'bourbier' },
        quorum: { present: 2, named: 3, requiredIfNamed: 2 },
      }),
    ));
});
