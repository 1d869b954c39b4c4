import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { contentHash, encodeEvent } from './codec.js';
import { sampleEvent } from './contract.samples.js';
import { UnstorableEvent, type EventToAppend } from './port.js';

const holding = (note: unknown): EventToAppend => ({ ...sampleEvent('ab'), data: { note } });

/** Where and by which rule an event is refused. */
function refusalOf(event: EventToAppend): { field: string; rule: string } {
  try {
    encodeEvent(event);
  } catch (error) {
    if (error instanceof UnstorableEvent) return { field: error.field, rule: error.rule };
    throw error;
  }
  throw new Error('the event was not refused');
}

class Told {
  toJSON(): string {
    return 'something else';
  }
}

describe('what cannot be stored', () => {
  const proto: unknown = JSON.parse('{"a": {"__proto__": 1}}');
  const sparse = Object.assign(new Array<number>(3), { 0: 1, 2: 3 });
  const unstorable: readonly [string, unknown, string, string][] = [
    ['undefined', undefined, 'data.note', 'undefined'],
    ['undefined in a list', ['a', undefined], 'data.note.1', 'undefined'],
    ['a gap in a list', sparse, 'data.note.1', 'undefined'],
    ['a BigInt', 1n, 'data.note', 'not-json'],
    ['a function', () => 1, 'data.note', 'not-json'],
    ['a symbol', Symbol('a'), 'data.note', 'not-json'],
    ['a symbol as a key', { [Symbol('a')]: 1 }, 'data.note', 'not-json'],
    ['NaN', NaN, 'data.note', 'unsafe-number'],
    ['infinity', -Infinity, 'data.note', 'unsafe-number'],
    ['negative zero', -0, 'data.note', 'unsafe-number'],
    ['an integer that a double cannot hold', 2 ** 53, 'data.note', 'unsafe-number'],
    ['a Map', new Map([['a', 1]]), 'data.note', 'not-json'],
    ['a Set', new Set([1]), 'data.note', 'not-json'],
    ['a Date', new Date(0), 'data.note', 'not-json'],
    ['bytes', Buffer.from('a'), 'data.note', 'not-json'],
    ['a boxed string', Object('a'), 'data.note', 'not-json'],
    ['an object that says how it is printed', new Told(), 'data.note', 'not-json'],
    ['a plain object that says how it is printed', { toJSON: () => 1 }, 'data.note', 'not-json'],
    ['half a character', 'a\ud83d', 'data.note', 'lone-surrogate'],
    ['half a character in a key', { 'a\udc00': 1 }, 'data.note.a\udc00', 'lone-surrogate'],
    ['a text that is not NFC', 'e\u0301lu', 'data.note', 'not-nfc'],
    ['a key that is not NFC', { 'e\u0301lu': 1 }, 'data.note.e\u0301lu', 'not-nfc'],
    ['the key __proto__', proto, 'data.note.a.__proto__', 'forbidden-key'],
  ];

  test.each(unstorable)(
    'given %s, when encoded, then it is refused, and said where',
    (_case, note, field, rule) => {
      expect(refusalOf(holding(note))).toEqual({ field, rule });
      const metadata = { ...sampleEvent('ab').metadata, note };
      expect(refusalOf({ ...sampleEvent('ab'), metadata })).toEqual({
        field: field.replace('data', 'metadata'),
        rule,
      });
    },
  );

  test.each([
    [{ id: '' }, 'id', 'not-a-uuid'],
    [{ id: '5B1F3F0E-8F0C-4B7D-9A53-5C1F0D6F3A10' }, 'id', 'not-a-uuid'],
    [{ id: '5b1f3f0e8f0c4b7d9a535c1f0d6f3a10' }, 'id', 'not-a-uuid'],
    [{ type: '' }, 'type', 'not-an-event-type'],
    [{ type: '$metadata' }, 'type', 'not-an-event-type'],
    [{ type: 'affairNoted' }, 'type', 'not-an-event-type'],
  ])('given %j, when encoded, then it is refused', (part, field, rule) => {
    expect(refusalOf({ ...sampleEvent('ab'), ...part })).toEqual({ field, rule });
  });
});

describe('what can be stored', () => {
  test('given an event, when encoded, then its parts are the text that JSON.stringify writes', () => {
    const event = holding({ b: 1, 10: 'dix', 9: [null, true, 0.1], a: { é: '🗳️' } });
    expect(encodeEvent(event)).toEqual({
      id: event.id,
      type: 'AffairNoted',
      data: '{"note":{"9":[null,true,0.1],"10":"dix","b":1,"a":{"é":"🗳️"}}}',
      metadata: JSON.stringify(event.metadata),
    });
  });

  test('given anything at all, when it is not refused, then parsed and written again it is the same text', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    const stable = (value: unknown): void => {
      try {
        const { data } = encodeEvent(holding(value));
        const parsed = JSON.parse(data) as object;
        expect(JSON.stringify(parsed)).toBe(data);
        expect(encodeEvent({ ...sampleEvent('ab'), data: parsed }).data).toBe(data);
      } catch (error) {
        expect(error).toBeInstanceOf(UnstorableEvent);
      }
    };
    fc.assert(fc.property(fc.oneof(anything, fc.jsonValue({ stringUnit: 'binary' })), stable), {
      numRuns: 1_000,
    });
  });

  test('given JSON in NFC with numbers that a double holds, when encoded, then it is taken', () => {
    const text = fc.string({ unit: 'grapheme' }).map((string) => string.normalize('NFC'));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.maxSafeInteger().map((number) => number + 0),
        fc.double({ noDefaultInfinity: true, noNaN: true, noInteger: true }),
        fc.constantFrom(null, true, false),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    }));
    const taken = (note: unknown): void => {
      expect(JSON.parse(encodeEvent(holding(note)).data)).toEqual({ note: JSON.parse(JSON.stringify(note)) });
    };
    fc.assert(fc.property(value, taken), { numRuns: 500 });
  });
});

describe('the hash of a content', () => {
  const encoded = { data: '{"a":"é🗳️"}', metadata: '{"version":1}' };

  test('given the two parts, then it is SHA-256 over each in UTF-8 after its length', () => {
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 17]),
      Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0xa9]),
      Buffer.from([0xf0, 0x9f, 0x97, 0xb3, 0xef, 0xb8, 0x8f, 0x22, 0x7d]),
      Buffer.from([0, 0, 0, 13]),
      Buffer.from('{"version":1}', 'latin1'),
    ]);
    expect(contentHash(encoded)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('given the golden event, then its hash is the one that proofs were made with', () => {
    expect(contentHash(encoded)).toBe('c6f64c5fe5d8c86e58216754542bf145c651b2c9fceff3997a37e881c84be3b7');
    expect(contentHash({ data: '{}', metadata: '{}' })).toBe(
      'eef9f070664c5c5011b7b31b97777941c0a8d37775dacc1cde1a77ed54fd9274',
    );
  });

  test('given the same bytes cut elsewhere, then the hash is another one', () => {
    const [one, other] = [
      { data: '{"a":1}{', metadata: '}' },
      { data: '{"a":1}', metadata: '{}' },
    ];
    expect(contentHash(one)).not.toBe(contentHash(other));
  });
});
