import Table from 'cli-table3';
import { UNKNOWN } from '@registre/deliberation';

/** Prints a line for people. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints JSON for programs. */
export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

export type Cell = string | number | null;

/** Prints a table; what is not known is said so. */
export function sayTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: widths(head),
  });
  for (const row of rows) table.push(row.map((cell) => cell ?? UNKNOWN));
  say(table.toString());
}

// One column takes what the others leave, so that long subjects wrap instead of running off the screen.
function widths(head: readonly string[]): (number | null)[] {
  const screen = process.stdout.columns ?? 140;
  const wide = head.findIndex((title) => title === 'Objet');
  return head.map((_title, place) => (place === wide ? Math.max(40, screen - 22 * (head.length - 1)) : null));
}

/** Shows how far long work is, on the error output, where it disturbs no pipe. */
export function progressLine(label: string): (done: number, total?: number | null) => void {
  const started = Date.now();
  let shown = 0;
  return (done, total) => {
    const now = Date.now();
    if (!process.stderr.isTTY || now - shown < 200) return;
    shown = now;
    const rate = Math.round((done * 1000) / Math.max(1, now - started));
    const of = total ? ` / ${total} (${Math.floor((done * 100) / total)} %)` : '';
    const left = total ? `, encore ${remaining((total - done) / Math.max(1, rate))}` : '';
    process.stderr.write(`\r${label} : ${done}${of}, ${rate}/s${left}   `);
  };
}

/** About how long, from seconds: « 40 s », « 3 min ». */
const remaining = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(Math.max(0, seconds))} s` : `${Math.ceil(seconds / 60)} min`;
