import { lazy } from 'react';
import { useEvents, useSession } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { SessionHead } from '../session/session-head';
import { titleOfSession } from '../session/session-title';
import { History } from './history';

const Replay = lazy(() => import('./replay'));

interface Props {
  readonly authority: string;
  readonly id: string;
}

export function SessionHistoryPage({ authority, id }: Props) {
  const session = useSession(authority, id);
  const events = useEvents(authority, { session: id });
  const title = `Historique – ${titleOfSession(session.data)}`;
  return (
    <Page title={title} authority={authority} freshness={events.data?.freshness}>
      <Loaded query={session} what="de la séance">
        {(board) => (
          <>
            <div>
              <SessionHead authority={authority} board={board} />
            </div>
            <Loaded query={events} what="de l’historique" part>
              {({ items }) => (
                <>
                  {items.length > 1 && <Replay authority={authority} session={id} entries={items} />}
                  <History
                    entries={items}
                    timezone={board.state.bodyAtSession?.authority.timezone ?? 'Europe/Paris'}
                    list={events}
                    of="de la séance"
                  />
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}
