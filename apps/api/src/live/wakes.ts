/** A bell for one sleeper: rung while nobody sleeps, the next sleep is over at once. */
export class Wakes {
  private rung = false;
  private ring: (() => void) | undefined;

  constructor(private readonly over: AbortSignal) {
    over.addEventListener('abort', () => this.wake());
  }

  wake(): void {
    this.rung = true;
    this.ring?.();
  }

  /** Sleeps until it is rung, or for so many milliseconds. */
  async next(patience: number): Promise<'rung' | 'silence'> {
    if (!this.rung && !this.over.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.ring = undefined;
    const answer = this.rung ? 'rung' : 'silence';
    this.rung = false;
    return answer;
  }
}
