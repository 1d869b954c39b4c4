import { isSiren, isSiret } from './sirene.js';

describe('the check digits of SIREN and SIRET', () => {
  it('are those of Luhn', () => {
    expect(isSiren('356000000')).toBe(true);
    expect(isSiren('200054807')).toBe(true);
    expect(isSiren('200054808')).toBe(false);
    expect(isSiret('20005480700018')).toBe(false);
  });

  it('of the post offices add up to a multiple of five', () => {
    expect(isSiret('35600000000048')).toBe(true);
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
  });
});
