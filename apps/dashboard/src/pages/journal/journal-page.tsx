import { Link, useSearchParams } from 'wouter';
import { journalAddress } from '../../addresses';
import { historyFileAddress, type HistoryFilter } from '../../api/client';
import { useAuthority, useHistory } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { Density } from './density';
import { Entries } from './entries';
import { askedBy, filterIn, isFiltered, type JournalFilter } from './journal-filter';
import { JournalFilterForm } from './journal-filter-form';
import styles from './journal.module.css';

interface Props {
  readonly authority: string;
}

/** How many events are shown before and after one that a link names. */
const AROUND = 10;

/** The whole history of an authority: who, when it was true, when it was learned, what it corrects. */
export default function JournalPage({ authority }: Props) {
  const [search] = useSearchParams();
  const described = useAuthority(authority);
  const filter = filterIn(search);
  const event = eventIn(search);
  const asked = event === null ? askedBy(filter) : around(event);
  const isOldestFirst = search.get('sens') === 'ancien' || event !== null;
  const direction = isOldestFirst ? 'forward' : 'backward';
  const history = useHistory(authority, { ...asked, direction, cursor: search.get('apres'), limit: '50' });
  const name = described.data?.name ?? authority;
  return (
    <Page title={`Journal – ${name}`} authority={authority} freshness={history.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {({ timezone }) => (
          <>
            <PageHead title="Journal du registre">
              <Files authority={authority} asked={asked} />
            </PageHead>
            {event === null ? (
              <Criteria authority={authority} filter={filter} timezone={timezone} />
            ) : (
              <p>
                L’événement n°&nbsp;{event} et ceux qui l’entourent.{' '}
                <Link href={journalAddress(authority)}>Revenir à tout le journal</Link>
              </p>
            )}
            <Loaded query={history} what="du journal" part>
              {(page) => (
                <Entries
                  authority={authority}
                  page={page}
                  timezone={timezone}
                  event={event}
                  isFiltered={isFiltered(filter)}
                  isOldestFirst={isOldestFirst}
                />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The event that a link names. */
function eventIn(search: URLSearchParams): number | null {
  const said = search.get('evenement') ?? '';
  return /^\d{1,15}$/.test(said) ? Number(said) : null;
}

const around = (event: number): HistoryFilter => ({
  from: String(Math.max(0, event - AROUND)),
  until: String(event + AROUND),
});

function Files({ authority, asked }: Props & { readonly asked: HistoryFilter }) {
  return (
    <p className={styles.files}>
      Tout ce qui est trouvé&nbsp;: <a href={historyFileAddress(authority, asked, 'csv')}>tableur (CSV)</a>{' '}
      <a href={historyFileAddress(authority, asked, 'jsonl')}>données (JSON Lines)</a>
    </p>
  );
}

interface CriteriaProps extends Props {
  readonly filter: JournalFilter;
  readonly timezone: string;
}

function Criteria({ authority, filter, timezone }: CriteriaProps) {
  const [search, setSearch] = useSearchParams();
  const apply = (next: JournalFilter, axe = search.get('axe')) => {
    const kept = { ...next, sens: search.get('sens'), axe };
    setSearch(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null));
  };
  return (
    <Panel>
      <JournalFilterForm
        key={JSON.stringify(filter)}
        authority={authority}
        filter={filter}
        timezone={timezone}
        onApply={apply}
      />
      <Density
        authority={authority}
        filter={filter}
        timezone={timezone}
        axis={search.get('axe') === 'vrai' ? 'occurred' : 'recorded'}
        onAxis={(axis) => apply(filter, axis === 'occurred' ? 'vrai' : null)}
        onPeriod={apply}
      />
    </Panel>
  );
}
