import { ballotOutcomeLong, cellLong, choiceLong, methodLong, resultLong } from './ballots.js';

describe('a ballot', () => {
  it('is held by a method', () => {
    expect(methodLong('show-of-hands')).toBe('vote à main levée');
    expect(methodLong('roll-call')).toBe('scrutin public par appel nominal');
    expect(methodLong('secret')).toBe('scrutin secret');
    expect(methodLong(null)).toBe('non renseigné');
  });

  it('takes choices, counted by cell', () => {
    expect(choiceLong('not-taking-part')).toBe('ne prend pas part au vote');
    expect(cellLong('notTakingPart')).toBe('ne prennent pas part au vote');
  });

  it('is unanimous of the votes expressed, and says so', () => {
    expect(resultLong({ outcome: 'adopted', unanimous: true })).toBe(
      'adoptée à l’unanimité des suffrages exprimés',
    );
    expect(resultLong({ outcome: 'adopted', unanimous: false })).toBe('adoptée');
    expect(resultLong({ outcome: 'adopted', unanimous: null })).toBe('adoptée');
    expect(resultLong({ outcome: 'rejected', unanimous: true })).toBe(
      'rejetée à l’unanimité des suffrages exprimés',
    );
  });

  it('elects, or goes to another round', () => {
    expect(resultLong({ outcome: 'elected', unanimous: null })).toBe('élu(e)');
    expect(resultLong({ outcome: 'no-majority', unanimous: null })).toBe('pas de majorité à ce tour');
  });

  it('may have a result that is not known', () => {
    expect(resultLong(null)).toBe('non renseigné');
    expect(ballotOutcomeLong('rejected')).toBe('rejetée');
  });
});
