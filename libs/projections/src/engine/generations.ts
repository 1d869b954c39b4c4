import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { kill } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

const POINTER = 'current';
const FILE_NAME = /^models-(\d+)\.sqlite$/;
const BESIDE_NAME = /^beside-(\d+)\.sqlite$/;
const BUSY = 5;

/** How often it is looked whether another process has finished building, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * The read files of one authority: one is read, another may be in the making. A pointer file, renamed into place,
 * says which; so a reader has always a whole file, the old or the new.
 */
export class Generations {
  constructor(readonly directory: string) {}

  /** Path of the file to read; undefined: none was built yet. */
  current(): string | undefined {
    let name: string;
    try {
      name = readFileSync(join(this.directory, POINTER), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return FILE_NAME.test(name) ? join(this.directory, name) : undefined;
  }

  /** Path for a new file. To be called by who holds the building site. */
  next(): string {
    const numbers = readdirSync(this.directory).map((name) => Number(FILE_NAME.exec(name)?.[1] ?? 0));
    return join(this.directory, `models-${Math.max(0, ...numbers) + 1}.sqlite`);
  }

  /** Path for a file of this process that is never read by others, to be removed by who makes it. */
  beside(): string {
    return join(this.directory, `beside-${process.pid}.sqlite`);
  }

  /** Makes that file the one to read. */
  switchTo(path: string): void {
    const temporary = join(this.directory, `${POINTER}.${process.pid}.new`);
    const file = openSync(temporary, 'w');
    writeSync(file, basename(path));
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, join(this.directory, POINTER));
  }

  /** Removes the files that are neither read nor in the making. To be called by who holds the building site. */
  sweep(): void {
    const current = basename(this.current() ?? '');
    for (const name of readdirSync(this.directory)) {
      const ofFile = name.replace(/-(wal|shm|journal)$/, '');
      const process = BESIDE_NAME.exec(ofFile)?.[1];
      if (FILE_NAME.test(ofFile) ? ofFile !== current : process !== undefined && !isAlive(Number(process)))
        this.remove(name);
    }
  }

  /** Removes what is left over, unless somebody is building. */
  sweepIfQuiet(): void {
    const site = this.tryBuildingSite();
    if (site === undefined) return;
    this.sweep();
    site.close();
  }

  /**
   * Waits until nobody else builds, in this process or another. The site is free again when closed, or at death.
   *
   * @throws AbortError when the signal is aborted
   */
  async buildingSite(signal: AbortSignal): Promise<DatabaseSync> {
    for (;;) {
      signal.throwIfAborted();
      const site = this.tryBuildingSite();
      if (site !== undefined) return site;
      await pause(LOOK_EVERY, undefined, { signal });
    }
  }

  private remove(name: string): void {
    try {
      rmSync(join(this.directory, name), { force: true });
    } catch (error) {
      // Windows removes no file that somebody has open: it stays for the next sweep.
      if (!['EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }

  private tryBuildingSite(): DatabaseSync | undefined {
    mkdirSync(this.directory, { recursive: true });
    const site = new DatabaseSync(join(this.directory, 'building-site.sqlite'), { timeout: 0 });
    try {
      // The operating system frees SQLite's lock when its holder dies, which no file of our own would do.
      site.exec('BEGIN EXCLUSIVE');
      return site;
    } catch (error) {
      site.close();
      if ((error as { errcode?: number }).errcode === BUSY) return undefined;
      throw error;
    }
  }
}

function isAlive(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
