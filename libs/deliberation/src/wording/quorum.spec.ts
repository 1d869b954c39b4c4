import { quorumOf, type QuorumFacts } from '../rules/quorum.js';
import { quorumLong } from './quorum.js';

const facts = (known: Partial<QuorumFacts>): QuorumFacts => ({
  regime: 'C',
  date: '2023-05-04',
  inOffice: null,
  named: null,
  present: null,
  represented: null,
  ...known,
});
const said = (known: Partial<QuorumFacts>) => quorumLong(quorumOf(facts(known)));

describe('the quorum', () => {
  it('is said with its arithmetic', () => {
    expect(said({ inOffice: 11, present: 8 })).toBe('6 (11 membres en exercice), atteint par 8 présents');
    expect(said({ inOffice: 19, present: 9 })).toBe(
      '10 (19 membres en exercice), non atteint avec 9 présents',
    );
    expect(said({ inOffice: 19, present: 1 })).toBe(
      '10 (19 membres en exercice), non atteint avec 1 présent',
    );
  });

  it('says that the presence is not known', () => {
    expect(said({ inOffice: 19 })).toBe('10 (19 membres en exercice), présents : non renseigné');
  });

  it('is not known without the members in office, and says on what it would depend', () => {
    expect(said({ named: 37, present: 32 })).toBe(
      'non renseigné (19 si les 37 nommés sont tous en exercice)',
    );
  });

  it('can be missed for certain even so', () => {
    expect(said({ named: 19, present: 9 })).toBe(
      'non atteint avec 9 présents, au moins 10 requis (19 nommés)',
    );
  });

  it('counts those represented where the law of the day did', () => {
    expect(said({ date: '2020-05-20', inOffice: 19, present: 5, represented: 3 })).toBe(
      '7 (19 membres en exercice), atteint par 8 présents ou représentés',
    );
  });

  it('is not known without a rule or a name', () => {
    expect(said({ regime: null, inOffice: 11, present: 8 })).toBe('non renseigné');
    expect(said({ present: 8 })).toBe('non renseigné');
  });
});
