import { createHash } from 'node:crypto';
import { StoredContents, type FileReference } from '@registre/deliberation';
import { newSalt } from '@registre/platform';

/** A file as the store names it, without its salt, which only the event that refers to it keeps. */
export interface StoredFile {
  /** SHA-256 of salt ‖ bytes, hexadecimal. */
  readonly id: string;
  /** Length in bytes. */
  readonly size: number;
  readonly keptAt: Date;
}

/**
 * Contents too big or too private for an event: the event names them by a salted hash, so that they can be erased
 * while the history stays provable (design §3). One room per authority.
 */
export abstract class FileStore extends StoredContents {
  /**
   * Keeps the bytes under a fresh salt. When the call is over they are on the disk.
   *
   * @throws Refusal `too-large` above the store's limit
   * @throws StoreUnavailable nothing was kept (no space left, disk error)
   */
  put(authority: string, bytes: Uint8Array): Promise<FileReference> {
    const reference = referenceTo(bytes, newSalt());
    return this.keep(authority, reference, bytes).then(() => reference);
  }

  /**
   * Keeps the bytes under a reference that an event already holds (a copy from another store, a restored archive).
   * Kept twice, they are there once.
   *
   * @throws FileAltered if they are not the bytes of that reference
   * @throws Refusal `too-large`, StoreUnavailable as `put`
   */
  abstract keep(authority: string, reference: FileReference, bytes: Uint8Array): Promise<void>;

  /**
   * The bytes, verified against the reference.
   *
   * @throws FileGone if they are not there (erased, or never copied)
   * @throws FileAltered if they are not those that were put
   * @throws StoreUnavailable if they cannot be read
   */
  abstract get(authority: string, reference: FileReference): Promise<Uint8Array>;

  /** Whether the file is there; `get` tells whether it is whole. */
  abstract has(authority: string, reference: FileReference): Promise<boolean>;

  /**
   * Takes a file away, for good: when the call is over, it is gone from the disk. One that is not there is no error.
   *
   * @throws StoreUnavailable it may still be there
   */
  abstract override erase(authority: string, id: string): Promise<void>;

  /** Every file of an authority, in the order of the ids. */
  abstract list(authority: string): AsyncIterable<StoredFile>;
}

/** The reference of bytes under a salt (base64): SHA-256 of the salt's bytes, then theirs. */
export function referenceTo(bytes: Uint8Array, salt: string): FileReference {
  const id = createHash('sha256').update(Buffer.from(salt, 'base64')).update(bytes).digest('hex');
  return { id, salt, size: bytes.length };
}

/**
 * Checks that the bytes are those of the reference.
 *
 * @throws FileAltered
 */
export function verifyBytes(reference: FileReference, bytes: Uint8Array): void {
  const found = referenceTo(bytes, reference.salt);
  if (found.id !== reference.id || found.size !== reference.size) throw new FileAltered(reference.id);
}

export class FileGone extends Error {
  constructor(
    readonly id: string,
    options?: ErrorOptions,
  ) {
    super(`file ${id} is not in the store`, options);
    this.name = 'FileGone';
  }
}

export class FileAltered extends Error {
  constructor(readonly id: string) {
    super(`the bytes of file ${id} are not those that were put`);
    this.name = 'FileAltered';
  }
}
