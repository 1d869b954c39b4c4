import { actorWording } from '../../wording/actors';
import { instantLong } from '../../wording/dates';
import type { Chapter } from './chapters';
import styles from './chapter-view.module.css';
import { EntryView } from './entry-view';
import { SourceView } from './source-view';

interface Props {
  readonly chapter: Chapter;
  readonly timezone: string;
  readonly subject: string | undefined;
}

export function ChapterView({ chapter, timezone, subject }: Props) {
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
          <EntryView key={entry.ordinal} entry={entry} timezone={timezone} subject={subject} />
        ))}
      </ol>
    </div>
  );
}
