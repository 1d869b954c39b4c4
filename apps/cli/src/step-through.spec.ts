import { nextPlace } from './step-through.js';

describe('a key at the terminal', () => {
  it.each([
    ['right', 3, 4],
    ['n', 9, 9],
    ['left', 3, 2],
    ['p', 0, 0],
    ['home', 3, 0],
    ['end', 3, 9],
    ['x', 3, 3],
    ['q', 3, null],
    ['escape', 3, null],
  ])('%s at %s of 9 leads to %s', (name, place, next) => expect(nextPlace({ name }, place, 9)).toBe(next));

  it('Ctrl+C leaves', () => expect(nextPlace({ name: 'c', ctrl: true }, 3, 9)).toBeNull());
});
