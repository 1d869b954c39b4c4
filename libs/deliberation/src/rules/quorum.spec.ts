import fc from 'fast-check';
import { quorumOf, type QuorumFacts } from './quorum.js';

const facts = (known: Partial<QuorumFacts>): QuorumFacts => ({
  regime: 'C',
  date: '2024-03-21',
  inOffice: null,
  named: null,
  present: null,
  represented: null,
  ...known,
});
const quorum = (known: Partial<QuorumFacts>) => quorumOf(facts(known));

describe('the quorum', () => {
  it.each([
    [11, 6],
    [8, 5],
    [19, 10],
    [35, 18],
    [37, 19],
    [1, 1],
  ])('of %i members in office is %i', (inOffice, required) => {
    expect(quorum({ inOffice }).required).toBe(required);
    expect(quorum({ inOffice, present: required }).reached).toBe(true);
    expect(quorum({ inOffice, present: required - 1 }).reached).toBe(false);
  });

  it('does not count those represented', () => {
    expect(quorum({ inOffice: 11, present: 5, represented: 5 }).reached).toBe(false);
  });

  it('is not known while the presence is not', () => {
    expect(quorum({ inOffice: 11 })).toMatchObject({ required: 6, present: null, reached: null });
  });

  it('binds groupings and their bureaux, departments and regions alike', () => {
    const articles = (['E', 'B', 'D', 'R'] as const).map((regime) => quorum({ regime, inOffice: 19 }));
    expect(articles.map(({ required }) => required)).toEqual([10, 10, 10, 10]);
  });

  it('of a permanent commission counts those represented', () => {
    expect(quorum({ regime: 'CP', inOffice: 11, present: 4, represented: 2 }).reached).toBe(true);
    expect(quorum({ regime: 'CP', inOffice: 11, present: 4 }).reached).toBeNull();
    expect(quorum({ regime: 'CP', date: '2008-12-31', inOffice: 11, present: 9 }).article).toBeNull();
  });

  it('is not guessed for a kind that no rule is known of', () => {
    expect(quorum({ regime: null, inOffice: 11, present: 1 })).toMatchObject({
      required: null,
      reached: null,
      article: null,
    });
  });

  describe('with the members in office unknown', () => {
    it('is missed for certain by too few of those named', () => {
      expect(quorum({ named: 19, present: 9 })).toMatchObject({
        required: null,
        requiredIfNamed: 10,
        reached: false,
      });
    });

    it('is never reached for certain', () => {
      expect(quorum({ named: 19, present: 10 })).toMatchObject({ requiredIfNamed: 10, reached: null });
      expect(quorum({ named: 37, present: 37 }).reached).toBeNull();
    });

    it('is missed for certain only where it would be, however many are in office', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(30), (named, present, others) => {
          if (quorum({ named, present }).reached !== false) return;
          expect(quorum({ inOffice: named + others, present }).reached).toBe(false);
        }),
      );
    });

    it('is not known where nobody is named', () => {
      expect(quorum({ present: 1 })).toMatchObject({ requiredIfNamed: null, reached: null });
    });
  });

  describe('in the Covid windows', () => {
    it.each([
      ['2020-03-23', 10],
      ['2020-03-24', 7],
      ['2020-07-11', 7],
      ['2020-08-30', 7],
      ['2020-08-31', 10],
      ['2020-11-14', 10],
      ['2020-11-15', 7],
      ['2021-09-30', 7],
      ['2021-10-01', 10],
      ['2021-11-09', 10],
      ['2021-11-10', 7],
      ['2022-07-31', 7],
      ['2022-08-01', 10],
    ])('is, on %s, %i of 19', (date, required) => {
      expect(quorum({ date, inOffice: 19 }).required).toBe(required);
    });

    it('counts those represented from 3 April to 10 July 2020 only', () => {
      const few = { inOffice: 19, present: 4, represented: 3 };
      expect(quorum({ ...few, date: '2020-04-02' })).toMatchObject({ present: 4, reached: false });
      expect(quorum({ ...few, date: '2020-04-03' })).toMatchObject({ present: 7, reached: true });
      expect(quorum({ ...few, date: '2020-07-10' }).reached).toBe(true);
      expect(quorum({ ...few, date: '2020-07-11' }).reached).toBe(false);
    });

    it('began later for bureaux and permanent commissions', () => {
      expect(quorum({ regime: 'B', date: '2020-04-02', inOffice: 19 }).required).toBe(10);
      expect(quorum({ regime: 'B', date: '2020-04-03', inOffice: 19 }).required).toBe(7);
      expect(quorum({ regime: 'CP', date: '2020-04-02', inOffice: 19 }).required).toBe(10);
    });
  });
});
