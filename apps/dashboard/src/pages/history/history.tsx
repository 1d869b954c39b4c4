import type { AuditEntry } from '@registre/projections';
import type { ComponentProps } from 'react';
import { Empty } from '../../ui/empty';
import { More } from '../../ui/more';
import { Notice } from '../../ui/notice';
import { plural } from '../../wording/amounts';
import { chaptersOf } from './chapters';
import { ChapterView } from './chapter-view';
import styles from './history.module.css';

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly timezone: string;
  readonly list: ComponentProps<typeof More>['list'];
  /** The subject of the act: every sentence repeats it. */
  readonly subject?: string;
  /** Whose history: « de l’acte », « de la séance ». */
  readonly of: string;
}

/** What happened, event by event: when each was true, and when the register learned it. */
export function History({ entries, timezone, list, subject, of }: Props) {
  if (entries.length === 0) return <Empty title="Aucun événement n’est enregistré" />;
  return (
    <section aria-labelledby="historique" className={styles.history}>
      <h2 id="historique">Historique {of}, événement par événement</h2>
      {entries.some(({ source }) => source !== null) && <ImportedPast />}
      {chaptersOf(entries).map((chapter) => (
        <ChapterView
          key={chapter.entries[0]?.ordinal}
          chapter={chapter}
          timezone={timezone}
          subject={subject}
        />
      ))}
      <More list={list} shown={`${plural(entries.length, 'événement')} à l’écran`} />
    </section>
  );
}

function ImportedPast() {
  return (
    <Notice tone="info" title="Une partie de ce passé a été importée">
      <p>
        Le registre ne connaît ces faits que depuis leur import&nbsp;: la date où ils étaient vrais vient de
        la source, celle où ils ont été appris est celle de l’horloge du registre.
      </p>
    </Notice>
  );
}
