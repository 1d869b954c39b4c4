import { LongTexts, type FileReference } from '@registre/deliberation';
import { notFound } from '@registre/platform';
import { FileGone, type FileStore } from './file-store.js';

/** The longest text that an event holds itself, in UTF-8 bytes: 64 KiB (design §3). */
export const MAX_INLINE_TEXT_BYTES = 64 * 1024;

/** Keeps long texts in the file store, as their UTF-8 bytes. */
export class StoredTexts extends LongTexts {
  constructor(private readonly files: FileStore) {
    super();
  }

  /** @throws Refusal `too-large`, StoreUnavailable as `FileStore.put` */
  override async keep(authority: string, text: string): Promise<string | FileReference> {
    const bytes = Buffer.from(text, 'utf8');
    return bytes.length <= MAX_INLINE_TEXT_BYTES ? text : this.files.put(authority, bytes);
  }

  /** @throws Refusal `not-found` when it was erased; FileAltered, StoreUnavailable as `FileStore.get` */
  override async read(authority: string, kept: string | FileReference): Promise<string> {
    if (typeof kept === 'string') return kept;
    try {
      return Buffer.from(await this.files.get(authority, kept)).toString('utf8');
    } catch (error) {
      throw error instanceof FileGone
        ? notFound('content.gone', 'Ce contenu n’est plus conservé : il a été effacé.')
        : error;
    }
  }
}
