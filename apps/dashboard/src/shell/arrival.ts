import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

export const MAIN_ID = 'contenu';

let goingBack = false;
// Captured before the router hears of it, so that it is known when the new page is drawn.
addEventListener('popstate', () => (goingBack = true), { capture: true });

/**
 * What a browser does on a real navigation: begin at the top, and let the keyboard and the screen reader start in
 * the page. Going back leaves the scroll to the browser, which remembers it.
 */
export function useArrival() {
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (!goingBack) scrollTo(0, 0);
    goingBack = false;
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
  }, [path]);
}
