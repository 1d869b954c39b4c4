import { useAddressFilter } from '../../api/address-filter';
import type { SearchFilter } from '../../api/client';
import { useAuthority, useSearch } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { More } from '../../ui/more';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { plural } from '../../wording/amounts';
import { NothingAsked, NothingFound } from './nothing-found';
import { asAsked, isAsked, SEARCH_NAMES } from './search-filter';
import { SearchForm } from './search-form';
import { Hit } from './search-hit';
import styles from './search-page.module.css';

/** Looks through all that may be read. */
export default function SearchPage({ authority }: { readonly authority: string }) {
  const [filter, apply] = useAddressFilter(SEARCH_NAMES);
  const described = useAuthority(authority);
  const found = useSearch(authority, asAsked(filter), isAsked(filter));
  const name = described.data?.name ?? authority;
  const title = filter.q === null ? 'Recherche' : `${filter.q} – recherche`;
  return (
    <Page title={`${title} – ${name}`} authority={authority} freshness={found.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {({ bodies }) => (
          <>
            <PageHead title="Recherche" />
            <SearchForm bodies={bodies} filter={filter} onApply={apply} />
            {isAsked(filter) ? (
              <Found authority={authority} filter={filter} apply={apply} found={found} />
            ) : (
              <NothingAsked />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface FoundProps {
  readonly authority: string;
  readonly filter: SearchFilter;
  readonly apply: (filter: SearchFilter) => void;
  readonly found: ReturnType<typeof useSearch>;
}

function Found({ authority, filter, apply, found }: FoundProps) {
  return (
    <Loaded query={found} what="des résultats" part>
      {({ items, total, notIndexed }) => (
        <>
          <p role="status" className={styles.count}>
            {found.isPlaceholderData ? 'Recherche…' : countWording(total)}
          </p>
          {items.length === 0 ? (
            <NothingFound filter={filter} apply={apply} />
          ) : (
            <Panel>
              {items.map((hit) => (
                <Hit key={hit.affair} authority={authority} hit={hit} />
              ))}
              <More list={found} shown={`${plural(items.length, 'résultat')} à l’écran`} />
            </Panel>
          )}
          {notIndexed > 0 && (
            <p className={styles.left}>
              {plural(notIndexed, 'rapport')}{' '}
              {notIndexed > 1 ? 'ne sont pas consultés' : 'n’est pas consulté'}&nbsp;: trop long
              {notIndexed > 1 && 's'} pour le journal, ou effacé{notIndexed > 1 && 's'}. Leurs objets,
              numéros, noms et dispositifs le sont.
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

type Total = NonNullable<ReturnType<typeof useSearch>['data']>['total'];

function countWording(total: Total): string {
  if (total === null || total.count === 0) return 'Aucun résultat';
  const counted = plural(total.count, 'résultat');
  return total.isExact ? counted : `Plus de ${counted}`;
}
