import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getAuthority, type Recorded } from '../api/client';

/** Reads again what the page shows of an authority, once what was just written can be read. */
export function useShown(authority: string): (recorded: Recorded | null) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (recorded) => {
      const after = recorded === null ? null : `${recorded.stream}@${recorded.revision}`;
      // That it was recorded stands, whether it can be read yet or not.
      if (after !== null) await getAuthority(authority, after).catch(() => undefined);
      await client.invalidateQueries({ queryKey: [authority] });
    },
    [client, authority],
  );
}
