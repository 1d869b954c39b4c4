import { contentHash } from './codec.js';
import type { EventStore, EventToAppend, ExpectedRevision, StoredEvent } from './port.js';

/** The target holds something else than the beginning of the source's log. */
export class NotACopy extends Error {
  constructor(
    readonly authority: string,
    /** Rank in the log of the first event that differs. */
    readonly ordinal: number,
  ) {
    super(`the target's log of ${authority} differs from the source's at ordinal ${ordinal}`);
    this.name = 'NotACopy';
  }
}

export interface CopyProgress {
  /** Events copied or found there already. */
  readonly done: number;
  /** Of these, those that were there already. */
  readonly found: number;
}

/** What else is done on the way. */
export interface CopySteps {
  /** Before some events are appended: what they name is to be there first. */
  readonly before?: (events: readonly StoredEvent[]) => Promise<void>;
  readonly onProgress?: (progress: CopyProgress) => void;
}

const RUN_EVENTS = 200;
const RUN_BYTES = 256 * 1024;

/**
 * Copies an authority's whole log to another store: the same events, ids, bytes and order, so the same ordinals and
 * content hashes. Goes on where an earlier copy was cut.
 *
 * @throws NotACopy when the target holds anything else, which is left as it was
 */
export async function copyLog(
  source: EventStore,
  target: EventStore,
  authority: string,
  { before, onProgress }: CopySteps = {},
): Promise<CopyProgress> {
  const there = flattened(target.readLog(authority));
  const here = flattened(source.readLog(authority));
  let found = 0;
  for (let held = await there.next(); held.done !== true; held = await there.next()) {
    const { value: event, done } = await here.next();
    if (done === true || !sameEvent(held.value, event)) throw new NotACopy(authority, found);
    found += 1;
  }
  let done = found;
  for await (const events of runs(here)) {
    const [first] = events;
    await before?.(events);
    if (first !== undefined) await target.append(first.stream, expectedBefore(first), events.map(bare));
    done += events.length;
    onProgress?.({ done, found });
  }
  return { done, found };
}

/** Neighbours of one stream together, within what one append may hold. */
async function* runs(events: AsyncIterable<StoredEvent>): AsyncGenerator<readonly StoredEvent[]> {
  let run: StoredEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const size = JSON.stringify(event.data).length + JSON.stringify(event.metadata).length;
    const fits = run.length < RUN_EVENTS && bytes + size < RUN_BYTES && run[0]?.stream === event.stream;
    if (run.length > 0 && !fits) {
      yield run;
      run = [];
      bytes = 0;
    }
    run.push(event);
    bytes += size;
  }
  if (run.length > 0) yield run;
}

async function* flattened(batches: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<StoredEvent, void> {
  for await (const batch of batches) yield* batch;
}

const expectedBefore = ({ revision }: StoredEvent): ExpectedRevision =>
  revision === 0 ? 'no-stream' : revision - 1;

const bare = ({ id, type, data, metadata }: StoredEvent): EventToAppend => ({ id, type, data, metadata });

const sameEvent = (one: StoredEvent, other: StoredEvent): boolean =>
  one.id === other.id &&
  one.stream === other.stream &&
  one.revision === other.revision &&
  one.type === other.type &&
  hashOf(one) === hashOf(other);

/** The content hash of an event as it was read: what copies share. */
export const hashOf = ({ data, metadata }: EventToAppend): string =>
  contentHash({ data: JSON.stringify(data), metadata: JSON.stringify(metadata) });
