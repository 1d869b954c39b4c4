import type { FileReference } from '@registre/deliberation';
import type { FileStore } from './file-store.js';

/** The longest text that an event holds itself, in UTF-8 bytes: 64 KiB (design §3). */
export const MAX_INLINE_TEXT_BYTES = 64 * 1024;

/** What an event holds of a text: the text, or the reference of its UTF-8 bytes in the store where it is long. */
export async function keepText(
  files: FileStore,
  authority: string,
  text: string,
): Promise<string | FileReference> {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length <= MAX_INLINE_TEXT_BYTES ? text : files.put(authority, bytes);
}

/**
 * The text that an event holds or refers to; null stays null.
 *
 * @throws FileGone, FileAltered, StoreUnavailable as `FileStore.get`
 */
export async function readText(
  files: FileStore,
  authority: string,
  text: string | FileReference | null,
): Promise<string | null> {
  if (text === null || typeof text === 'string') return text;
  return Buffer.from(await files.get(authority, text)).toString('utf8');
}
