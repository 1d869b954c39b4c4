import { setTimeout as pause } from 'node:timers/promises';
import { LogEndsBeforePosition, type EventStore, type StoredEvent } from '@registre/event-store';
import type { Head } from '../log-index/log-index.js';
import type { Generations } from './generations.js';
import { BuildNeedsCare, EventsMissing, FileReplaced, ReadFile, type Pace } from './read-file.js';
import { messageOf } from './message-of.js';
import type { ReadModel } from './read-model.js';

/** The pauses after faults, in milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** The least time between two commits of a log that is followed, in milliseconds. */
const COMMIT_EVERY = 5;

/** What keeps one authority's read models from going on. */
export interface Trouble {
  /** `log-shorter`: an operator must decide; `fault`: tried again by itself. */
  readonly kind: 'log-shorter' | 'fault';
  readonly message: string;
}

export interface Progress {
  readonly done: number;
  /** Estimated from the file that is replaced; null: unknown. */
  readonly total: number | null;
}

/** That a file has taken events. */
export interface Advance {
  /** Ordinal of the last event that the file has now; -1: none. */
  readonly ordinal: number;
  /** Last revision of each stream among them; null: it is not said which they were. */
  readonly streams: ReadonlyMap<string, number> | null;
}

/** The read file of one authority, kept up with its log. */
export class AuthorityProjection {
  private file: ReadFile | undefined;
  private opening: Promise<void> | undefined;
  private rebuilding: Promise<void> | undefined;
  /** Set while it is built anew. */
  progress: Progress | null = null;
  trouble: Trouble | null = null;
  /** Whether the end of the log was reached, and what is appended is followed. */
  live = false;
  private readonly stopping = new AbortController();
  private readonly atEndOrTroubled = Promise.withResolvers<void>();

  constructor(
    readonly authority: string,
    private readonly store: EventStore,
    private readonly generations: Generations,
    private readonly models: readonly ReadModel[],
    private readonly onAdvance: (authority: string, advance: Advance) => void,
  ) {}

  /**
   * Reads to the log's end.
   *
   * @throws LogEndsBeforePosition the log does not hold what the file was built from
   */
  async catchUp(): Promise<void> {
    for (;;) {
      try {
        await this.readToEnd();
        this.trouble = null;
        return;
      } catch (error) {
        // Another file took the place of ours, or another process is ahead of us: from where it is now.
        if (!(error instanceof FileReplaced) && !(error instanceof EventsMissing)) throw this.troubled(error);
      }
    }
  }

  /**
   * Follows the log until the signal is aborted; goes on by itself after faults. Nothing is taken from a log that is
   * not the one that the file was built from, until it is rebuilt.
   */
  async follow(signal: AbortSignal): Promise<void> {
    for (let wait = FIRST_PAUSE; !signal.aborted;) {
      try {
        await this.catchUp();
        this.live = true;
        this.tellHead();
        this.atEndOrTroubled.resolve();
        wait = FIRST_PAUSE;
        await this.subscribe(signal);
      } catch (error) {
        if (error instanceof FileReplaced || error instanceof EventsMissing) continue;
        if (signal.aborted) break;
        this.troubled(error);
        await pause(wait * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
        wait = Math.min(wait * 2, LONGEST_PAUSE);
      } finally {
        this.live = false;
      }
    }
  }

  /** Over when `follow` has reached the end of the log for the first time, or met what keeps it from that. */
  reached(): Promise<void> {
    return this.atEndOrTroubled.promise;
  }

  /** Builds a new file from the whole log and puts it in the place of the old one, which is read until then. */
  rebuild(onProgress: (progress: Progress) => void = () => undefined): Promise<void> {
    this.rebuilding ??= this.buildAnew(onProgress, false).finally(() => (this.rebuilding = undefined));
    return this.rebuilding;
  }

  /** What is under way ends as soon as it can, with an error; a build is given up. */
  stop(): void {
    this.stopping.abort(new Error('the read models are being closed'));
  }

  /** Ends the use of the file. To be called when nothing is under way. */
  close(): void {
    this.file?.close();
    this.file = undefined;
    this.generations.sweepIfQuiet();
  }

  private async readToEnd(): Promise<void> {
    const head = (await this.opened()).head();
    if (head !== undefined) await this.checkStillThere(head);
    const after = head === undefined ? {} : { after: head.position };
    let next = (head?.ordinal ?? -1) + 1;
    for await (const events of this.store.readLog(this.authority, after)) {
      this.take(events, next);
      next += events.length;
      this.stopping.signal.throwIfAborted();
    }
  }

  private async subscribe(signal: AbortSignal): Promise<void> {
    const head = this.currentFile().head();
    const after = head === undefined ? {} : { after: head.position };
    let next = (head?.ordinal ?? -1) + 1;
    for await (const events of this.store.subscribe(this.authority, { ...after, signal })) {
      this.take(events, next);
      next += events.length;
      // A lone event is taken at once; those that come close upon one another share a commit.
      await pause(COMMIT_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }

  private take(events: readonly StoredEvent[], first: number): void {
    if (events.length === 0) return;
    const ordinal = this.currentFile().apply(events, first);
    const streams = new Map(events.map(({ stream, revision }) => [stream, revision]));
    this.onAdvance(this.authority, { ordinal, streams });
  }

  // A store restored to an earlier state gives neither error nor events after a position that it never gave.
  private async checkStillThere(head: Head): Promise<void> {
    for await (const events of this.store.readStream(head.stream, { from: head.revision, limit: 1 })) {
      if (events[0]?.id === head.id) return;
    }
    throw new LogEndsBeforePosition(this.authority, head.position);
  }

  private troubled(error: unknown): unknown {
    const kind = error instanceof LogEndsBeforePosition ? 'log-shorter' : 'fault';
    this.trouble = { kind, message: messageOf(error) };
    this.atEndOrTroubled.resolve();
    return error;
  }

  /** The file in use, made first where there is none that fits the code. */
  private async opened(): Promise<ReadFile> {
    this.opening ??= this.openOrBuild();
    try {
      await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
    return this.currentFile();
  }

  private async openOrBuild(): Promise<void> {
    if (!this.fileFits()) await this.buildAnew(() => undefined, true);
    else this.generations.sweepIfQuiet();
  }

  private fileFits(): boolean {
    const path = this.generations.current();
    this.file?.close();
    this.file = path === undefined ? undefined : this.openFile(path);
    return this.file?.fits === true;
  }

  private openFile(path: string): ReadFile | undefined {
    return ReadFile.open(path, this.models, () => this.generations.current() === path);
  }

  /** The file that the pointer names. */
  private currentFile(): ReadFile {
    const path = this.generations.current();
    if (this.file === undefined || this.file.path !== path) {
      this.file?.close();
      this.file = path === undefined ? undefined : this.openFile(path);
    }
    if (this.file === undefined) throw new Error(`no read file for ${this.authority}`);
    return this.file;
  }

  private async buildAnew(onProgress: (progress: Progress) => void, unlessFits: boolean): Promise<void> {
    const site = await this.generations.buildingSite(this.stopping.signal);
    try {
      const fits = this.fileFits();
      if (fits && unlessFits) return;
      await this.build(onProgress);
      this.trouble = null;
    } finally {
      this.progress = null;
      site.close();
    }
  }

  private async build(onProgress: (progress: Progress) => void): Promise<void> {
    try {
      await this.buildFile(onProgress, 'hasty');
    } catch (error) {
      if (!(error instanceof BuildNeedsCare)) throw error;
      await this.buildFile(onProgress, 'careful');
    }
    this.fileFits();
    this.tellHead();
  }

  private async buildFile(onProgress: (progress: Progress) => void, pace: Pace): Promise<void> {
    this.generations.sweep();
    const file = ReadFile.create(this.generations.next(), this.models, pace);
    try {
      const old = this.file?.head()?.ordinal;
      const tell = (done: number): void => {
        this.progress = { done, total: old === undefined ? null : Math.max(old + 1, done) };
        onProgress(this.progress);
      };
      await this.fill(file, tell);
      file.settle();
      for (let behind = false, done = false; !done; behind = !done) {
        const added = await this.fill(file, tell);
        // Behind, and nothing more in the log: then the old file was built from another, longer one.
        done = this.replaceOldBy(file, behind && added === 0);
      }
    } finally {
      file.close();
    }
  }

  // What was taken by a build, another process or a thread that crashed was not told event by event.
  private tellHead(): void {
    this.onAdvance(this.authority, { ordinal: this.currentFile().head()?.ordinal ?? -1, streams: null });
  }

  /** Reads what the file lacks. @returns how many events that were */
  private async fill(file: ReadFile, tell: (done: number) => void): Promise<number> {
    const head = file.head();
    const after = head === undefined ? {} : { after: head.position };
    const first = (head?.ordinal ?? -1) + 1;
    let next = first;
    for await (const events of this.store.readLog(this.authority, after)) {
      if (events.length > 0) file.apply(events, next);
      next += events.length;
      tell(next);
      this.stopping.signal.throwIfAborted();
    }
    return next - first;
  }

  /** Moves the pointer, unless the old file has come further meanwhile: readers must not be taken back in time. */
  private replaceOldBy(file: ReadFile, inAnyCase: boolean): boolean {
    const move = (old?: ReadFile): boolean => {
      const behind = (file.head()?.ordinal ?? -1) < (old?.head()?.ordinal ?? -1);
      if (behind && !inAnyCase) return false;
      this.generations.switchTo(file.path);
      return true;
    };
    const old = this.file;
    return old === undefined ? move() : old.exclusively(() => move(old));
  }
}
