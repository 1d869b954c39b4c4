import { useAddressFilter } from '../../api/address-filter';
import type { RegisterFilter } from '../../api/client';
import { useAuthority, useRegister } from '../../api/queries';
import { useTimed } from '../../past/clocks';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { EmptyRegister } from './empty-register';
import { REGISTER_NAMES, inOrder, narrowing } from './register-filter';
import { RegisterFilterForm } from './register-filter-form';
import { RegisterList } from './register-list';
import { RegisterTools } from './register-tools';

export function RegisterPage({ authority }: { readonly authority: string }) {
  const [filter, apply] = useAddressFilter(REGISTER_NAMES);
  const described = useAuthority(authority);
  const name = described.data?.name ?? authority;
  const timed = useTimed(filter);
  const { freshness } = useRegister(authority, inOrder(timed)).data ?? {};
  return (
    <Page title={`Délibérations – ${name}`} authority={authority} freshness={freshness} live>
      <Loaded query={described} what="de la collectivité">
        {({ bodies, timezone }) => (
          <>
            <PageHead title="Registre des délibérations" />
            <RegisterFilterForm bodies={bodies} filter={filter} onApply={apply} />
            <Lines authority={authority} filter={timed} timezone={timezone} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface LinesProps {
  readonly authority: string;
  readonly filter: RegisterFilter;
  readonly timezone: string;
}

function Lines({ authority, filter, timezone }: LinesProps) {
  const ordered = inOrder(filter);
  const register = useRegister(authority, ordered);
  return (
    <Loaded query={register} what="des délibérations" part>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyRegister authority={authority} filtered={narrowing(filter) > 0} />
        ) : (
          <Panel>
            <RegisterTools
              authority={authority}
              filter={filter}
              total={total ?? items.length}
              awaited={register.isPlaceholderData}
            />
            <RegisterList
              // Another list begins at its top, with rows that are not measured yet.
              key={JSON.stringify(ordered)}
              authority={authority}
              filter={ordered}
              total={total ?? items.length}
              first={items}
              timezone={timezone}
            />
          </Panel>
        )
      }
    </Loaded>
  );
}
