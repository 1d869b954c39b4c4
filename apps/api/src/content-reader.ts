import { Injectable } from '@nestjs/common';
import { requireKept, type AffairState } from '@registre/deliberation';
import { FileGone, FileStore } from '@registre/documents';
import { notFound } from '@registre/platform';

/** Gives out what an affair keeps in the file store. */
@Injectable()
export class ContentReader {
  constructor(private readonly files: FileStore) {}

  /** @throws Refusal `not-found`; `gone`, with the legal basis, for what was erased */
  async read(
    authority: string,
    paper: Pick<AffairState, 'contents' | 'erasures'>,
    content: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
    const kept = paper.contents.find(({ file }) => file.id === content);
    if (kept === undefined)
      throw notFound('unknown-content', 'Cette affaire ne tient aucun contenu de ce nom.');
    requireKept(paper, kept.file);
    const type = kept.what === 'annex' ? 'application/octet-stream' : 'text/plain; charset=utf-8';
    const bytes = await this.files.get(authority, kept.file).catch((error: unknown) => {
      if (!(error instanceof FileGone)) throw error;
      throw notFound('content.absent', 'Ce contenu n’est pas dans le dépôt de fichiers de ce serveur.');
    });
    return { bytes, type };
  }
}
