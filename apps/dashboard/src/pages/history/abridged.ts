const WORDS_KEPT = 5;

/** The sentence with a long subject cut to its first words: the page's title gives it whole. */
export function abridged(sentence: string, subject: string): string {
  const words = subject.split(' ');
  if (words.length <= WORDS_KEPT + 2) return sentence;
  return sentence.replaceAll(subject, `${words.slice(0, WORDS_KEPT).join(' ')}…`);
}
