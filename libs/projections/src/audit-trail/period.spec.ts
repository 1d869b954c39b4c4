import { Refusal } from '@registre/platform';
import { periodOf } from './period.js';

const PARIS = 'Europe/Paris';

describe('a period of the log', () => {
  it('begins and ends with the days of the authority’s clocks', () => {
    expect(periodOf('2024-05-16', '2024-05-17', PARIS)).toEqual({
      from: '2024-05-15T22:00:00.000Z',
      until: '2024-05-17T21:59:59.999Z',
    });
  });

  it('holds the events at both of its ends', () => {
    expect(periodOf('12', '12', PARIS)).toEqual({ after: 11, upTo: 12 });
    expect(periodOf('2024-05-16T18:30:00Z', undefined, PARIS)).toEqual({ from: '2024-05-16T18:30:00.000Z' });
    expect(periodOf(undefined, undefined, PARIS)).toEqual({});
  });

  it('is not between texts that name no point', () => {
    expect(() => periodOf('hier', undefined, PARIS)).toThrow(Refusal);
    expect(() => periodOf(undefined, 'demain', PARIS)).toThrow(Refusal);
  });
});
