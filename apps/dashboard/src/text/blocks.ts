/** A text cut into what can be shown: no HTML is ever made of it. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

const BULLET = /^\s*[-*•–]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const HEADING = /^#{1,6}\s+/;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Paragraphs, lists and, in Markdown, headings and tables. What is not understood stays text. */
export function blocksOf(text: string, format: 'text' | 'markdown'): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((chunk) => chunk.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => blocksOfChunk(lines, format === 'markdown'));
}

function blocksOfChunk(lines: readonly string[], markdown: boolean): readonly Block[] {
  const table = markdown ? tableOf(lines) : null;
  if (table !== null) return [table];
  return runsOf(lines, markdown).map(({ kind, lines: run }) => blockOf(kind, run));
}

type LineKind = 'paragraph' | 'heading' | 'bullet' | 'number';

function kindOf(line: string, markdown: boolean): LineKind {
  if (markdown && HEADING.test(line)) return 'heading';
  if (BULLET.test(line)) return 'bullet';
  return markdown && NUMBER.test(line) ? 'number' : 'paragraph';
}

function runsOf(lines: readonly string[], markdown: boolean) {
  const runs: { kind: LineKind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line, markdown);
    const last = runs.at(-1);
    if (last !== undefined && last.kind === kind && kind !== 'heading') last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}

function blockOf(kind: LineKind, lines: readonly string[]): Block {
  switch (kind) {
    case 'bullet':
      return { kind: 'list', ordered: false, items: lines.map((line) => line.replace(BULLET, '')) };
    case 'number':
      return { kind: 'list', ordered: true, items: lines.map((line) => line.replace(NUMBER, '')) };
    case 'heading':
      return { kind, text: lines.join(' ').replace(HEADING, '') };
    case 'paragraph':
      return { kind, text: lines.join('\n') };
  }
}

function tableOf(lines: readonly string[]): Block | null {
  const [header, rule, ...rows] = lines;
  if (
    header === undefined ||
    rule === undefined ||
    !RULE.test(rule) ||
    !lines.every((line) => ROW.test(line))
  ) {
    return null;
  }
  return { kind: 'table', header: cellsOf(header), rows: rows.map(cellsOf) };
}

const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
