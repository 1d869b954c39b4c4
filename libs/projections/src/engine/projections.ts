import type { EventStore } from '@registre/event-store';
import type { ProjectionStatus } from '../views.js';
import { AuthorityProjection, type Advance, type Progress } from './authority-projection.js';
import { Generations } from './generations.js';
import type { ReadModel } from './read-model.js';
import { readFolder } from './reader.js';

/** How long the list of authorities is believed, in milliseconds. */
const BELIEVED = 500;

export type OnAdvance = (authority: string, advance: Advance) => void;

/** How a projection does; its read models tell the rest. */
export type ProjectionState = Pick<ProjectionStatus, 'live' | 'trouble' | 'rebuild' | 'crashes'>;

/** Who keeps the read files up with the logs: in this thread, or in one of its own. */
export interface Projections {
  /** The keys of the authorities that have a log. */
  authorities(): Promise<readonly string[]>;
  /** Reads to the log's end. False: there is no such authority. */
  catchUp(authority: string): Promise<boolean>;
  /** Follows the log from now on; over when its present end is reached, or cannot be. False: no such authority. */
  follow(authority: string): Promise<boolean>;
  /** Follows it no longer. */
  leave(authority: string): Promise<void>;
  rebuild(authority: string, onProgress: (progress: Progress) => void): Promise<boolean>;
  state(authority: string): Promise<ProjectionState>;
  close(): Promise<void>;
}

interface Followed {
  readonly abort: AbortController;
  readonly loop: Promise<void>;
}

const IDLE: ProjectionState = {
  live: false,
  trouble: null,
  rebuild: null,
  crashes: { count: 0, last: null },
};

/** Projects in the caller's thread. */
export class ProjectionsHere implements Projections {
  private readonly opened = new Map<string, AuthorityProjection>();
  private readonly followed = new Map<string, Followed>();
  private readonly underWay = new Set<Promise<unknown>>();
  private listed: { readonly at: number; readonly keys: Promise<readonly string[]> } | undefined;

  /** @param store closed with this */
  constructor(
    private readonly store: EventStore,
    private readonly readDir: string,
    private readonly models: readonly ReadModel[],
    private readonly onAdvance: OnAdvance,
  ) {}

  authorities(): Promise<readonly string[]> {
    if (this.listed === undefined || Date.now() - this.listed.at > BELIEVED) {
      this.listed = { at: Date.now(), keys: this.store.authorities() };
    }
    return this.listed.keys;
  }

  async catchUp(authority: string): Promise<boolean> {
    const projection = await this.find(authority);
    if (projection === undefined) return false;
    await this.during(projection.catchUp());
    return true;
  }

  async follow(authority: string): Promise<boolean> {
    const projection = await this.find(authority);
    if (projection === undefined) return false;
    const reached = projection.reached();
    if (!this.followed.has(authority)) {
      const abort = new AbortController();
      this.followed.set(authority, { abort, loop: projection.follow(abort.signal) });
    }
    await reached;
    return true;
  }

  async leave(authority: string): Promise<void> {
    const followed = this.followed.get(authority);
    if (followed === undefined) return;
    this.followed.delete(authority);
    followed.abort.abort();
    await followed.loop;
    if (this.followed.has(authority)) return;
    this.opened.get(authority)?.close();
    this.opened.delete(authority);
  }

  async rebuild(authority: string, onProgress: (progress: Progress) => void): Promise<boolean> {
    const projection = await this.find(authority);
    if (projection === undefined) return false;
    await this.during(projection.rebuild(onProgress));
    return true;
  }

  state(authority: string): Promise<ProjectionState> {
    const projection = this.opened.get(authority);
    if (projection === undefined) return Promise.resolve(IDLE);
    const { live, trouble, progress } = projection;
    return Promise.resolve({ ...IDLE, live, trouble, rebuild: progress });
  }

  async close(): Promise<void> {
    for (const projection of this.opened.values()) projection.stop();
    for (const { abort } of this.followed.values()) abort.abort();
    await Promise.allSettled([...this.underWay, ...[...this.followed.values()].map(({ loop }) => loop)]);
    this.followed.clear();
    for (const projection of this.opened.values()) projection.close();
    this.opened.clear();
    await this.store.close();
  }

  // Keys come from outside, so a folder is made only for those that have a log.
  private async find(authority: string): Promise<AuthorityProjection | undefined> {
    const known = this.opened.get(authority);
    if (known !== undefined) return known;
    if (!(await this.authorities()).includes(authority)) return undefined;
    const projection =
      this.opened.get(authority) ??
      new AuthorityProjection(
        authority,
        this.store,
        new Generations(readFolder(this.readDir, authority)),
        this.models,
        this.onAdvance,
      );
    this.opened.set(authority, projection);
    return projection;
  }

  private async during(work: Promise<unknown>): Promise<void> {
    this.underWay.add(work);
    try {
      await work;
    } finally {
      this.underWay.delete(work);
    }
  }
}
