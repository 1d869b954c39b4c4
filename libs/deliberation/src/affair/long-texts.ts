import type { FileReference } from './file-reference.js';

/** Keeps texts that are too long for an event (above 64 KiB of UTF-8). */
export abstract class LongTexts {
  /** The text itself when it is short, else the reference under which it was stored. */
  abstract keep(authority: string, text: string): Promise<string | FileReference>;

  /** The text. @throws Refusal `not-found` when it was erased */
  abstract read(authority: string, kept: string | FileReference): Promise<string>;
}
