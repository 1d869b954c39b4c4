import { emitKeypressEvents } from 'node:readline';
import { say } from './print.js';

/** A key as the terminal tells it. */
interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

const CLEAR = '\u001b[2J\u001b[H';

/**
 * Shows one thing after another at a terminal, by its keys: → and ← (or n and p), Home and End, q.
 *
 * @param textOf what is shown at a place
 */
export async function stepThrough(
  count: number,
  textOf: (place: number) => Promise<string>,
  { input = process.stdin, output = process.stdout } = {},
): Promise<void> {
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.resume();
  try {
    for (let place: number | null = 0; place !== null;) {
      output.write(`${CLEAR}${await textOf(place)}\n\n→ suivant   ← précédent   Début, Fin   q quitter\n`);
      place = nextPlace(await keyOf(input), place, count - 1);
    }
  } finally {
    input.setRawMode(false);
    input.pause();
  }
  say('');
}

const keyOf = (input: NodeJS.ReadStream): Promise<Key> =>
  new Promise((resolve) => void input.once('keypress', (_text, key: Key) => resolve(key)));

/** Where a key leads; null: away. */
export function nextPlace({ name, ctrl }: Key, place: number, last: number): number | null {
  if (name === 'q' || name === 'escape' || (ctrl === true && name === 'c')) return null;
  if (name === 'right' || name === 'n' || name === 'space' || name === 'return')
    return Math.min(place + 1, last);
  if (name === 'left' || name === 'p') return Math.max(place - 1, 0);
  if (name === 'home') return 0;
  return name === 'end' ? last : place;
}
