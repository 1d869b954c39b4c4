import { Refusal } from '@registre/platform';
import { momentOf } from './moment.js';

const PARIS = 'Europe/Paris';

describe('a point of the log', () => {
  it('is an ordinal', () => {
    expect(momentOf('0', PARIS)).toEqual({ ordinal: 0 });
    expect(momentOf('1204', PARIS)).toEqual({ ordinal: 1204 });
  });

  it('is the end of a day on the authority’s clocks', () => {
    expect(momentOf('2024-05-16', PARIS)).toEqual({ instant: '2024-05-16T21:59:59.999Z' });
    expect(momentOf('2024-12-16', PARIS)).toEqual({ instant: '2024-12-16T22:59:59.999Z' });
    expect(momentOf('2024-05-16', 'Indian/Reunion')).toEqual({ instant: '2024-05-16T19:59:59.999Z' });
  });

  it('is an instant that names its zone', () => {
    expect(momentOf('2024-05-16T18:30:00Z', PARIS)).toEqual({ instant: '2024-05-16T18:30:00.000Z' });
    expect(momentOf('2024-05-16T20:30+02:00', PARIS)).toEqual({ instant: '2024-05-16T18:30:00.000Z' });
  });

  it.each(['', 'hier', '01', '-1', '2024-02-31', '2024-05-16T18:30:00', '2024-05-16T25:30:00Z', '1e3'])(
    'is not « %s »',
    (text) => {
      expect(() => momentOf(text, PARIS)).toThrow(Refusal);
    },
  );
});
