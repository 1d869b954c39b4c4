import { Refusal, type Reason } from './errors.js';
import { parseStrictJson } from './strict-json.js';

/** How a text is refused: the code, then field and rule of each reason. */
function refusalOf(text: string): { code: string; reasons: string[] } {
  try {
    parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.kind).toBe('invalid');
    return { code: error.code, reasons: error.reasons.map(({ field, rule }: Reason) => `${field}: ${rule}`) };
  }
  throw new Error(`accepted: ${text}`);
}
const reasonsFor = (text: string) => refusalOf(text).reasons;

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a strict JSON text', () => {
  it('is read as it stands', () => {
    const value = { a: [1, -0.5, true, null, 'é'], b: { c: {} } };
    expect(parseStrictJson(JSON.stringify(value))).toEqual(value);
    expect(parseStrictJson('  "x" ')).toBe('x');
  });

  it('that is none is refused, and says where it breaks off', () => {
    expect(refusalOf('').code).toBe('malformed-json');
    for (const text of ["{'a':1}", '{"a":1,}', '[1] 2', '// x\n1', '\ufeff{}', 'NaN', '01', '"a\nb"']) {
      expect(refusalOf(text)).toEqual({ code: 'malformed-json', reasons: [': malformed-json'] });
    }
    expect(() => parseStrictJson('{"a":1,\n"b" 2}')).toThrow(
      'Le texte envoyé n’est pas du JSON (RFC 8259) : ligne 2, colonne 5.',
    );
  });

  it('gives no key twice, however it is written', () => {
    expect(reasonsFor('{"a":1,"a":1}')).toEqual(['a: duplicate-key']);
    expect(reasonsFor('{"a":1,"\\u0061":1}')).toEqual(['a: duplicate-key']);
    expect(reasonsFor('{"\u00e9":1,"e\u0301":2}')).toEqual(['e\u0301: duplicate-key']);
    expect(reasonsFor('{"x":[{"b":{}},{"b":1,"c":2,"b":3}]}')).toEqual(['x.1.b: duplicate-key']);
    expect(parseStrictJson('[{"a":1},{"a":2}]')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('reaches no prototype', () => {
    expect(reasonsFor('{"a":{"__proto__":{"admin":true}}}')).toEqual(['a.__proto__: forbidden-key']);
    expect(reasonsFor('{"\\u005f_proto__":1}')).toEqual(['__proto__: forbidden-key']);
    expect(reasonsFor('{"constructor":1,"a":{"toString":2}}')).toEqual([
      'constructor: forbidden-key',
      'a.toString: forbidden-key',
    ]);
  });

  it('has no half characters, in texts or keys', () => {
    expect(reasonsFor('{"a":"\\ud83d"}')).toEqual(['a: lone-surrogate']);
    expect(reasonsFor('{"\\ude00":1}')).toEqual(['\ude00: lone-surrogate']);
    expect(parseStrictJson('"\\ud83d\\ude00"')).toBe('😀');
  });

  it('has no number that a double would change or lose', () => {
    expect(reasonsFor('[9007199254740991,9007199254740993,-9007199254740993]')).toEqual([
      '1: unsafe-number',
      '2: unsafe-number',
    ]);
    expect(reasonsFor('{"a":1e400}')).toEqual(['a: unsafe-number']);
    expect(parseStrictJson('0.1453')).toBe(0.1453);
  });

  it('tells every reason at once', () => {
    expect(reasonsFor('{"a":1,"a":"\\ud83d","b":1e400}')).toEqual([
      'a: duplicate-key',
      'a: lone-surrogate',
      'b: unsafe-number',
    ]);
  });

  it('is not deeper than thirty-two levels, and a hostile depth is refused like any other', () => {
    expect(parseStrictJson(nested(33))).toHaveLength(1);
    expect(reasonsFor(nested(34)).map((reason) => reason.split(': ')[1])).toEqual(['too-deep']);
    expect(refusalOf(nested(200_000)).code).toBe('unsafe-json');
    expect(refusalOf('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)).code).toBe('unsafe-json');
  });

  it('comes in the composed form of Unicode, its keys too', () => {
    expect(parseStrictJson('{"e\u0301":["E\u0301ric"]}')).toEqual({ é: ['Éric'] });
  });
});
