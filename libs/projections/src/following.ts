import { setTimeout as pause } from 'node:timers/promises';
import type { Projections } from './engine/projections.js';

/** How many authorities are followed at once. */
const MAX_FOLLOWED = 64;
/** How often it is looked whether an authority has appeared, in milliseconds. */
const LOOK_EVERY = 2_000;
/** How long a question waits for the present end of a log that was not followed, in milliseconds. */
const PATIENCE = 1_000;

interface Followed {
  readonly exists: Promise<boolean>;
  /** Whether the end of its log was reached once. */
  reached: boolean;
}

/** Which authorities are kept up with their logs: those that exist, or those in use where there are too many. */
export class Following {
  /** The least recently used first. */
  private readonly followed = new Map<string, Followed>();
  private readonly seen = new Set<string>();
  private readonly looking: NodeJS.Timeout;

  constructor(private readonly projections: Projections) {
    this.looking = setInterval(() => void this.look(), LOOK_EVERY);
    this.looking.unref();
  }

  /** Follows the authority from now on; over when the end of its log is reached. False: it has no log. */
  follow(authority: string): Promise<boolean> {
    return this.touch(authority).exists;
  }

  /** The same, for a question: it does not wait for ever. `late`: the end of the log is not reached yet. */
  async use(authority: string): Promise<boolean | 'late'> {
    const followed = this.touch(authority);
    if (followed.reached) return true;
    const waiting = new AbortController();
    const late = pause(PATIENCE, 'late' as const, { signal: waiting.signal, ref: false });
    return Promise.race([followed.exists, late.catch(() => 'late' as const)]).finally(() => waiting.abort());
  }

  /** Follows those that have appeared since. */
  async look(): Promise<void> {
    const keys = await this.projections.authorities().catch(() => []);
    for (const key of keys) {
      if (this.seen.has(key) || this.followed.size >= MAX_FOLLOWED) continue;
      this.seen.add(key);
      this.use(key).catch(() => this.seen.delete(key));
    }
  }

  stop(): void {
    clearInterval(this.looking);
  }

  private touch(authority: string): Followed {
    const followed = this.followed.get(authority) ?? this.begin(authority);
    this.followed.delete(authority);
    this.followed.set(authority, followed);
    this.leaveOldest();
    return followed;
  }

  private begin(authority: string): Followed {
    const followed: Followed = { exists: this.projections.follow(authority), reached: false };
    const forget = () => this.followed.get(authority) === followed && this.followed.delete(authority);
    followed.exists.then((exists) => (exists ? (followed.reached = true) : forget()), forget);
    return followed;
  }

  private leaveOldest(): void {
    for (const authority of this.followed.keys()) {
      if (this.followed.size <= MAX_FOLLOWED) return;
      this.followed.delete(authority);
      // A thread that crashed meanwhile follows it no longer either.
      this.projections.leave(authority).catch(() => undefined);
    }
  }
}
