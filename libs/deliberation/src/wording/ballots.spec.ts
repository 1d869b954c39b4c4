import {
  basisLong,
  papersLong,
  roundLong,
  ballotOutcomeLong,
  cellLong,
  choiceLong,
  methodLong,
  resultLong,
} from './ballots.js';

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

  it('says what settled it, where the votes alone did not', () => {
    expect(basisLong('casting-vote')).toBe('voix prépondérante du président');
    expect(basisLong('tied-accounts')).toBe('partage des voix\u00a0: le compte est arrêté');
    expect(basisLong('age')).toBe('au bénéfice de l’âge');
    expect(basisLong('single-candidate')).toBe('candidature unique');
    expect([basisLong('votes'), basisLong(null)]).toEqual([null, null]);
  });

  it('has rounds, and papers where it is secret', () => {
    expect([1, 3].map(roundLong)).toEqual(['1er tour', '3e tour']);
    const papers = { found: 15, blank: 2, nullVotes: 1, blankOrNull: null };
    expect(papersLong(papers)).toBe('15 bulletins trouvés, 2 blancs, 1 nul');
    expect(papersLong({ found: 1, blank: null, nullVotes: null, blankOrNull: 3 })).toBe(
      '1 bulletin trouvé, 3 blancs ou nuls',
    );
    expect(papersLong({ found: null, blank: null, nullVotes: 0, blankOrNull: null })).toBe(
      'bulletins trouvés\u00a0: non renseigné, blancs\u00a0: non renseigné, 0 nul',
    );
  });

  it('may have a result that is not known', () => {
    expect(resultLong(null)).toBe('non renseigné');
    expect(ballotOutcomeLong('rejected')).toBe('rejetée');
  });
});
