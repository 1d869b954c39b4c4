import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { liveAddress } from './client';
import { useVisitor } from './queries';

/** Whether a page hears at once what happens: `paused` while nobody looks at it. */
export type Liveness = 'connecting' | 'live' | 'offline' | 'paused';

/** How long until a stream that the server refused or ended is asked for again, in milliseconds. */
const ASK_AGAIN = 5_000;
/** How often who is not told live asks again, in milliseconds: their role may be for some bodies only. */
const ASK_UNTOLD = 10_000;

/**
 * Keeps what is shown of an authority up to date for as long as the page is looked at. Nobody known: the public register
 * is not told live.
 */
export function useLive(authority: string): Liveness {
  const client = useQueryClient();
  const known = useVisitor().data?.actor != null;
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  useEffect(() => (known ? follow(authority, client, setLiveness) : undefined), [authority, client, known]);
  return liveness;
}

/** @returns ends it */
function follow(authority: string, client: QueryClient, tell: (liveness: Liveness) => void): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;
  let cut = false;
  let wasOpen = false;
  const refresh = () => void client.invalidateQueries({ queryKey: [authority] });

  const open = () => {
    source = new EventSource(liveAddress(authority));
    source.addEventListener('caught-up', refresh);
    source.onopen = () => {
      if (cut) refresh();
      cut = false;
      wasOpen = true;
      tell('live');
    };
    source.onerror = () => {
      cut = true;
      // The browser asks again by itself after a cut, not after a refusal.
      const refused = source?.readyState === EventSource.CLOSED;
      // Who is refused from the start has no role to be told; what was open comes back.
      if (wasOpen || !refused) tell('offline');
      if (!refused) return;
      if (wasOpen) again = window.setTimeout(open, ASK_AGAIN);
      else again = window.setInterval(refresh, ASK_UNTOLD);
    };
  };
  const close = () => {
    window.clearTimeout(again);
    source?.close();
  };
  // A browser holds few connections to one server: pages that are not looked at leave them to the others.
  const look = () => {
    close();
    if (document.hidden) {
      cut = true;
      tell('paused');
    } else open();
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
