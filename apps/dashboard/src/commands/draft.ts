import { useCallback, useSyncExternalStore } from 'react';

const storageKey = (name: string) => `registre.saisie.${name}`;

/** What was read or written since the page was loaded: a draft is the same for all who show it. */
const drafts = new Map<string, unknown>();
const watchers = new Map<string, Set<() => void>>();

/**
 * What is being typed: it outlives a reload of the page, and a cut connection, until it is recorded.
 *
 * @param name of the draft in this browser's session, unique for what it is about
 */
export function useDraft<T>(name: string, empty: T) {
  const watch = useCallback((tell: () => void) => watched(name, tell), [name]);
  const draft = useSyncExternalStore(watch, () => read<T>(name)) ?? empty;
  const change = useCallback(
    (next: T | ((before: T) => T)) => {
      const before = read<T>(name) ?? empty;
      write(name, typeof next === 'function' ? (next as (before: T) => T)(before) : next);
    },
    [name, empty],
  );
  const discard = useCallback(() => write(name, null), [name]);
  return [draft, change, discard] as const;
}

function watched(name: string, tell: () => void): () => void {
  const those = watchers.get(name) ?? new Set();
  watchers.set(name, those.add(tell));
  return () => void those.delete(tell);
}

/** What this browser's session holds under that name; null: nothing, or nothing readable. */
export function read<T>(name: string): T | null {
  if (!drafts.has(name)) drafts.set(name, stored(name));
  return drafts.get(name) as T | null;
}

/** @param value null: to be forgotten */
export function write(name: string, value: unknown): void {
  drafts.set(name, value);
  try {
    if (value === null) sessionStorage.removeItem(storageKey(name));
    else sessionStorage.setItem(storageKey(name), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still has what is in memory.
  }
  watchers.get(name)?.forEach((tell) => tell());
}

function stored(name: string): unknown {
  try {
    const text = sessionStorage.getItem(storageKey(name));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
