import type { SearchSnippet } from '../views.js';
import type { DocumentTexts } from './search.js';
import { wordsOf, type Word } from './words.js';

/** How much of a text is shown before and after the first word found, in characters. */
const AROUND = 90;
const MOST = 3;

/** Where the words asked for stand in the texts of a document: at most three places, one for each text. */
export function snippetsOf(texts: DocumentTexts, asked: readonly Word[]): readonly SearchSnippet[] {
  const snippets: SearchSnippet[] = [];
  for (const [part, ofPart] of Object.entries(texts) as [keyof DocumentTexts, readonly string[]][]) {
    for (const text of ofPart) {
      if (snippets.length === MOST) return snippets;
      const found = foundIn(text, asked);
      if (found.length > 0) snippets.push({ part, pieces: piecesOf(text, found) });
    }
  }
  return snippets;
}

const foundIn = (text: string, asked: readonly Word[]): readonly Word[] =>
  [...wordsOf(text)].filter((word) =>
    asked.some((one, place) => isFoundBy(word, one, place === asked.length - 1)),
  );

function isFoundBy({ word, forms }: Word, asked: Word, mayBeUnfinished: boolean): boolean {
  const wanted = /\d/.test(asked.word) ? [asked.word] : asked.forms;
  return wanted.some((form) => forms.includes(form)) || (mayBeUnfinished && word.startsWith(asked.word));
}

function piecesOf(text: string, found: readonly Word[]): SearchSnippet['pieces'] {
  const first = found[0]?.from ?? 0;
  const from = Math.max(0, first - AROUND);
  const until = Math.min(text.length, first + 2 * AROUND);
  const pieces: { text: string; found: boolean }[] = [];
  const add = (piece: string, isFound: boolean) =>
    piece !== '' && pieces.push({ text: piece, found: isFound });
  let place = from;
  for (const word of found.filter((one) => one.until <= until)) {
    if (word.from < place) continue;
    add(text.slice(place, word.from), false);
    add(text.slice(word.from, word.until), true);
    place = word.until;
  }
  add(text.slice(place, until), false);
  return [
    ...(from > 0 ? [{ text: '…', found: false }] : []),
    ...pieces,
    ...(until < text.length ? [{ text: '…', found: false }] : []),
  ];
}
