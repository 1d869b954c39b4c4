import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { liveAddress } from './client';

/** Whether a page hears at once what happens: `paused` while nobody looks at it. */
export type Liveness = 'connecting' | 'live' | 'offline' | 'paused';

/** How long until a stream that the server refused or ended is asked for again, in milliseconds. */
const ASK_AGAIN = 5_000;

/** Keeps what is shown of an authority up to date for as long as the page is looked at. */
export function useLive(authority: string): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  useEffect(() => follow(authority, client, setLiveness), [authority, client]);
  return liveness;
}

/** @returns ends it */
function follow(authority: string, client: QueryClient, tell: (liveness: Liveness) => void): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;
  let cut = false;
  const refresh = () => void client.invalidateQueries({ queryKey: [authority] });

  const open = () => {
    source = new EventSource(liveAddress(authority));
    source.addEventListener('caught-up', refresh);
    source.onopen = () => {
      if (cut) refresh();
      cut = false;
      tell('live');
    };
    source.onerror = () => {
      cut = true;
      tell('offline');
      // The browser asks again by itself after a cut, not after a refusal.
      if (source?.readyState === EventSource.CLOSED) again = window.setTimeout(open, ASK_AGAIN);
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
