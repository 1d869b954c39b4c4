import { convocationDeadlines } from './convocation-deadlines.js';
import type { Situation } from './rules-in-force.js';
import { rulesOn } from './rules-on.js';

const COMMUNE: Situation = { on: '2024-03-21', regime: 'C', population: 900, department: '060' };
const said = (situation: Situation, title: string) =>
  rulesOn(situation)
    .dated.find((one) => one.title === title)
    ?.parts.map(({ rows, certain }) => ({ certain, rows: rows.map(({ says, article }) => [says, article]) }));

describe('the rules on a day', () => {
  it('are those in force for that kind of authority, each with its article', () => {
    expect(said(COMMUNE, 'Quorum')).toEqual([
      {
        certain: true,
        rows: [['plus de la moitié des membres en exercice, présents', 'L2121-17, L5211-1']],
      },
    ]);
    expect(said({ ...COMMUNE, on: '2021-01-15' }, 'Quorum')).toEqual([
      { certain: true, rows: [['un tiers des membres en exercice, présents', 'loi 2020-1379 art. 6']] },
    ]);
  });

  it('are unknown where none is known: nothing is guessed', () => {
    const bureau: Situation = { ...COMMUNE, regime: null };
    expect(rulesOn(bureau).dated.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows))).toEqual([]);
    expect(said({ ...COMMUNE, regime: 'D' }, 'Délai de convocation')).toEqual([{ certain: true, rows: [] }]);
  });

  it('stay open between those that a population that is not known would decide', () => {
    const [delay] = said({ ...COMMUNE, population: null }, 'Délai de convocation') ?? [];
    expect(delay?.certain).toBe(false);
    expect(delay?.rows.map(([, article]) => article)).toEqual(['L2121-11', 'L2121-12']);
    expect(said({ ...COMMUNE, population: null }, 'Note explicative de synthèse')?.[0]?.certain).toBe(false);
  });

  it('have several parts side by side where the law has', () => {
    const parts = said(COMMUNE, 'Demande d’un mode de scrutin');
    expect(parts?.map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  it('name every code with what it asks', () => {
    const { named } = rulesOn(COMMUNE);
    expect(named.find(({ code }) => code === 'R12.notice')).toEqual({
      code: 'R12.notice',
      article: 'L2121-11, L2121-12',
      kind: 'irregular',
      says: 'La convocation respecte le délai, en jours francs',
    });
  });
});

describe('the last days to convene a séance', () => {
  it('leave the clear days of the law, neither end counting', () => {
    const { ordinary, urgent, note, reports } = convocationDeadlines(COMMUNE);
    expect(ordinary).toEqual([{ day: '2024-03-17', days: 3, clear: true, article: 'L2121-11' }]);
    expect(urgent).toEqual([{ day: '2024-03-19', days: 1, clear: true, article: 'L2121-11' }]);
    expect([note, reports]).toEqual([null, []]);
  });

  it('of a commune of 3,500 inhabitants leave five, with a note', () => {
    const { ordinary, note } = convocationDeadlines({ ...COMMUNE, population: 3500 });
    expect(ordinary.map(({ day }) => day)).toEqual(['2024-03-15']);
    expect(note).toEqual({ article: 'L2121-12', certain: true });
  });

  it('are two while the population is not known', () => {
    const { ordinary, note } = convocationDeadlines({ ...COMMUNE, population: null });
    expect(ordinary.map(({ day }) => day)).toEqual(['2024-03-17', '2024-03-15']);
    expect(note?.certain).toBe(false);
  });

  it('are not known for a department, whose reports go twelve days before', () => {
    const { ordinary, reports } = convocationDeadlines({ ...COMMUNE, regime: 'D' });
    expect(ordinary).toEqual([]);
    expect(reports).toEqual([{ day: '2024-03-09', days: 12, clear: false, article: 'L3121-19, L4132-18' }]);
  });

  it('of a grouping are not known before March 2020', () => {
    expect(convocationDeadlines({ ...COMMUNE, regime: 'E', on: '2020-02-01' }).ordinary).toEqual([]);
    expect(convocationDeadlines({ ...COMMUNE, regime: 'E' }).ordinary[0]?.days).toBe(5);
  });
});
