import type { Projections } from './engine/projections.js';

/** How many authorities are followed at once. */
const MAX_FOLLOWED = 64;
/** How often it is looked whether an authority has appeared, in milliseconds. */
const LOOK_EVERY = 2_000;
/** How long a question waits for the present end of a log that was not followed, in milliseconds. */
const PATIENCE = 1_000;

/** Which authorities are kept up with their logs: those that exist, or those in use where there are too many. */
export class Following {
  /** The least recently used first. */
  private readonly followed = new Map<string, Promise<boolean>>();
  private readonly seen = new Set<string>();
  private readonly looking: NodeJS.Timeout;

  constructor(private readonly projections: Projections) {
    this.looking = setInterval(() => void this.look(), LOOK_EVERY);
    this.looking.unref();
  }

  /** Follows the authority from now on. False: it has no log. */
  async use(authority: string): Promise<boolean> {
    const following = this.followed.get(authority) ?? this.projections.follow(authority);
    this.followed.delete(authority);
    this.followed.set(authority, following);
    void this.leaveOldest();
    following.then(
      (exists) => exists || this.forget(authority, following),
      () => this.forget(authority, following),
    );
    const late = new Promise<true>((resolve) => setTimeout(() => resolve(true), PATIENCE).unref());
    return Promise.race([following, late]);
  }

  /** Follows those that have appeared since. */
  async look(): Promise<void> {
    const keys = await this.projections.authorities().catch(() => []);
    for (const key of keys) {
      if (this.seen.has(key) || this.followed.size >= MAX_FOLLOWED) continue;
      this.seen.add(key);
      await this.use(key).catch(() => undefined);
    }
  }

  stop(): void {
    clearInterval(this.looking);
  }

  private async leaveOldest(): Promise<void> {
    for (const authority of this.followed.keys()) {
      if (this.followed.size <= MAX_FOLLOWED) return;
      this.followed.delete(authority);
      await this.projections.leave(authority);
    }
  }

  private forget(authority: string, following: Promise<boolean>): void {
    if (this.followed.get(authority) === following) this.followed.delete(authority);
  }
}
