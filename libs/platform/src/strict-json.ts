import { visit } from 'jsonc-parser';
import { Refusal, type Reason } from './errors.js';

const MAX_DEPTH = 32;

/**
 * Reads a JSON text as a person would expect it to be read: what `JSON.parse` lets pass silently is refused
 * (a key given twice, `__proto__` and the like, half a surrogate pair, an integer that a double cannot hold), and every
 * string comes back in Unicode's NFC form (UAX #15).
 *
 * @throws Refusal `invalid`, with every reason found.
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `Le texte envoyé n’est pas du JSON (RFC 8259)${placeOf(error as SyntaxError)}.`;
    throw new Refusal('invalid', 'malformed-json', message, [{ field: '', rule: 'malformed-json', message }]);
  }
  const unreadable = unreadableValues(value, []);
  const tooDeep = unreadable.some((reason) => reason.rule === 'too-deep');
  const reasons = tooDeep ? unreadable : [...repeatedKeys(text), ...unreadable];
  if (reasons.length > 0) {
    throw new Refusal('invalid', 'unsafe-json', 'Le JSON envoyé n’est pas recevable.', reasons);
  }
  return normalised(value);
}

function placeOf({ message }: SyntaxError): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined ? '' : ` : ligne ${line}, colonne ${column}`;
}

function repeatedKeys(text: string): Reason[] {
  const reasons: Reason[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, _line, _column, pathSupplier) => {
      const keys = open.at(-1);
      const refuse = (rule: string, message: string) =>
        reasons.push({ field: [...pathSupplier(), key].join('.'), rule, message });
      const normal = key.normalize('NFC');
      if (keys?.has(normal)) refuse('duplicate-key', `La clé « ${key} » est donnée deux fois.`);
      if (isInherited(key)) refuse('forbidden-key', `La clé « ${key} » est interdite.`);
      keys?.add(normal);
    },
  });
  return reasons;
}

// Beside `__proto__`, every object has `constructor`, `toString`…: class-transformer drops such fields without a word.
const isInherited = (key: string): boolean => Object.hasOwn(Object.prototype, key);

function unreadableValues(value: unknown, path: readonly (string | number)[]): Reason[] {
  const field = path.join('.');
  if (path.length > MAX_DEPTH) {
    return [{ field, rule: 'too-deep', message: `Plus de ${MAX_DEPTH} niveaux.` }];
  }
  if (typeof value === 'string') {
    return value.isWellFormed()
      ? []
      : [
          {
            field,
            rule: 'lone-surrogate',
            message: 'Le texte contient une moitié de caractère (surrogat isolé).',
          },
        ];
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
      ? []
      : [{ field, rule: 'unsafe-number', message: 'Ce nombre est trop grand pour être gardé exactement.' }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unreadableValues(item, [...path, index]));
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) => [
      ...(key.isWellFormed() ? [] : unreadableValues(key, [...path, key])),
      ...unreadableValues(item, [...path, key]),
    ]);
  }
  return [];
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalised);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.normalize('NFC'), normalised(item)]),
    );
  }
  return value;
}
