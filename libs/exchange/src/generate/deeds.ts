/** Something that is to be done at an instant. */
interface Deed {
  readonly at: number;
  /** Deeds of one instant are done in the order in which they were planned. */
  readonly rank: number;
  readonly work: () => Promise<void>;
}

/** What is to be done, the earliest first (a binary heap): doing one may plan others. */
export class Deeds {
  private readonly heap: Deed[] = [];
  private planned = 0;

  /** @param at the instant, in milliseconds */
  plan(at: number, work: () => Promise<void>): void {
    const deed = { at, rank: this.planned++, work };
    let place = this.heap.push(deed) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(deed, this.at(parent))) break;
      this.heap[place] = this.at(parent);
      place = parent;
    }
    this.heap[place] = deed;
  }

  /** The earliest, taken away; undefined: nothing is left. */
  next(): Pick<Deed, 'at' | 'work'> | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first !== undefined && last !== undefined && last !== first) this.sink(last);
    return first;
  }

  private sink(deed: Deed): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && isBefore(this.at(child + 1), this.at(child))) child += 1;
      if (!isBefore(this.at(child), deed)) break;
      this.heap[place] = this.at(child);
      place = child;
    }
    this.heap[place] = deed;
  }

  private at(place: number): Deed {
    return this.heap[place] as Deed;
  }
}

const isBefore = (one: Deed, other: Deed): boolean =>
  one.at < other.at || (one.at === other.at && one.rank < other.rank);
