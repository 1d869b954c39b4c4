import { History } from '../history.js';
import { asking, type Ask } from '../projected.fixture.js';

const due = (ask: Ask) => ask('dueWork').map(({ process, subject }) => `${process} ${subject}`);
const session = () => new History().convened('s1').placed('s1', 'a1', 1, 'Budget').opened('s1');

describe('the work that is due', () => {
  it('is none in a séance that goes its way', () => asking(session(), (ask) => expect(due(ask)).toEqual([])));

  it('is to open the voting of a ballot, until it is open', () => {
    const opened = session().ballotOpened('s1', 'a1', 'b1');
    const { length } = opened.events;
    return asking(opened, (ask) =>
      expect(ask('dueWork')).toEqual([{ process: 'open-voting', subject: 's1/b1', ordinal: length - 1 }]),
    ).then(() => asking(opened.votingOpened('s1', 'a1', 'b1'), (ask) => expect(due(ask)).toEqual([])));
  });

  it('is to close the ballot whose voting is closed', () => {
    const closed = session().ballotOpened('s1', 'a1', 'b1').voted('s1', 'a1', 'b1');
    return asking(closed, (ask) => expect(due(ask)).toEqual(['close-ballot b1'])).then(() =>
      asking(closed.ballotClosed('s1', 'b1'), (ask) => expect(due(ask)).toEqual([])),
    );
  });

  it('is to take out of the séance a ballot that was voided while open', () => {
    const voided = session()
      .ballotOpened('s1', 'a1', 'b1')
      .votingOpened('s1', 'a1', 'b1')
      .add('ballot', 'b1', 'VotingVoided', { reason: null });
    return asking(voided, (ask) => expect(due(ask)).toEqual(['void-ballot b1'])).then(() =>
      asking(voided.add('session', 's1', 'BallotVoided', { ballot: 'b1', reason: null }), (ask) =>
        expect(due(ask)).toEqual([]),
      ),
    );
  });

  it('is to enter a closed séance in the register', () => {
    const closed = session().closed('s1');
    return asking(closed, (ask) => expect(due(ask)).toEqual(['enter-in-register s1'])).then(() =>
      asking(closed.entered('s1'), (ask) => expect(due(ask)).toEqual([])),
    );
  });

  it('is to take away what was erased, until it is gone', () => {
    const content = 'ab'.repeat(32);
    const erased = session().add('affair', 'a1', 'ContentErased', { what: 'annex', content, basis: 'loi' });
    return asking(erased, (ask) => expect(due(ask)).toEqual([`complete-erasure a1/${content}`])).then(() =>
      asking(erased.add('affair', 'a1', 'ErasureCompleted', { content }), (ask) =>
        expect(due(ask)).toEqual([]),
      ),
    );
  });
});
