import type { AuditEntry } from '@registre/projections';

/** Events in a row that the register learned together: in the same minute, from the same source and person. */
export interface Chapter {
  readonly recordedAt: string;
  readonly actor: string;
  readonly source: AuditEntry['source'];
  readonly entries: readonly AuditEntry[];
}

export function chaptersOf(entries: readonly AuditEntry[]): readonly Chapter[] {
  const chapters: (Chapter & { entries: AuditEntry[] })[] = [];
  for (const entry of entries) {
    const last = chapters.at(-1);
    if (last !== undefined && learnedTogether(last, entry)) last.entries.push(entry);
    else
      chapters.push({
        recordedAt: entry.recordedAt,
        actor: entry.actor,
        source: entry.source,
        entries: [entry],
      });
  }
  return chapters;
}

function learnedTogether(chapter: Chapter, { recordedAt, actor, source }: AuditEntry): boolean {
  return (
    chapter.recordedAt.slice(0, 16) === recordedAt.slice(0, 16) &&
    chapter.actor === actor &&
    chapter.source?.record === source?.record &&
    chapter.source?.revision === source?.revision
  );
}
