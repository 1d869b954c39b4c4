import { stemmer } from '@orama/stemmers/french';

/** A word of a text, and where it stands. */
export interface Word {
  /** Small letters without accents; of a number, its digits. */
  readonly word: string;
  /** What it is found by: itself, and its stems. */
  readonly forms: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** Thousands may be apart: by a space, a no-break space or a thin one. */
const GROUPED = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)(?:,\\d{1,2}(?!\\d))?';
const DECIMAL = '\\d+[.,]\\d{1,2}(?![\\d.,/-])';
/** Numbers of acts, dates: 13913/23/BM, 2023-10-12. */
const COMPOUND = '[\\p{L}\\p{N}]*\\d[\\p{L}\\p{N}]*(?:[/._-][\\p{L}\\p{N}]+)+';
const TOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${GROUPED}|${DECIMAL})(?![\\p{L}\\p{N}])|${COMPOUND}|[\\p{L}\\p{N}]+`,
  'gu',
);
const AMOUNT = new RegExp(`^(?:${GROUPED}|${DECIMAL})$`, 'u');

/** Plurals that the stemmer does not bring back to their singular. */
const IRREGULAR: Readonly<Record<string, string>> = { travaux: 'travail', baux: 'bail', vitraux: 'vitrail' };

/** The words of a text, as they are indexed and as they are asked for. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    yield { ...foldedOf(found), from: match.index, until: match.index + found.length };
  }
}

type Folded = Pick<Word, 'word' | 'forms'>;

/** What was met before: a language has few words, and stemming one costs more than all else. Bounded. */
const known = new Map<string, Folded>();
const KEPT = 50_000;

function foldedOf(found: string): Folded {
  const before = known.get(found);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const made = foldedAnew(found);
  known.set(found, made);
  return made;
}

function foldedAnew(found: string): Folded {
  if (AMOUNT.test(found)) return number(digitsOf(found));
  return /[/._-]/.test(found) ? compound(found) : word(found);
}

/** `75 000`, `75000,00` and `75000.00` are one number. */
function digitsOf(amount: string): string {
  const [whole = '', cents = ''] = amount.replace(/[^\d.,]/g, '').split(/[.,]/);
  return /^0*$/.test(cents) ? whole : `${whole}v${cents.padEnd(2, '0')}`;
}

const number = (digits: string): Folded => ({ word: digits, forms: [digits] });

/** Found whole, and by each of its parts. */
function compound(found: string): Folded {
  const parts = folded(found).split(/[/._-]/);
  return { word: parts.join(''), forms: [parts.join(''), ...parts] };
}

function word(found: string): Folded {
  const small = found.toLowerCase();
  const bare = folded(small);
  const singular = IRREGULAR[small] ?? small;
  // Whoever leaves the accents out must find what has them, and the stemmer goes by accents: both are stemmed.
  const stems = [folded(stemmer(singular)), folded(stemmer(folded(singular)))];
  return { word: bare, forms: [...new Set([bare, ...stems])] };
}

/** Small letters without accents; ligatures apart. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Texts as they are put into the index. */
export function indexed(texts: readonly string[]): string {
  const forms: string[] = [];
  for (const text of texts) {
    for (const [found] of text.matchAll(TOKEN)) forms.push(...foldedOf(found).forms);
  }
  return forms.join(' ');
}

/** Words that say nothing, alone. */
const EMPTY = new Set('a au aux c d de des du en et j l la le les m n ou qu s t un une'.split(' '));

/** What is asked for: each of these words, the last one perhaps unfinished; without words, undefined. */
export function askedWords(question: string): readonly Word[] | undefined {
  const words = [...wordsOf(question.normalize('NFC'))];
  const telling = words.filter(({ word: one }, place) => !EMPTY.has(one) || place === words.length - 1);
  return telling.length === 0 ? undefined : telling;
}

/**
 * The words as an expression of FTS5. Each is letters and digits between quotes: whatever was typed, nothing of it is
 * read as syntax.
 */
export function matchOf(words: readonly Word[]): string {
  return words
    .map(({ word: one, forms }, place) => {
      const stems = forms.length > 1 && /\d/.test(one) ? [one] : forms;
      const prefix = place === words.length - 1 ? ' *' : '';
      return `(${stems.map((form) => `"${form}"${form === one ? prefix : ''}`).join(' OR ')})`;
    })
    .join(' AND ');
}
