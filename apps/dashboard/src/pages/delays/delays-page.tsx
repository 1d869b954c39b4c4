import { useAuthority, useDelays } from '../../api/queries';
import { Page } from '../../shell/page';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { DelaysTable } from './delays-table';

/** What the law still asks after the séances, the most pressing first. */
export function DelaysPage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  const delays = useDelays(authority);
  const name = described.data?.name ?? authority;
  return (
    <Page title={`À faire – ${name}`} authority={authority} freshness={delays.data?.freshness}>
      <Loaded query={delays} what="de ce qui reste à faire">
        {({ items }) => (
          <>
            <PageHead title="À faire après les séances" />
            {items.length === 0 ? (
              <Empty title="Rien à faire">
                <p>Tout ce que le registre sait demandé par la loi est enregistré comme fait.</p>
              </Empty>
            ) : (
              <Panel>
                <DelaysTable authority={authority} delays={items} />
                <More list={delays} shown={`${items.length} à l’écran`} />
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
