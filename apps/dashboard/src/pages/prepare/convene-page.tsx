import type { AuthorityView } from '@registre/projections';
import { useAuthority } from '../../api/queries';
import { Page } from '../../shell/page';
import { Card } from '../../ui/card';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { ConveneForm } from './convene-form';

/** Convenes a séance with its agenda. */
export default function ConvenePage({ authority }: { readonly authority: string }) {
  const described = useAuthority(authority);
  return (
    <Page title="Convoquer une séance" authority={authority} freshness={described.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {(view) => <Convening view={view} />}
      </Loaded>
    </Page>
  );
}

const Convening = ({ view }: { readonly view: AuthorityView }) => (
  <>
    <PageHead title="Convoquer une séance" />
    <Card title="La séance et son ordre du jour">
      {view.bodies.length === 0 ? (
        <p>Constituez d’abord une instance&nbsp;: c’est elle qui est convoquée.</p>
      ) : (
        <ConveneForm authority={view.key} bodies={view.bodies} />
      )}
    </Card>
  </>
);
