import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { CLOCK_NAMES } from '../past/clocks';

/** How each criterion is called in a page's address. */
export type Names<C extends string> = { readonly [criterion in C]: string };

/** Criteria that stand in the address of the page: they survive a reload and can be sent to somebody. */
export function useAddressFilter<C extends string>(names: Names<C>) {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(
    Object.entries<string>(names).map(([criterion, name]) => [criterion, said(search.get(name))]),
  ) as { readonly [criterion in C]: string | null };
  const apply = useCallback(
    (next: { readonly [criterion in C]: string | null }) =>
      setSearch((before) => {
        const wanted = Object.entries<string>(names).flatMap(([criterion, name]): [string, string][] => {
          const value = next[criterion as C];
          return value === null ? [] : [[name, value]];
        });
        // The time at which the page is read is no criterion: it stays.
        return [...wanted, ...[...before].filter(([name]) => CLOCK_NAMES.includes(name))];
      }),
    [names, setSearch],
  );
  return [filter, apply] as const;
}

const said = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value.trim();

/** What a form says, by the names of its controls; null: nothing. */
export function filterOf<C extends string>(
  form: HTMLFormElement,
  names: Names<C>,
): { readonly [criterion in C]: string | null } {
  const data = new FormData(form);
  const entries = Object.keys(names).map((criterion) => {
    const value = data.get(criterion);
    return [criterion, typeof value === 'string' ? said(value) : null];
  });
  return Object.fromEntries(entries) as { readonly [criterion in C]: string | null };
}
