import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/places.js';
import { HEAD, isReached, heldOf, reachText, row, type Figure } from './figure.js';
import { drawn, type Series } from './series.js';

/** What one row gave, and on what. */
export interface MeasuredRow {
  readonly machine: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly figures: readonly Figure[];
  /** What is told beside the figures. */
  readonly notes: readonly string[];
  /** Values over time, drawn under the figures. */
  readonly series: readonly Series[];
}

export type MeasuredRows = Readonly<Record<string, MeasuredRow>>;

const FOLDER = join(ROOT, 'docs');
const DATA = join(FOLDER, 'bench.json');

/**
 * Writes `docs/bench.md` and `docs/bench.svg`: the rows just measured, and those that were before, each with the machine
 * as it was then (`docs/bench.json` keeps them).
 *
 * @param order the names of all rows, as they are to be told
 */
export function writeReport(measured: MeasuredRows, order: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const all = { ...earlierRows(), ...measured };
  const kept = order.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const]));
  writeFileSync(DATA, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
  const rows = kept.map(([, row]) => row);
  writeFileSync(join(FOLDER, 'bench.md'), markdown(rows));
  writeFileSync(join(FOLDER, 'bench.svg'), chart(rows));
}

const earlierRows = (): MeasuredRows =>
  existsSync(DATA) ? (JSON.parse(readFileSync(DATA, 'utf8')) as MeasuredRows) : {};

function markdown(rows: readonly MeasuredRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Figures',
    '',
    'Written by `npm run bench` (`-- ROW…` for some rows): each figure beside its floor, both measured in the same run. Ratios travel between machines, rates do not.',
    '',
    '![The figures beside their bars](bench.svg)',
    ...rows.flatMap(({ machine, day, figures, notes }) => [
      '',
      `${day}: ${machine.join('; ')}.`,
      '',
      line(HEAD),
      line(HEAD.map(() => '---')),
      ...figures.map((figure) => line(row(figure))),
      ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
    ]),
    '',
  ].join('\n');
}

const [WIDTH, LEFT, BAR, ROW] = [980, 430, 620, 30];
const COLOURS = { reached: '#1f7a4d', missed: '#b3411e' };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each figure as a share of its bar, which is the upright line: to be passed, or not to be. */
function chart(rows: readonly MeasuredRow[]): string {
  const shown = rows.flatMap(({ figures }) => figures).filter(({ reach }) => reach !== null);
  const series = rows.flatMap((row) => row.series);
  const [machine] = rows.at(-1)?.machine ?? [];
  const top = 44;
  const barsEnd = top + shown.length * ROW + 20;
  const height = barsEnd + series.length * 150 + 10;
  const bars = shown.map((figure, place) => barOf(figure, top + place * ROW));
  const lines = series.map((one, place) =>
    drawn(one, { x: 60, y: barsEnd + place * 150, width: WIDTH - 90, height: 110 }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13">`,
    `<title>Figures beside their bars</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="10" y="20" fill="#555">${escaped(machine ?? '')}</text>`,
    ...bars,
    `<line x1="${BAR}" x2="${BAR}" y1="${top - 8}" y2="${barsEnd - 16}" stroke="#222" stroke-dasharray="4 3"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function barOf(figure: Figure, y: number): string {
  const bar = figure.reach?.value ?? 1;
  // Of what must not be at all, one is over the bar already.
  const share = bar === 0 ? heldOf(figure) * 1.6 : heldOf(figure) / bar;
  const length = Math.min(share, 1.6) * (BAR - LEFT);
  const colour = isReached(figure) === true ? COLOURS.reached : COLOURS.missed;
  const text = `${heldOf(figure).toFixed(2)} (${reachText(figure)})`;
  return [
    `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(figure.name)}</text>`,
    `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="20" fill="${colour}"/>`,
    `<text x="${Math.max(LEFT + length, BAR) + 8}" y="${y + 15}">${escaped(text)}</text>`,
  ].join('\n');
}
