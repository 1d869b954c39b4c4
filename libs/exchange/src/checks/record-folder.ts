import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, open, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Why a file that a record names cannot be read. */
export type FileFault = 'missing' | 'outside' | 'not-a-file' | 'unreadable' | 'too-large';

/** The largest file that is read, in bytes: it is held in memory. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** The folder that a record came in, and the only one of which its files are read. */
export abstract class RecordFolder {
  /** SHA-256 (hexadecimal) of the file's bytes, or why it cannot be read. */
  abstract sha256(path: string): Promise<{ readonly sha256: string } | { readonly fault: FileFault }>;

  /** The file's bytes. @throws RecordFileUnreadable */
  abstract read(path: string): Promise<Uint8Array>;
}

export class RecordFileUnreadable extends Error {
  constructor(
    readonly path: string,
    readonly fault: FileFault,
  ) {
    super(`${path}: ${fault}`);
    this.name = 'RecordFileUnreadable';
  }
}

/** A folder of the disk. A path that leads out of it, by `..` or by a symbolic link anywhere on it, is refused. */
export class DiskRecordFolder extends RecordFolder {
  constructor(private readonly root: string) {
    super();
  }

  override async sha256(path: string): Promise<{ readonly sha256: string } | { readonly fault: FileFault }> {
    try {
      const handle = await this.opened(path);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream('', { fd: handle })) hash.update(chunk as Buffer);
      return { sha256: hash.digest('hex') };
    } catch (error) {
      if (error instanceof RecordFileUnreadable) return { fault: error.fault };
      throw error;
    }
  }

  override async read(path: string): Promise<Uint8Array> {
    const handle = await this.opened(path);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }

  // What is opened is the resolved path, and not through a link that someone puts there in between.
  private async opened(path: string): Promise<FileHandle> {
    const root = await realpath(this.root);
    try {
      const resolved = await realpath(join(root, path));
      if (!resolved.startsWith(root.endsWith(sep) ? root : root + sep)) {
        throw new RecordFileUnreadable(path, 'outside');
      }
      const handle = await open(resolved, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      const status = await handle.stat();
      if (status.isFile() && status.size <= MAX_FILE_BYTES) return handle;
      await handle.close();
      throw new RecordFileUnreadable(path, status.isFile() ? 'too-large' : 'not-a-file');
    } catch (error) {
      const fault = FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
      throw fault === undefined ? error : new RecordFileUnreadable(path, fault);
    }
  }
}

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'missing',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
  ENXIO: 'not-a-file',
};
