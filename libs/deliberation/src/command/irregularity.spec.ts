import { answerTo } from '../given.fixture.js';
import { excuse } from './irregularity.js';

const broken = [
  { rule: 'R10.giver-absent', message: 'dans la salle', field: 'giver' },
  { rule: 'R10.one-per-bearer', message: 'en porte déjà un' },
];
const [absent, bearer] = broken.map(({ rule }) => ({ rule, reason: 'constaté' }));

describe('a rule that is broken', () => {
  it('is recorded with what was found and the reason given', () => {
    expect(excuse(broken, [bearer!, absent!])).toEqual({
      irregularities: [
        { rule: 'R10.giver-absent', reason: 'constaté', found: 'dans la salle' },
        { rule: 'R10.one-per-bearer', reason: 'constaté', found: 'en porte déjà un' },
      ],
    });
  });

  it('is told with all the others while one is not excused', () => {
    const all = ['R10.giver-absent', 'R10.one-per-bearer'];
    expect(answerTo(() => excuse(broken, undefined))).toMatchObject({ kind: 'irregular', rules: all });
    expect(answerTo(() => excuse(broken, [absent!]))).toMatchObject({ kind: 'irregular', rules: all });
  });

  it('leaves no trace where none is', () => {
    expect(excuse([], undefined)).toEqual({});
    expect(excuse([], [])).toEqual({});
  });

  it('that is excused must be broken', () => {
    expect(answerTo(() => excuse([], [absent!]))).toEqual({
      kind: 'irregular',
      code: 'despite.not-broken',
      rules: ['despite.not-broken'],
    });
  });
});
