import { useEffect, type RefObject } from 'react';

/**
 * What had the focus may be gone once something is recorded: the keyboard then goes on in the middle of the page, and
 * not at its very beginning.
 *
 * @param changes after which to look
 */
export function useKeptFocus(middle: RefObject<HTMLElement | null>, changes: readonly unknown[]): void {
  useEffect(() => {
    // Once the dialogs that close now have given the focus back.
    const look = window.setTimeout(() => {
      if (document.activeElement === document.body) middle.current?.focus({ preventScroll: true });
    }, 60);
    return () => window.clearTimeout(look);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, changes);
}
