import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AUTHORITY_KEY,
  CATEGORIES,
  affairStream,
  authorityStream,
  ballotStream,
  bodyStream,
  numberStream,
  recordStream,
  registerStream,
  sessionStream,
  streamName,
  streamParts,
} from './streams.js';

describe('names of streams', () => {
  test('given what a stream is about, then its name is the category, the authority and the id', () => {
    expect([
      authorityStream('217500016'),
      bodyStream('amp', 'bureau'),
      sessionStream('amp', '7f2c'),
      ballotStream('amp', '7f2c'),
      affairStream('amp', '7f2c'),
      registerStream('amp', 'bureau', 2023),
      recordStream('amp', 'bureau-2023-10-12'),
    ]).toEqual([
      'authority-217500016_main',
      'body-amp_bureau',
      'session-amp_7f2c',
      'ballot-amp_7f2c',
      'affair-amp_7f2c',
      'register-amp_bureau.2023',
      'record-amp_bureau-2023-10-12',
    ]);
  });

  test.each(['', 'a', 'Amp', 'amp_x', 'amp-x', '../amp', 'é1', 'a'.repeat(41)])(
    'given "%s" as an authority, when a stream is named, then it is a mistake of the program',
    (authority) => {
      expect(AUTHORITY_KEY.test(authority)).toBe(false);
      expect(() => sessionStream(authority, '1')).toThrow(TypeError);
    },
  );

  test('given no id, when a stream is named, then it is a mistake of the program', () => {
    expect(() => bodyStream('amp', '')).toThrow(TypeError);
  });

  test('given any category, authority and id, when the name is read, then the same parts come out', () => {
    const key = fc.stringMatching(/^[a-z0-9]{2,40}$/);
    const id = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\n\r\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...CATEGORIES), key, id, (category, authority, part) => {
        expect(streamParts(streamName(category, authority, part))).toEqual({ category, authority, id: part });
      }),
    );
  });

  test.each([
    '',
    'session',
    'session-ab',
    'session-ab_',
    'Session-ab_1',
    'seance-ab_1',
    '$ce-session',
    'session-a_1',
  ])('given "%s", when read as a name, then it is not ours', (name) => {
    expect(streamParts(name)).toBeUndefined();
  });

  test("given an id made of another authority's name, when the name is read, then the authority is the first", () => {
    expect(streamParts('session-ab_x session-cd_y')).toMatchObject({ authority: 'ab' });
    expect(streamParts('session-ab_cd_x')).toMatchObject({ authority: 'ab', id: 'cd_x' });
  });
});

describe('the stream of a number', () => {
  test('given a number, then its name is a hash that does not depend on how its letters are composed', () => {
    const composed = numberStream('amp', 'bureau', 'bureau', 'Délib-2023/1');
    expect(composed).toMatch(/^number-amp_[0-9a-f]{64}$/);
    expect(numberStream('amp', 'bureau', 'bureau', 'De\u0301lib-2023/1')).toBe(composed);
  });

  test('given another number, body or scope, then the stream is another one', () => {
    const names = [
      numberStream('amp', 'bureau', 'bureau', '1'),
      numberStream('amp', 'bureau', 'bureau', '01'),
      numberStream('amp', 'bureau', '7f2c', '1'),
      numberStream('amp', 'conseil', 'bureau', '1'),
      numberStream('amp', 'bureau","bureau', '1', ''),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
