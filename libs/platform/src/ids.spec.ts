import { derivedId, newId, newSalt } from './ids.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an identifier', () => {
  it('is fresh each time', () => {
    expect(UUID.exec(newId())?.[1]).toBe('4');
    expect(newId()).not.toBe(newId());
  });

  it('derived from the same parts is the same, for ever', () => {
    expect(derivedId('valmont', 'greffe', 'k1', 'session')).toBe('f3e2eab5-ec16-547e-aa67-08d73e2252f6');
    expect(UUID.exec(derivedId('valmont'))?.[1]).toBe('5');
  });

  it('tells apart parts that would read the same end to end', () => {
    const ids = [['ab', 'c'], ['a', 'bc'], ['abc'], ['a', 'b', 'c'], ['a","b', 'c']].map((parts) =>
      derivedId(...parts),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a salt', () => {
  it('is sixteen random bytes', () => {
    expect(Buffer.from(newSalt(), 'base64')).toHaveLength(16);
    expect(newSalt()).not.toBe(newSalt());
  });
});
