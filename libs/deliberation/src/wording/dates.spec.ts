import { dateLong, occurredLong, timeLong } from './dates.js';

describe('a date', () => {
  it('gives the day of the week, the month in letters', () => {
    expect(dateLong('2023-05-04')).toBe('jeudi 4 mai 2023');
    expect(dateLong('2024-02-29')).toBe('jeudi 29 février 2024');
    expect(dateLong('2022-07-31')).toBe('dimanche 31 juillet 2022');
  });

  it('writes the first of the month as an ordinal', () => {
    expect(dateLong('2022-08-01')).toBe('lundi 1er août 2022');
    expect(dateLong('2022-08-11')).toBe('jeudi 11 août 2022');
  });

  it('must exist', () => {
    expect(() => dateLong('2023-02-31')).toThrow(RangeError);
  });
});

describe('a time of day', () => {
  it('is said in hours and minutes', () => {
    expect(timeLong('20:30')).toBe('20 h 30');
    expect(timeLong('09:05')).toBe('9 h 05');
    expect(timeLong('18:00')).toBe('18 h 00');
    expect(timeLong('00:00')).toBe('0 h 00');
  });
});

describe('when something happened', () => {
  it('says what is known of it', () => {
    expect(occurredLong({ date: '2019-09-27', time: '21:18' })).toBe('vendredi 27 septembre 2019 à 21 h 18');
    expect(occurredLong({ date: '2019-09-27', time: null })).toBe('vendredi 27 septembre 2019');
    expect(occurredLong({ date: null, time: '21:18' })).toBe('21 h 18');
    expect(occurredLong({ date: null, time: null })).toBe('non renseigné');
  });
});
