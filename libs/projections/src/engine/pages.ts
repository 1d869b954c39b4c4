import { Refusal } from '@registre/platform';

/** The most items that one page may hold. */
export const MAX_LIMIT = 500;

export interface PageRequest {
  /** `next` of the page before; absent: the first page. */
  readonly cursor?: string | undefined;
  /** At most that many items, and never more than `MAX_LIMIT`. */
  readonly limit: number;
}

/** The wanted number of items, within bounds. */
export const bounded = (limit: number): number => Math.min(Math.max(1, Math.trunc(limit)), MAX_LIMIT);

type Key = readonly (string | number)[];

/** Where a page ended, as a text that is given back for the next one. */
export const cursorOf = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key that a cursor was made of.
 *
 * @param like what each part of the key is, e.g. `['', 0]`
 * @throws Refusal `invalid` for a text that `cursorOf` did not make
 */
export function keyOf(cursor: string, like: Key): Key {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (
      Array.isArray(key) &&
      key.length === like.length &&
      like.every((part, index) => typeof part === typeof key[index])
    ) {
      return key as Key;
    }
  } catch {
    // Told below, like a key of another form.
  }
  const message = 'Ce curseur ne vient pas d’une page précédente.';
  throw new Refusal('invalid', 'bad-cursor', message, [{ field: 'cursor', rule: 'bad-cursor', message }]);
}

/** The items of a page and the cursor of the next one, from one row more than asked. */
export function cut<R>(
  rows: readonly R[],
  limit: number,
  keyAt: (row: R) => Key,
): { readonly rows: readonly R[]; readonly next: string | null } {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { rows, next: null };
  return { rows: rows.slice(0, limit), next: cursorOf(keyAt(last)) };
}
