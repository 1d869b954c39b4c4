import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getSession, type Recorded } from '../../api/client';
import { useCommands, type Commands } from '../../commands/commands';

/** Records one thing after another in a séance. */
export function useSessionCommands(authority: string, session: string, revision: number): Commands {
  const client = useQueryClient();
  const show = useCallback(
    async (recorded: Recorded | null) =>
      recorded === null
        ? client.invalidateQueries({ queryKey: [authority, 'session', session] })
        : showRecorded(client, authority, session, recorded),
    [client, authority, session],
  );
  return useCommands({ authority, outbox: `${authority}.${session}`, revision, show });
}

/** Reads the séance again, with what was just written in it. */
export async function showRecorded(
  client: QueryClient,
  authority: string,
  session: string,
  { stream, revision }: Recorded,
): Promise<void> {
  const board = await getSession(authority, session, `${stream}@${revision}`).catch(() => undefined);
  if (board === undefined) return;
  client.setQueryData([authority, 'session', session], board);
  // Until it is drawn: what is recorded next goes on from there.
  await new Promise((drawn) => setTimeout(drawn));
}
