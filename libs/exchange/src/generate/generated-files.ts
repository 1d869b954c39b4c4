import type { FileReference } from '@registre/deliberation';
import { FileStore, referenceTo, type StoredFile } from '@registre/documents';
import type { Entropy } from '@registre/platform';

/** How many files are on their way to the disk at most. */
const MOST_UNDER_WAY = 32;

/**
 * Files whose salts are drawn from the seed, so that the events that name them come again. They go to the disk while
 * the next events are generated: whoever writes an event waits for `settled` first.
 */
export class GeneratedFiles extends FileStore {
  private readonly underWay = new Set<Promise<void>>();
  private fault: Error | undefined;

  constructor(
    private readonly files: FileStore,
    private readonly entropy: Entropy,
  ) {
    super();
  }

  override async put(authority: string, bytes: Uint8Array): Promise<FileReference> {
    const reference = referenceTo(bytes, this.entropy.salt());
    await this.keep(authority, reference, bytes);
    return reference;
  }

  override async keep(authority: string, reference: FileReference, bytes: Uint8Array): Promise<void> {
    if (this.underWay.size >= MOST_UNDER_WAY) await Promise.race(this.underWay);
    const keeping: Promise<void> = this.files
      .keep(authority, reference, bytes)
      .catch((error: Error) => void (this.fault ??= error))
      .finally(() => this.underWay.delete(keeping));
    this.underWay.add(keeping);
  }

  /** Over when all that was kept is on the disk. @throws what went wrong on the way */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
    if (this.fault !== undefined) throw this.fault;
  }

  override async get(authority: string, reference: FileReference): Promise<Uint8Array> {
    await this.settled();
    return this.files.get(authority, reference);
  }

  override async has(authority: string, reference: FileReference): Promise<boolean> {
    await this.settled();
    return this.files.has(authority, reference);
  }

  override async erase(authority: string, id: string): Promise<void> {
    await this.settled();
    await this.files.erase(authority, id);
  }

  override list(authority: string): AsyncIterable<StoredFile> {
    return this.files.list(authority);
  }
}
