import type { Report } from '../affair/affair.js';
import { reportOf } from '../affair/report-body.js';
import type { ComputedResult } from '../ballot/tally.js';
import { codeOf, CONTEXT, expectIrregular, expectRegular } from '../given.fixture.js';
import { DecideAffair, decideAffair, type DecideAffairBody } from './decide-affair.js';
import {
  and,
  balloted,
  called,
  closed,
  convened,
  council,
  EVENING,
  noted,
  opened,
  placed,
  seance,
  unballoted,
} from './seance.fixture.js';
import type { BodyAtSession, SessionState } from './session.js';

const deciding =
  (
    state: SessionState,
    outcome: 'adopted' | 'rejected',
    body: Partial<DecideAffairBody> = {},
    report: Report | null = null,
  ) =>
  (despite?: DecideAffairBody['despite']) =>
    decideAffair(state, report, new DecideAffair(CONTEXT, 's', 'budget', { outcome, ...body, despite }));

describe('deciding an affair', () => {
  const discussing = seance(...EVENING, called('budget'));
  const held = (id: string, outcome: ComputedResult['outcome'] | null, affair: string | null = 'budget') => [
    balloted(id, affair),
    unballoted(id, { computed: outcome && { outcome, unanimous: null, basis: null, elected: null } }),
  ];
  const adopted = and(discussing, held('b1', 'adopted'));

  it('keeps the proclaimed words apart from what the votes give', () => {
    const events = expectRegular(deciding(adopted, 'adopted', { proclaimed: 'Adopté.' }));
    expect(events).toEqual([
      {
        type: 'AffairDecided',
        data: {
          affair: 'budget',
          outcome: 'adopted',
          proclaimed: 'Adopté.',
          computed: 'adopted',
          decidingBallots: ['b1'],
        },
      },
    ]);
  });

  it('against what the votes give is irregular', () => {
    const [event] = expectIrregular(deciding(adopted, 'rejected'), ['R14.outcome']);
    expect(event?.data).toMatchObject({
      outcome: 'rejected',
      computed: 'adopted',
      irregularities: [{ found: 'Le vote donne « adoptée » et il est déclaré « rejetée ».' }],
    });
  });

  it('without a known result is as it is declared', () => {
    const uncounted = and(discussing, held('b1', null));
    const [event] = expectRegular(deciding(uncounted, 'adopted'));
    expect(event?.data).toMatchObject({ computed: null, decidingBallots: ['b1'] });
    const [none] = expectRegular(deciding(discussing, 'adopted'));
    expect(none?.data).toMatchObject({ computed: null, decidingBallots: null });
  });

  it('against the result that was declared of an uncounted ballot is irregular, and nothing is computed', () => {
    const declared = { outcome: 'adopted' as const, proclaimed: null };
    const uncounted = and(discussing, [balloted('b1', 'budget'), unballoted('b1', { declared })]);
    const [event] = expectIrregular(deciding(uncounted, 'rejected'), ['R14.outcome']);
    expect(event?.data).toMatchObject({ computed: null });
    expectRegular(deciding(uncounted, 'adopted'));
  });

  it('by an election adopts what elects', () => {
    const [event] = expectRegular(deciding(and(discussing, held('b1', 'elected')), 'adopted'));
    expect(event?.data).toMatchObject({ computed: 'adopted' });
    expectIrregular(deciding(and(discussing, held('b1', 'no-majority')), 'adopted'), ['R14.outcome']);
  });

  describe('after several ballots', () => {
    const two = and(adopted, held('b2', 'rejected'));

    it('must say which one decides', () => {
      expect(codeOf(deciding(two, 'adopted'))).toBe('decision.which-ballot');
      const [event] = expectRegular(deciding(two, 'adopted', { decidingBallots: ['b1'] }));
      expect(event?.data).toMatchObject({ decidingBallots: ['b1'], computed: 'adopted' });
    });

    it('takes all of those named together', () => {
      expectIrregular(deciding(two, 'adopted', { decidingBallots: ['b1', 'b2'] }), ['R14.outcome']);
      const unknown = and(adopted, held('b2', null));
      const [event] = expectRegular(deciding(unknown, 'adopted', { decidingBallots: ['b1', 'b2'] }));
      expect(event?.data).toMatchObject({ computed: null });
    });

    it('may be held without a known one', () => {
      const [event] = expectRegular(deciding(two, 'adopted', { decidingBallots: null }));
      expect(event?.data).toMatchObject({ decidingBallots: null, computed: null });
    });

    it('refuses one of another affair, or of the séance', () => {
      const other = and(adopted, [...held('b2', 'adopted', null)]);
      expect(codeOf(deciding(other, 'adopted', { decidingBallots: ['b2'] }))).toBe('decision.not-its-ballot');
      expect(codeOf(deciding(other, 'adopted', { decidingBallots: ['b9'] }))).toBe('decision.not-its-ballot');
    });
  });

  describe('as a bureau', () => {
    const { authority } = council();
    const metropole = { ...authority, kind: 'metropole' as const };
    const bureau = council({ kind: 'bureau', authority: metropole });
    const evening = (of: BodyAtSession) =>
      seance(
        convened({ bodyAtSession: of }),
        placed('budget', 1),
        opened({ bodyAtSession: of }),
        called('budget'),
      );
    const report = (known: object) => reportOf({ subject: 'Subvention', ...known }, null);

    it('cites the delegation that it decides by, in its report or its citations', () => {
      const state = evening(bureau);
      expectIrregular(deciding(state, 'adopted', {}, report({})), ['R5.delegation']);
      expectRegular(deciding(state, 'adopted', {}, report({ delegation: 'HN 001-8073/20/CM' })));
      expectRegular(deciding(state, 'adopted', {}, report({ citations: ['la délibération de délégation'] })));
    });

    it('is not blamed while its report is not known, nor is another body', () => {
      expectRegular(deciding(evening(bureau), 'adopted'));
      expectRegular(deciding(evening(council()), 'adopted', {}, report({})));
    });
  });

  it('is refused while a ballot is open, before the call, twice, out of a séance', () => {
    expect(codeOf(deciding(and(discussing, [balloted('b1', 'budget')]), 'adopted'))).toBe('ballot.open');
    expect(codeOf(deciding(seance(...EVENING), 'adopted'))).toBe('affair.not-called');
    expect(codeOf(deciding(and(discussing, [noted('budget')]), 'adopted'))).toBe('affair.dealt-with');
    expect(codeOf(deciding(and(discussing, [closed]), 'adopted'))).toBe('session.closed');
  });
});
