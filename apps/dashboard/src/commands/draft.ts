import { useCallback, useState } from 'react';

const storageKey = (name: string) => `registre.saisie.${name}`;

/**
 * What is being typed: it outlives a reload of the page, and a cut connection, until it is recorded.
 *
 * @param name of the draft in this browser's session, unique for what it is about
 */
export function useDraft<T>(name: string, empty: T) {
  const [draft, keep] = useState<T>(() => read(name) ?? empty);
  const change = useCallback(
    (next: T | ((before: T) => T)) =>
      keep((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        write(name, after);
        return after;
      }),
    [name],
  );
  const discard = useCallback(() => {
    write(name, null);
    keep(empty);
  }, [name, empty]);
  return [draft, change, discard] as const;
}

/** What this browser's session holds under that name; null: nothing, or nothing readable. */
export function read<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(storageKey(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** @param value null: to be forgotten */
export function write(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(storageKey(name));
    else sessionStorage.setItem(storageKey(name), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still has what is in memory.
  }
}
