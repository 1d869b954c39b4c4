/** What waits for one stream, in the order in which it came. */
interface Queue<W> {
  readonly waiting: W[];
  /** With those that are being worked on. */
  length: number;
}

/**
 * Work on one stream at a time, first come, first served; neighbours in the queue that may be done together are.
 * Bounded: what is too much is refused at once.
 */
export class StreamQueues<W> {
  private readonly queues = new Map<string, Queue<W>>();

  /**
   * @param work does what it is given, and tells each of them what became of it; it never throws
   * @param isTogether whether the next one may be done with those that were taken before it
   */
  constructor(
    private readonly most: number,
    private readonly work: (taken: readonly [W, ...W[]]) => Promise<void>,
    private readonly isTogether: (taken: readonly [W, ...W[]], next: W) => boolean,
  ) {}

  /** Waits its turn. @returns false where too many wait already */
  add(stream: string, one: W): boolean {
    const queue = this.queues.get(stream);
    if (queue === undefined) {
      const begun: Queue<W> = { waiting: [one], length: 1 };
      this.queues.set(stream, begun);
      void this.run(stream, begun);
      return true;
    }
    if (queue.length >= this.most) return false;
    queue.length += 1;
    queue.waiting.push(one);
    return true;
  }

  private async run(stream: string, queue: Queue<W>): Promise<void> {
    for (let next = queue.waiting.shift(); next !== undefined; next = queue.waiting.shift()) {
      const taken: [W, ...W[]] = [next];
      while (queue.waiting[0] !== undefined && this.isTogether(taken, queue.waiting[0])) {
        taken.push(queue.waiting.shift() as W);
      }
      await this.work(taken);
      queue.length -= taken.length;
    }
    this.queues.delete(stream);
  }
}
