import { EventEmitter } from 'node:events';

/** An event that someone asks to write. */
export interface ProposedRecord {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the stand-in keeps it. */
export interface KeptRecord extends ProposedRecord {
  readonly stream: string;
  readonly revision: number;
  /** Where it begins in the log, in bytes: the commit and the prepare position alike, as on the real server. */
  readonly position: bigint;
  readonly created: Date;
}

export type AppendOutcome =
  | { readonly written: true; readonly revision: number; readonly position: bigint }
  /** -1: there is no stream. */
  | { readonly written: false; readonly current: number };

// A record weighs more than its bytes, so that a position and the next one are never neighbours.
const RECORD_OVERHEAD = 100;

/** The log of a stand-in, in memory, with the semantics that were measured on EventStoreDB 24.6. */
export class StandInLog {
  private readonly records: KeptRecord[] = [];
  private readonly streams = new Map<string, KeptRecord[]>();
  private readonly grown = new EventEmitter().setMaxListeners(0);
  private end = 0n;

  get length(): number {
    return this.records.length;
  }

  at(index: number): KeptRecord | undefined {
    return this.records[index];
  }

  stream(name: string): readonly KeptRecord[] | undefined {
    return this.streams.get(name);
  }

  /**
   * Writes all the events or none. Ids are looked at only where the stream has gone past `expected`: all of them
   * there in the same order is a retry.
   *
   * @param expected the revision of the last event; -1 when there is to be no stream
   */
  append(name: string, expected: number, events: readonly ProposedRecord[]): AppendOutcome {
    const stream = this.streams.get(name) ?? [];
    const current = stream.length - 1;
    if (expected === current) return this.write(name, stream, events);
    const last = stream[expected + events.length];
    const isRetry = events.every(({ id }, index) => stream[expected + 1 + index]?.id === id);
    return isRetry && last !== undefined
      ? { written: true, revision: last.revision, position: last.position }
      : { written: false, current };
  }

  private write(name: string, stream: KeptRecord[], events: readonly ProposedRecord[]): AppendOutcome {
    this.streams.set(name, stream);
    for (const event of events) {
      const record = {
        ...event,
        stream: name,
        revision: stream.length,
        position: this.end,
        created: new Date(),
      };
      stream.push(record);
      this.records.push(record);
      this.end += BigInt(RECORD_OVERHEAD + event.data.length + event.metadata.length);
    }
    this.grown.emit('grown');
    return { written: true, revision: stream.length - 1, position: this.records.at(-1)?.position ?? 0n };
  }

  /**
   * The index of the event at that place, or of the first after the end.
   *
   * @returns undefined when no event begins there, and the log has gone past it
   */
  indexOf(position: bigint): number | undefined {
    if (position >= this.end) return this.records.length;
    const index = this.records.findIndex((record) => record.position >= position);
    return this.records[index]?.position === position ? index : undefined;
  }

  /** Forgets all but the first events, as a server restored from a backup does. */
  keepFirst(count: number): void {
    for (const record of this.records.splice(count)) {
      const stream = this.streams.get(record.stream)?.slice(0, record.revision) ?? [];
      if (stream.length === 0) this.streams.delete(record.stream);
      else this.streams.set(record.stream, stream);
      this.end = record.position < this.end ? record.position : this.end;
    }
  }

  /** Resolves when something was written, or the signal is aborted. */
  async growth(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.grown.off('grown', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.grown.once('grown', done);
      signal.addEventListener('abort', done);
    });
  }
}
