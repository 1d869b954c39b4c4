import { useAffair, useEvents } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { ActHead } from '../act/act-head';
import { titleOfAct } from '../act/act-title';
import { History } from './history';

interface Props {
  readonly authority: string;
  readonly id: string;
}

export function ActHistoryPage({ authority, id }: Props) {
  const act = useAffair(authority, id);
  const events = useEvents(authority, { affair: id });
  const title = `Historique – ${titleOfAct(act.data)}`;
  return (
    <Page title={title} authority={authority} freshness={events.data?.freshness}>
      <Loaded query={act} what="de l’acte">
        {(dossier) => (
          <>
            <div>
              <ActHead dossier={dossier} />
            </div>
            <Loaded query={events} what="de l’historique" part>
              {({ items }) => (
                <History
                  entries={items}
                  timezone={dossier.authority.timezone}
                  list={events}
                  subject={dossier.agenda.subject}
                  of="de l’acte"
                />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}
