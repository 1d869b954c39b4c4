import type { AuditEntry, Page } from '@registre/projections';
import { useSearchParams } from 'wouter';
import { Empty } from '../../ui/empty';
import { plural } from '../../wording/amounts';
import { chaptersOf } from '../history/chapters';
import { ChapterView } from '../history/chapter-view';
import styles from './journal.module.css';

interface Props {
  readonly authority: string;
  readonly page: Page<AuditEntry>;
  readonly timezone: string;
  /** Ordinal of the event that the page was opened for. */
  readonly event: number | null;
  readonly isFiltered: boolean;
  readonly isOldestFirst: boolean;
}

const LIST_ID = 'evenements';

/** One page at a time, each at its address: however long the history is, what is on the screen is not. */
export function Entries({ authority, page, timezone, event, isFiltered, isOldestFirst }: Props) {
  const turn = useTurn();
  const { items, next } = page;
  if (items.length === 0) {
    const none = isFiltered ? 'Aucun événement ne répond à ces critères' : 'Rien n’est encore enregistré';
    return <Empty title={none} />;
  }
  return (
    <section id={LIST_ID} aria-label="Événements" className={styles.events}>
      <h2 className="for-screen-readers">Événements</h2>
      {event === null && <Paging count={items.length} isOldestFirst={isOldestFirst} next={next} />}
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
  );
}

/** Turns to another page of the same events. */
function useTurn() {
  const [search, setSearch] = useSearchParams();
  return (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setSearch(next);
    document.getElementById(LIST_ID)?.scrollIntoView();
  };
}

interface PagingProps {
  readonly count: number;
  readonly isOldestFirst: boolean;
  readonly next: string | null;
}

function Paging({ count, isOldestFirst, next }: PagingProps) {
  const [search] = useSearchParams();
  const turn = useTurn();
  return (
    <div className={styles.paging}>
      <p role="status">
        {plural(count, 'événement')} à l’écran,{' '}
        {isOldestFirst ? 'les plus anciens d’abord' : 'les plus récents d’abord'}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => turn({ sens: isOldestFirst ? null : 'ancien', apres: null })}
      >
        {isOldestFirst ? 'Les plus récents d’abord' : 'Les plus anciens d’abord'}
      </button>
      {search.has('apres') && (
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
