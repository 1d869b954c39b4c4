import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/places.js';
import { HEAD, isReached, heldOf, reachText, row, type Figure } from './figure.js';
import type { Series } from './series.js';

/** What one run measured. */
export interface Run {
  readonly machine: readonly string[];
  readonly figures: readonly Figure[];
  /** What is told beside the figures. */
  readonly notes: readonly string[];
  /** Values over time, drawn under the figures. */
  readonly series: readonly Series[];
}

/** Writes `docs/bench.md` and `docs/bench.svg`. */
export function writeReport(run: Run): void {
  const folder = join(ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.md'), markdown(run));
  writeFileSync(join(folder, 'bench.svg'), chart(run));
}

function markdown({ machine, figures, notes }: Run): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Figures',
    '',
    'Written by `npm run bench`: each figure beside its floor, both measured in the same run. Ratios travel between machines, rates do not.',
    '',
    ...machine.map((text) => `- ${text}`),
    '',
    '![The figures beside their bars](bench.svg)',
    '',
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...figures.map((figure) => line(row(figure))),
    '',
    ...notes.flatMap((note) => [`- ${note}`]),
    '',
  ].join('\n');
}

const [WIDTH, LEFT, BAR, ROW] = [980, 430, 620, 30];
const COLOURS = { reached: '#1f7a4d', missed: '#b3411e' };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each figure as a share of its bar, which is the upright line: to be passed, or not to be. */
function chart({ machine, figures, series }: Run): string {
  const shown = figures.filter(({ reach }) => reach !== null);
  const top = 44;
  const barsEnd = top + shown.length * ROW + 20;
  const height = barsEnd + series.length * 150 + 10;
  const bars = shown.map((figure, place) => barOf(figure, top + place * ROW));
  const lines = series.map((one, place) =>
    one.draw({ x: 60, y: barsEnd + place * 150, width: WIDTH - 90, height: 110 }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13">`,
    `<title>Figures beside their bars</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="10" y="20" fill="#555">${escaped(machine[0] ?? '')}; ${escaped(machine.at(-1) ?? '')}</text>`,
    ...bars,
    `<line x1="${BAR}" x2="${BAR}" y1="${top - 8}" y2="${barsEnd - 16}" stroke="#222" stroke-dasharray="4 3"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function barOf(figure: Figure, y: number): string {
  const share = heldOf(figure) / (figure.reach?.value ?? 1);
  const length = Math.min(share, 1.6) * (BAR - LEFT);
  const colour = isReached(figure) === true ? COLOURS.reached : COLOURS.missed;
  const text = `${heldOf(figure).toFixed(2)} (${reachText(figure)})`;
  return [
    `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(figure.name)}</text>`,
    `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="20" fill="${colour}"/>`,
    `<text x="${Math.max(LEFT + length, BAR) + 8}" y="${y + 15}">${escaped(text)}</text>`,
  ].join('\n');
}
