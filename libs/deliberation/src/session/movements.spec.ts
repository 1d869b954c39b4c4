import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { RecordArrival, recordArrival } from './record-arrival.js';
import { RecordDeparture, recordDeparture } from './record-departure.js';
import { and, arrived, balloted, convened, EVENING, left, opened, seance } from './seance.fixture.js';
import type { SessionState } from './session.js';

type Despite = { rule: string; reason: string }[];
const arriving = (state: SessionState, member: string) => (despite?: Despite) =>
  recordArrival(state, new RecordArrival(CONTEXT, 's', { member, despite }));
const leaving = (state: SessionState, member: string, reason?: string) => (despite?: Despite) =>
  recordDeparture(state, new RecordDeparture(CONTEXT, 's', { member, reason: reason ?? null, despite }));

describe('an arrival', () => {
  const evening = seance(...EVENING);

  it('brings into the room someone who was not in it, listed or not', () => {
    expect(expectRegular(arriving(evening, 'ines'))).toEqual([arrived('ines')]);
    expectRegular(arriving(and(evening, [left('hugo')]), 'hugo'));
    expectRegular(arriving(seance(convened(), opened()), 'karima'));
  });

  it('while in the room is irregular', () => {
    expectIrregular(arriving(evening, 'hugo'), ['movement.alternates']);
    expectIrregular(arriving(and(evening, [arrived('ines')]), 'ines'), ['movement.alternates']);
  });

  it('is refused to a stranger, and out of a séance', () => {
    expect(codeOf(arriving(evening, 'zoe'))).toBe('member.unknown');
    expect(codeOf(arriving(seance(convened()), 'ines'))).toBe('session.not-open');
  });
});

describe('a departure', () => {
  const evening = seance(...EVENING);

  it('takes out of the room someone who was in it', () => {
    expect(expectRegular(leaving(evening, 'hugo'))).toEqual([left('hugo')]);
  });

  it('while out of the room is irregular', () => {
    expectIrregular(leaving(evening, 'karima'), ['movement.alternates']);
    expectIrregular(leaving(and(evening, [left('hugo')]), 'hugo'), ['movement.alternates']);
  });

  it('asks nothing while the presence is not known', () => {
    expectRegular(leaving(seance(convened(), opened({ attendance: null })), 'hugo'));
  });

  it('is refused to a stranger, and out of a séance', () => {
    expect(codeOf(leaving(evening, 'zoe'))).toBe('member.unknown');
    expect(codeOf(leaving(seance(convened()), 'hugo'))).toBe('session.not-open');
  });

  describe('during a ballot', () => {
    const voting = and(evening, [balloted('b1', null)]);

    it('is taken without being asked for a reason, and flags the ballot, whose roll stays as it was', () => {
      const events = leaving(voting, 'hugo')();
      const after = and(voting, events);
      expect(after.irregularities).toEqual([
        {
          rule: 'movement.during-ballot',
          reason: 'Une sortie est toujours constatée.',
          found: 'HUGO est sorti(e) pendant un scrutin, dont la liste des votants reste figée.',
          event: 'MemberLeft',
          affair: null,
          ballot: 'b1',
        },
      ]);
      expect(after.ballots[0]?.roll).toEqual(voting.ballots[0]?.roll);
    });

    it('tells the reason that is known', () => {
      const [event] = leaving(voting, 'hugo', 'malaise')();
      expect(event?.data).toMatchObject({ reason: 'malaise', irregularities: [{ reason: 'malaise' }] });
    });

    it('of someone who was out already still needs an excuse', () => {
      expect(codeOf(leaving(voting, 'karima'))).toBe('movement.alternates');
      const [event] = leaving(voting, 'karima')([{ rule: 'movement.alternates', reason: 'procès-verbal' }]);
      expect(event?.data).toMatchObject({
        irregularities: [{ rule: 'movement.alternates' }, { rule: 'movement.during-ballot' }],
      });
    });
  });
});
