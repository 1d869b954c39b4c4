import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileReference } from '@registre/deliberation';
import { AUTHORITY_KEY, StoreUnavailable } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { FileGone, FileStore, verifyBytes, type StoredFile } from './file-store.js';

export interface FolderFileStoreOptions {
  /** The folder that holds one folder per authority. */
  readonly dataDir: string;
  /** The largest file taken, in bytes; 32 MiB by default. */
  readonly maxBytes?: number;
}

const ID = /^[0-9a-f]{64}$/;
const SHARD = /^[0-9a-f]{2}$/;
const REST = /^[0-9a-f]{62}$/;
/** Longer than any put lasts: a file still there was left by a process that died. */
const LEFT_BEHIND_MS = 3_600_000;

/**
 * Files in `<dataDir>/<authority>/files/ab/cdef…`, named by their hash. A file is written aside, synced, then
 * renamed: under its name it is whole or absent, whatever happens.
 */
export class FolderFileStore extends FileStore {
  readonly #dataDir: string;
  readonly #maxBytes: number;
  readonly #cleared = new Set<string>();

  constructor({ dataDir, maxBytes = 32 * 1024 * 1024 }: FolderFileStoreOptions) {
    super();
    this.#dataDir = dataDir;
    this.#maxBytes = maxBytes;
  }

  override async keep(authority: string, reference: FileReference, bytes: Uint8Array): Promise<void> {
    if (bytes.length > this.#maxBytes) throw tooLarge(bytes.length, this.#maxBytes);
    verifyBytes(reference, bytes);
    const path = this.#path(authority, reference.id);
    const incoming = join(this.#folder(authority), 'incoming');
    try {
      await makeFolder(dirname(path));
      await makeFolder(incoming);
      await this.#clearLeftBehind(authority, incoming);
      await writeWhole(path, bytes, join(incoming, randomUUID()));
    } catch (error) {
      throw unavailable('cannot keep a file', error);
    }
  }

  override async get(authority: string, reference: FileReference): Promise<Uint8Array> {
    const bytes = await readFile(this.#path(authority, reference.id)).catch((error: unknown) => {
      throw isMissing(error)
        ? new FileGone(reference.id, { cause: error })
        : unavailable('cannot read a file', error);
    });
    verifyBytes(reference, bytes);
    return bytes;
  }

  override async has(authority: string, reference: FileReference): Promise<boolean> {
    try {
      await access(this.#path(authority, reference.id));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw unavailable('cannot look for a file', error);
    }
  }

  override async erase(authority: string, id: string): Promise<void> {
    const path = this.#path(authority, id);
    try {
      await rm(path);
      await syncFolder(dirname(path));
    } catch (error) {
      if (!isMissing(error)) throw unavailable('cannot erase a file', error);
    }
  }

  override async *list(authority: string): AsyncIterable<StoredFile> {
    const folder = this.#folder(authority);
    for (const shard of await namesIn(folder, SHARD)) {
      for (const rest of await namesIn(join(folder, shard), REST)) {
        const { size, mtime: keptAt } = await stat(join(folder, shard, rest));
        yield { id: shard + rest, size, keptAt };
      }
    }
  }

  #folder(authority: string): string {
    if (!AUTHORITY_KEY.test(authority)) throw new TypeError(`not an authority key: ${authority}`);
    return join(this.#dataDir, authority, 'files');
  }

  #path(authority: string, id: string): string {
    if (!ID.test(id)) throw new TypeError(`not a file's id: ${id}`);
    return join(this.#folder(authority), id.slice(0, 2), id.slice(2));
  }

  /** Half-written files may hold what is to be erased one day: none is left lying about. */
  async #clearLeftBehind(authority: string, incoming: string): Promise<void> {
    if (this.#cleared.has(authority)) return;
    this.#cleared.add(authority);
    for (const name of await readdir(incoming)) {
      const { mtimeMs } = await stat(join(incoming, name));
      if (Date.now() - mtimeMs > LEFT_BEHIND_MS) await rm(join(incoming, name), { force: true });
    }
  }
}

async function writeWhole(path: string, bytes: Uint8Array, aside: string): Promise<void> {
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A new folder is only there after a power cut if its parent was synced. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const last = dirname(first);
  for (let parent = dirname(path); parent.length >= last.length; parent = dirname(parent)) {
    await syncFolder(parent);
    if (parent === last) return;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string, pattern: RegExp): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw unavailable('cannot list the files', error);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

function unavailable(what: string, error: unknown): StoreUnavailable {
  const code = codeOf(error);
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? `no space left (${code})` : code;
  return new StoreUnavailable(`file store: ${what}: ${why}`, { cause: error });
}

function tooLarge(size: number, limit: number): Refusal {
  const message = `Le fichier fait ${size} octets ; la limite est de ${limit}.`;
  return new Refusal('too-large', 'file.too-large', message, [
    { field: '', rule: 'file.too-large', message },
  ]);
}
