import { actorWording } from '../../wording/actors';
import { instantLong } from '../../wording/dates';
import type { Chapter } from './chapters';
import styles from './chapter-view.module.css';
import { EntryView } from './entry-view';
import { SourceView } from './source-view';

interface Props {
  readonly chapter: Chapter;
  readonly timezone: string;
  /** The subject that every sentence repeats, where there is one. */
  readonly subject?: string | undefined;
  /** In the journal of an authority: what each event concerns is named there. */
  readonly authority?: string;
  /** Ordinal of the event that the page was opened for. */
  readonly target?: number | null;
}

export function ChapterView({ chapter, timezone, subject, authority, target }: Props) {
  const { recordedAt, actor, source, entries } = chapter;
  return (
    <div className={styles.chapter}>
      <header>
        <h3>
          Appris le <time dateTime={recordedAt}>{instantLong(recordedAt, timezone)}</time>
        </h3>
        <p>
          Par {actorWording(actor)} · <SourceView source={source} />
        </p>
      </header>
      <ol>
        {entries.map((entry) => (
          <EntryView
            key={entry.ordinal}
            entry={entry}
            timezone={timezone}
            subject={subject}
            authority={authority}
            isTarget={entry.ordinal === target}
          />
        ))}
      </ol>
    </div>
  );
}
