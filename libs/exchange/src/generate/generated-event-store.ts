import {
  EventStore,
  hashOf,
  WrongExpectedRevision,
  type Appended,
  type EventToAppend,
  type ExpectedRevision,
  type ReadStreamOptions,
  type StoredEvent,
} from '@registre/event-store';

/** The target holds something else than the beginning of what is generated. */
export class NotGenerated extends Error {
  constructor(
    /** Rank in the log of the first event that differs. */
    readonly ordinal: number,
  ) {
    super(`the log differs from what is generated at ordinal ${ordinal}`);
    this.name = 'NotGenerated';
  }
}

interface Waiting {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: EventToAppend[];
}

/** How many events wait before they are written, and how many one append holds at most. */
const GROUP_EVENTS = 2_000;
const RUN_EVENTS = 40;

/**
 * What the domain writes to while a register is generated: appends are answered at once and written together, in their
 * order, so that a command does not wait for the disk. What the target holds already must be the same, event by event,
 * and is not written again. Only streams that were left are read from the target.
 */
export class GeneratedEventStore extends EventStore {
  private readonly lengths = new Map<string, number>();
  private waiting: Waiting[] = [];
  private waitingEvents = 0;
  private writing: Promise<void> = Promise.resolve();
  private held: AsyncIterator<StoredEvent> | undefined;
  /** Events so far. */
  count = 0;
  /** Of these, those that the target held already. */
  found = 0;

  /**
   * @param target a store that writes appends in the order in which they were asked for
   * @param before over when what the events name is there: they are written then
   */
  constructor(
    private readonly target: EventStore,
    authority: string,
    private readonly before: () => Promise<void>,
  ) {
    super();
    this.held = flattened(target.readLog(authority));
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const length = this.lengths.get(stream) ?? 0;
    const actual = length === 0 ? 'no-stream' : length - 1;
    if (expected !== actual) throw new WrongExpectedRevision(stream, expected, actual);
    const fresh = this.held === undefined ? events : await this.notYetHeld(stream, length, events);
    this.lengths.set(stream, length + events.length);
    this.count += events.length;
    const [first] = fresh;
    if (first !== undefined) {
      const before = length + events.length - fresh.length;
      this.wait({ stream, expected: before === 0 ? 'no-stream' : before - 1, events: [...fresh] });
    }
    if (this.waitingEvents >= GROUP_EVENTS) await this.write();
    return { revision: length + events.length - 1 };
  }

  override async *readStream(
    stream: string,
    { from = 0, direction, limit = Infinity }: ReadStreamOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    if (direction === 'backward') throw new TypeError('a generated register is read forward');
    const left = Math.min(limit, (this.lengths.get(stream) ?? 0) - from);
    if (left <= 0) return;
    await this.flush();
    yield* this.target.readStream(stream, { from, limit: left });
  }

  /** Writes what waits, and is over when it is on the disk. */
  async flush(): Promise<void> {
    await this.write();
    await this.writing;
  }

  /** @throws NotGenerated the target holds more than what was generated */
  async end(): Promise<void> {
    await this.flush();
    if (this.held !== undefined && (await this.held.next()).done !== true) throw new NotGenerated(this.count);
  }

  // One group is written while the next one is generated.
  private async write(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    this.waitingEvents = 0;
    await this.writing;
    this.writing = this.writeGroup(group);
    this.writing.catch(() => undefined);
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    await this.before();
    await Promise.all(
      group.map(({ stream, expected, events }) => this.target.append(stream, expected, events)),
    );
  }

  private wait(append: Waiting): void {
    this.waitingEvents += append.events.length;
    const last = this.waiting.at(-1);
    if (last?.stream === append.stream && last.events.length < RUN_EVENTS) last.events.push(...append.events);
    else this.waiting.push(append);
  }

  private async notYetHeld(
    stream: string,
    length: number,
    events: readonly EventToAppend[],
  ): Promise<readonly EventToAppend[]> {
    for (const [place, event] of events.entries()) {
      const next = await this.held?.next();
      if (next === undefined || next.done === true) {
        this.held = undefined;
        return events.slice(place);
      }
      const { value: held } = next;
      const isThere = held.stream === stream && held.revision === length + place && isSame(held, event);
      if (!isThere) throw new NotGenerated(this.found);
      this.found += 1;
    }
    return [];
  }

  override readLog(): never {
    throw new TypeError('a register that is being generated has no log');
  }

  override subscribe(): never {
    throw new TypeError('a register that is being generated has no log');
  }

  override authorities(): never {
    throw new TypeError('a register that is being generated has no log');
  }

  override async close(): Promise<void> {}
}

async function* flattened(batches: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<StoredEvent, void> {
  for await (const batch of batches) yield* batch;
}

const isSame = (held: StoredEvent, generated: EventToAppend): boolean =>
  held.id === generated.id && held.type === generated.type && hashOf(held) === hashOf(generated);
