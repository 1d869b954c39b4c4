import { Link } from 'wouter';
import { conveneAddress } from '../../addresses';
import { useMay } from '../../api/may';
import { useAuthority, useSessions } from '../../api/queries';
import { Page } from '../../shell/page';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { plural } from '../../wording/amounts';
import { SessionsTable } from './sessions-table';

export function SessionsPage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  const sessions = useSessions(authority);
  const mayConvene = useMay(authority, 'POST /api/v1/:authority/sessions');
  const name = described.data?.name ?? authority;
  return (
    <Page title={`Séances – ${name}`} authority={authority} freshness={sessions.data?.freshness}>
      <Loaded query={sessions} what="des séances">
        {({ items }) => (
          <>
            <PageHead title="Séances">
              {mayConvene && (
                <Link className="button" href={conveneAddress(authority)}>
                  Convoquer une séance
                </Link>
              )}
            </PageHead>
            {items.length === 0 ? (
              <Empty title="Aucune séance n’est enregistrée">
                <p>
                  Une séance s’importe depuis un fichier&nbsp;: <code>npx registre import FICHIER</code>
                </p>
              </Empty>
            ) : (
              <Panel>
                <SessionsTable authority={authority} sessions={items} />
                <More list={sessions} shown={`${plural(items.length, 'séance')} à l’écran`} />
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
