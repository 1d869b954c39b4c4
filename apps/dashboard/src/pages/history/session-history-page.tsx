import { lazy } from 'react';
import type { SessionBoard } from '@registre/projections';
import { useEvents, useSession, useSteps } from '../../api/queries';
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

const timezoneOf = ({ state }: SessionBoard): string =>
  state.bodyAtSession?.authority.timezone ?? 'Europe/Paris';

interface ReplayProps {
  readonly authority: string;
  readonly session: string;
  readonly timezone: string;
}

/** All events of the séance are its steps, however few of them the list below shows. */
function ReplayOfAll({ authority, session, timezone }: ReplayProps) {
  const steps = useSteps(authority, session);
  return (
    <Loaded query={steps} what="des étapes de la séance" part>
      {(entries) =>
        entries.length > 1 && (
          <Replay authority={authority} session={session} timezone={timezone} entries={entries} />
        )
      }
    </Loaded>
  );
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
                  <ReplayOfAll authority={authority} session={id} timezone={timezoneOf(board)} />
                  <History entries={items} timezone={timezoneOf(board)} list={events} of="de la séance" />
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}
