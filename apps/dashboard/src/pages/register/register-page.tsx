import { useSearchParams } from 'wouter';
import type { RegisterFilter } from '../../api/client';
import { useAuthority, useRegister } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { plural } from '../../wording/amounts';
import { EmptyRegister } from './empty-register';
import { RegisterFilterForm } from './register-filter-form';
import { RegisterTable } from './register-table';

export function RegisterPage({ authority }: { readonly authority: string }) {
  const [search, setSearch] = useSearchParams();
  const filter: RegisterFilter = { body: search.get('instance'), year: search.get('annee') };
  const described = useAuthority(authority);
  const register = useRegister(authority, filter);
  const name = described.data?.name ?? authority;

  const apply = ({ body, year }: RegisterFilter) => {
    const kept = { instance: body, annee: year };
    setSearch(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null));
  };

  return (
    <Page title={`Délibérations – ${name}`} authority={authority} freshness={register.data?.freshness} live>
      <Loaded query={described} what="de la collectivité">
        {({ bodies, timezone }) => (
          <>
            <PageHead title="Registre des délibérations">
              <RegisterFilterForm
                key={`${filter.body} ${filter.year}`}
                bodies={bodies}
                filter={filter}
                onApply={apply}
              />
            </PageHead>
            <Loaded query={register} what="des délibérations" part>
              {({ items }) =>
                items.length === 0 ? (
                  <EmptyRegister
                    authority={authority}
                    filtered={filter.body !== null || filter.year !== null}
                  />
                ) : (
                  <Panel>
                    <RegisterTable authority={authority} lines={items} timezone={timezone} />
                    <More list={register} shown={`${plural(items.length, 'délibération')} à l’écran`} />
                  </Panel>
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}
