import { Link, useSearchParams } from 'wouter';
import { journalAddress } from '../../addresses';
import { historyFileAddress } from '../../api/client';
import { useAuthority, useHistory } from '../../api/queries';
import { Page } from '../../shell/page';
import { Empty } from '../../ui/empty';
import { Loaded } from '../../ui/loaded';
import { PageHead } from '../../ui/page-head';
import { Panel } from '../../ui/panel';
import { plural } from '../../wording/amounts';
import { chaptersOf } from '../history/chapters';
import { ChapterView } from '../history/chapter-view';
import { Density } from './density';
import { askedBy, filterIn, isFiltered, type JournalFilter } from './journal-filter';
import { JournalFilterForm } from './journal-filter-form';
import styles from './journal.module.css';

interface Props {
  readonly authority: string;
}

/** How many events stand before and after one that a link names. */
const AROUND = 10;

/** The whole history of an authority: who, when it was true, when it was learned, what it corrects. */
export default function JournalPage({ authority }: Props) {
  const [search, setSearch] = useSearchParams();
  const described = useAuthority(authority);
  const filter = filterIn(search);
  const event = /^\d{1,15}$/.test(search.get('evenement') ?? '') ? Number(search.get('evenement')) : null;
  const isOldestFirst = search.get('sens') === 'ancien' || event !== null;
  const asked = event === null ? askedBy(filter) : around(event);
  const direction = isOldestFirst ? 'forward' : 'backward';
  const history = useHistory(authority, { ...asked, direction, cursor: search.get('apres'), limit: '50' });
  const name = described.data?.name ?? authority;
  const apply = (next: JournalFilter) => {
    const kept = { ...next, sens: search.get('sens'), axe: search.get('axe') };
    setSearch(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null));
  };
  const turn = (changes: Readonly<Record<string, string | null>>) =>
    setSearch((before) => {
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) before.delete(key);
        else before.set(key, value);
      }
      return before;
    });
  return (
    <Page title={`Journal – ${name}`} authority={authority} freshness={history.data?.freshness}>
      <Loaded query={described} what="de la collectivité">
        {({ timezone }) => (
          <>
            <PageHead title="Journal du registre">
              <p className={styles.files}>
                Tout ce qui est trouvé&nbsp;:{' '}
                <a href={historyFileAddress(authority, asked, 'csv')}>tableur (CSV)</a>{' '}
                <a href={historyFileAddress(authority, asked, 'jsonl')}>données (JSON Lines)</a>
              </p>
            </PageHead>
            {event === null ? (
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
                  onAxis={(axis) => turn({ axe: axis === 'occurred' ? 'vrai' : null })}
                  onPeriod={apply}
                />
              </Panel>
            ) : (
              <p>
                L’événement n°&nbsp;{event} et ceux qui l’entourent.{' '}
                <Link href={journalAddress(authority)}>Revenir à tout le journal</Link>
              </p>
            )}
            <Loaded query={history} what="du journal" part>
              {({ items, next }) =>
                items.length === 0 ? (
                  <Empty
                    title={
                      isFiltered(filter)
                        ? 'Aucun événement ne répond à ces critères'
                        : 'Rien n’est encore enregistré'
                    }
                  />
                ) : (
                  <section aria-label="Événements" className={styles.events}>
                    {event === null && (
                      <Paging
                        shown={`${plural(items.length, 'événement')} à l’écran`}
                        isOldestFirst={isOldestFirst}
                        isFirst={!search.has('apres')}
                        next={next}
                        turn={turn}
                      />
                    )}
                    {chaptersOf(items).map((chapter) => (
                      <ChapterView
                        key={chapter.entries[0]?.ordinal}
                        chapter={chapter}
                        timezone={timezone}
                        authority={authority}
                        target={event}
                      />
                    ))}
                    {event === null && next !== null && (
                      <button type="button" className="button" onClick={() => turn({ apres: next })}>
                        Page suivante
                      </button>
                    )}
                  </section>
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const around = (event: number) => ({
  from: String(Math.max(0, event - AROUND)),
  until: String(event + AROUND),
});

interface PagingProps {
  readonly shown: string;
  readonly isOldestFirst: boolean;
  readonly isFirst: boolean;
  readonly next: string | null;
  readonly turn: (changes: Readonly<Record<string, string | null>>) => void;
}

/** One page at a time, each at its address: however long the history is, what is on the screen is not. */
function Paging({ shown, isOldestFirst, isFirst, next, turn }: PagingProps) {
  return (
    <div className={styles.paging}>
      <p role="status">
        {shown}, {isOldestFirst ? 'les plus anciens d’abord' : 'les plus récents d’abord'}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => turn({ sens: isOldestFirst ? null : 'ancien', apres: null })}
      >
        {isOldestFirst ? 'Les plus récents d’abord' : 'Les plus anciens d’abord'}
      </button>
      {!isFirst && (
        <button type="button" className="button" onClick={() => turn({ apres: null })}>
          Première page
        </button>
      )}
      {next !== null && (
        <button type="button" className="button" onClick={() => turn({ apres: next })}>
          Page suivante
        </button>
      )}
    </div>
  );
}
