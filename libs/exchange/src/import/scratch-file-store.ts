import type { FileReference } from '@registre/deliberation';
import { FileStore, verifyBytes } from '@registre/documents';

/** A file store that begins with what another one holds and keeps to itself what is put into it. */
export class ScratchFileStore extends FileStore {
  private readonly files = new Map<string, Uint8Array>();

  constructor(private readonly below: FileStore) {
    super();
  }

  override async keep(_authority: string, reference: FileReference, bytes: Uint8Array): Promise<void> {
    verifyBytes(reference, bytes);
    this.files.set(reference.id, bytes);
  }

  override async get(authority: string, reference: FileReference): Promise<Uint8Array> {
    return this.files.get(reference.id) ?? this.below.get(authority, reference);
  }

  override async has(authority: string, reference: FileReference): Promise<boolean> {
    return this.files.has(reference.id) || this.below.has(authority, reference);
  }

  override erase(): never {
    throw new TypeError('a scratch store erases nothing');
  }

  override list(): never {
    throw new TypeError('a scratch store lists nothing');
  }
}
