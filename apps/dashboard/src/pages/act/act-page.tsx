import { useAffair } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { Act } from './act';
import { titleOfAct } from './act-title';

interface Props {
  readonly authority: string;
  readonly id: string;
}

export function ActPage({ authority, id }: Props) {
  const query = useAffair(authority, id);
  return (
    <Page title={titleOfAct(query.data)} authority={authority} freshness={query.data?.freshness} live>
      <Loaded query={query} what="de l’acte">
        {(dossier) => <Act dossier={dossier} />}
      </Loaded>
    </Page>
  );
}
