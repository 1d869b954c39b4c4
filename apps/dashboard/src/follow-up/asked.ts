import { useLocation, useSearch } from 'wouter';

/**
 * What the page's address asks to be done (`?faire=…`): a link leads to a form, and going back leaves it.
 *
 * @param open what can be done here and now; anything else asks nothing
 */
export function useAsked<D extends string>(open: readonly D[]) {
  const [path, navigate] = useLocation();
  const named = new URLSearchParams(useSearch()).get('faire');
  const asked = open.find((deed) => deed === named) ?? null;
  const ask = (deed: D | null) => navigate(deed === null ? path : `${path}?faire=${deed}`, { replace: true });
  return [asked, ask] as const;
}
