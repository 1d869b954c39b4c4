import { Link } from 'wouter';
import { registerAddress } from '../../addresses';
import { useAddressFilter } from '../../api/address-filter';
import { useAuthority, useRegisterOnPaper } from '../../api/queries';
import { useClocks, useTimed } from '../../past/clocks';
import { Page } from '../../shell/page';
import { DataTable } from '../../ui/data-table';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { plural } from '../../wording/amounts';
import { REGISTER_NAMES, inOrder } from './register-filter';
import { REGISTER_CAPTION, registerColumns } from './register-table';

/** How many lines are laid out at most: some hundred sheets of paper. */
const MOST = 2_000;

/** The lines of the register, all of them on one page, for paper. */
export default function PrintableRegisterPage({ authority }: { readonly authority: string }) {
  const [filter] = useAddressFilter(REGISTER_NAMES);
  const { effect } = useClocks();
  const described = useAuthority(authority);
  const register = useRegisterOnPaper(authority, inOrder(useTimed(filter)), MOST);
  return (
    <Page
      title={`Registre à imprimer – ${described.data?.name ?? authority}`}
      authority={authority}
      freshness={register.data?.freshness}
    >
      <Loaded query={described} what="de la collectivité">
        {({ timezone }) => (
          <Loaded query={register} what="des délibérations">
            {({ items, total }) => (
              <>
                <PageHead title="Registre des délibérations">
                  <button type="button" className="button button-main" onClick={() => print()}>
                    Imprimer
                  </button>
                </PageHead>
                <p>
                  {plural(total ?? items.length, 'délibération')}.{' '}
                  <Link href={registerAddress(authority) + location.search} className="not-on-paper">
                    Revenir à la liste
                  </Link>
                </p>
                {total !== null && total > items.length && (
                  <Notice
                    tone="warning"
                    title={`Les ${items.length.toLocaleString('fr-FR')} premières lignes seulement`}
                  >
                    <p>Ajoutez des critères, par exemple une année, pour imprimer le reste.</p>
                  </Notice>
                )}
                <Panel>
                  <DataTable
                    caption={REGISTER_CAPTION}
                    captionHidden
                    columns={registerColumns(authority, timezone, effect)}
                    rows={items}
                    keyOf={({ affair }) => affair}
                  />
                </Panel>
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
