import { useLocation, useSearch } from 'wouter';

/**
 * What the page's address asks to be done (`?faire=…`): a link leads to a form.
 *
 * @param open what can be done here and now; anything else asks nothing
 */
export function useAsked<D extends string>(open: readonly D[]) {
  const [path, navigate] = useLocation();
  const named = new URLSearchParams(useSearch()).get('faire');
  const asked = open.find((deed) => deed === named) ?? null;
  const ask = (deed: D) => navigate(`${path}?faire=${deed}`, { replace: true });
  // What is done closes its own form, not another that was opened since.
  const close = (deed: D) => {
    if (new URLSearchParams(location.search).get('faire') === deed) navigate(path, { replace: true });
  };
  return { asked, ask, close };
}
