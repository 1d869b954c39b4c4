import {
  encodeBatch,
  EventStore,
  WrongExpectedRevision,
  type Appended,
  type EventToAppend,
  type ExpectedRevision,
  type ReadStreamOptions,
  type StoredEvent,
} from '@registre/event-store';

/** A store in memory, as strict as the real ones about what it takes, whose faults are those that a test asks for. */
export class MemoryEventStore extends EventStore {
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly all: StoredEvent[] = [];
  /** Comes between a decision and its append: to be first, or to fail. */
  interfere: (events: readonly EventToAppend[], write: () => Appended) => Promise<void> | void = () => {};

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const encoded = encodeBatch(stream, events);
    const stored = encoded.map(({ id, type, data, metadata }) => ({
      id,
      type,
      data: JSON.parse(data) as object,
      metadata: JSON.parse(metadata) as StoredEvent['metadata'],
    }));
    await this.interfere(events, () => this.write(stream, expected, stored));
    return this.write(stream, expected, stored);
  }

  override async *readStream(
    stream: string,
    { from = 0, limit }: ReadStreamOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    const events = this.of(stream).slice(from, limit === undefined ? undefined : from + limit);
    await Promise.resolve();
    for (let place = 0; place < events.length; place += 7) yield events.slice(place, place + 7);
  }

  /** All the events of a stream. */
  of(stream: string): readonly StoredEvent[] {
    return this.streams.get(stream) ?? [];
  }

  /** How many events there are in all. */
  get size(): number {
    return this.all.length;
  }

  /** All the events of all streams, in the order in which they came. */
  get log(): readonly StoredEvent[] {
    return this.all;
  }

  override readLog(): AsyncIterable<readonly StoredEvent[]> {
    throw new Error('not needed here');
  }
  override subscribe(): AsyncIterable<readonly StoredEvent[]> {
    throw new Error('not needed here');
  }
  override async authorities(): Promise<readonly string[]> {
    throw new Error('not needed here');
  }
  override async close(): Promise<void> {}

  private write(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Appended {
    const before = this.of(stream);
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const same = events.every(({ id }, place) => before[first + place]?.id === id);
    if (same) return { revision: first + events.length - 1 };
    if (before.length !== first) {
      throw new WrongExpectedRevision(
        stream,
        expected,
        before.length === 0 ? 'no-stream' : before.length - 1,
      );
    }
    const stored = events.map((event, place) => ({
      ...event,
      stream,
      revision: first + place,
      position: String(this.size + place),
    }));
    this.streams.set(stream, [...before, ...stored]);
    this.all.push(...stored);
    return { revision: first + events.length - 1 };
  }
}
