const WORDS_KEPT = 5;

/**
 * The sentence with a long subject cut to its first words: the page's title gives it whole. The sentence may have
 * no-break spaces where the subject has plain ones.
 */
export function abridged(sentence: string, subject: string): string {
  const words = subject.split(/\s+/);
  if (words.length <= WORDS_KEPT + 2) return sentence;
  const whole = new RegExp(words.map(escaped).join('\\s+'), 'g');
  return sentence.replace(whole, () => `${words.slice(0, WORDS_KEPT).join(' ')}…`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
