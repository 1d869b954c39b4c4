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

/**
 * A store that begins with what another one holds and keeps what is appended to itself: commands can be tried on it
 * before anything is written. It knows streams, not the log's order.
 */
export class ScratchEventStore extends EventStore {
  private readonly streams = new Map<string, StoredEvent[]>();

  /** @param visible which of the other store's events it begins with */
  constructor(
    private readonly below: EventStore,
    private readonly visible: (event: StoredEvent) => boolean,
  ) {
    super();
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<Appended> {
    const encoded = encodeBatch(stream, events);
    const held = await this.held(stream);
    const actual = held.length === 0 ? 'no-stream' : held.length - 1;
    if (expected !== actual) throw new WrongExpectedRevision(stream, expected, actual);
    for (const { id, type, data, metadata } of encoded) {
      held.push({
        id,
        type,
        data: JSON.parse(data) as object,
        metadata: JSON.parse(metadata) as StoredEvent['metadata'],
        stream,
        revision: held.length,
        position: String(held.length),
      });
    }
    return { revision: held.length - 1 };
  }

  override async *readStream(
    stream: string,
    { from, direction, limit }: ReadStreamOptions = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    const held = await this.held(stream);
    const events =
      direction === 'backward'
        ? held.slice(0, (from ?? held.length) + 1).toReversed()
        : held.slice(from ?? 0);
    if (events.length > 0) yield events.slice(0, limit);
  }

  private async held(stream: string): Promise<StoredEvent[]> {
    const known = this.streams.get(stream);
    if (known !== undefined) return known;
    const events: StoredEvent[] = [];
    for await (const batch of this.below.readStream(stream)) {
      for (const event of batch) if (this.visible(event)) events.push({ ...event, revision: events.length });
    }
    this.streams.set(stream, events);
    return events;
  }

  override readLog(): never {
    throw new TypeError('a scratch store has no log');
  }

  override subscribe(): never {
    throw new TypeError('a scratch store has no log');
  }

  override authorities(): never {
    throw new TypeError('a scratch store has no log');
  }

  override async close(): Promise<void> {}
}
