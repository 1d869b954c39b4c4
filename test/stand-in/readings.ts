import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { KeptRecord, StandInLog } from './log.js';
import {
  caughtUp,
  checkpoint,
  confirmation,
  eventMessage,
  failures,
  streamNotFound,
  type Failure,
} from './messages.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** A reading or subscription that somebody follows. */
export interface OpenReading {
  readonly isSubscription: boolean;
  /** Ends it with an error, as a server does that goes away. */
  fail(failure: Failure): void;
}

export interface ReadingHooks {
  /** What a reading that begins now meets, if not an answer: a failure, or silence. */
  fault(): { readonly answer: Failure | undefined } | undefined;
  opened(reading: OpenReading): void;
  closed(reading: OpenReading): void;
  /** Called for each event written out to a reader. */
  sent(): void;
}

/** The Read call in the forms that the adapter uses: a stream or `$all` either way, `$all` followed by name. */
export function readHandler(log: StandInLog, hooks: ReadingHooks) {
  return (call: ReadCall): void => {
    const reading = new Reading(log, call, hooks);
    reading.run().catch((error: unknown) => call.destroy(error as Error));
  };
}

class Reading implements OpenReading {
  private readonly options: ReadReq.Options;
  private readonly over = new AbortController();

  constructor(
    private readonly log: StandInLog,
    private readonly call: ReadCall,
    private readonly hooks: ReadingHooks,
  ) {
    this.options = call.request.getOptions() ?? new streams.ReadReq.Options();
    call.on('cancelled', () => this.over.abort());
  }

  get isSubscription(): boolean {
    return this.options.hasSubscription();
  }

  fail(failure: Failure): void {
    if (this.over.signal.aborted) return;
    this.over.abort();
    this.call.emit('error', failure);
  }

  async run(): Promise<void> {
    const fault = this.hooks.fault();
    if (fault !== undefined) return fault.answer && this.fail(fault.answer);
    this.hooks.opened(this);
    try {
      if (this.isSubscription) await this.follow();
      else if (this.options.hasStream()) await this.readStream();
      else await this.readAll();
    } finally {
      this.hooks.closed(this);
    }
    if (!this.over.signal.aborted) this.call.end();
  }

  private async readStream(): Promise<void> {
    const options = this.options.getStream();
    const name = Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
    const stream = this.log.stream(name);
    if (stream === undefined) return this.send(streamNotFound(name));
    const from = options?.hasRevision() === true ? Number(options.getRevision()) : undefined;
    const asked =
      this.options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS
        ? stream.slice(from ?? 0)
        : stream.slice(0, (from ?? stream.length) + 1).toReversed();
    for (const record of asked.slice(0, Number(this.options.getCount()))) await this.sendEvent(record);
  }

  private async readAll(): Promise<void> {
    if (this.options.hasFilter()) return this.fail(failures.beyondTheStandIn('reading $all filtered'));
    const count = Number(this.options.getCount());
    if (this.options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS) {
      return this.readAllBackward(count);
    }
    const from = this.startIndex();
    if (from === undefined) return this.fail(failures.invalidReadPosition);
    const end = Math.min(this.log.length, from + count);
    for (let index = from; index < end; index++) await this.sendEvent(this.log.at(index));
  }

  private async readAllBackward(count: number): Promise<void> {
    if (this.options.getAll()?.hasEnd() !== true) {
      return this.fail(failures.beyondTheStandIn('reading $all backward from elsewhere than its end'));
    }
    const first = Math.max(0, this.log.length - count);
    for (let index = this.log.length - 1; index >= first; index--) await this.sendEvent(this.log.at(index));
  }

  private async follow(): Promise<void> {
    const filter = this.options.getFilter();
    const expression = filter?.getStreamIdentifier()?.getRegex();
    if (filter === undefined || !expression) {
      return this.fail(failures.beyondTheStandIn('following $all without a filter on the stream’s name'));
    }
    await this.send(confirmation(randomUUID()));
    const first = this.startIndex();
    if (first === undefined) return this.fail(failures.invalidSubscriptionPosition);
    const interval = filter.getMax() * filter.getCheckpointintervalmultiplier();
    await this.followFrom(first, new RegExp(expression, 'u'), interval);
  }

  private async followFrom(first: number, streamName: RegExp, interval: number): Promise<void> {
    const given = this.options.getAll()?.getPosition();
    const after = given === undefined ? -1n : BigInt(given.getCommitPosition());
    let live = false;
    for (let index = first; !this.over.signal.aborted;) {
      const record = this.log.at(index);
      if (record !== undefined) {
        if (record.position > after && streamName.test(record.stream)) await this.sendEvent(record);
        index += 1;
        if ((index - first) % interval === 0) await this.send(checkpoint(record.position));
        continue;
      }
      if (!live) {
        live = true;
        const last = this.log.at(this.log.length - 1);
        if (last !== undefined) await this.send(checkpoint(last.position));
        await this.send(caughtUp());
      }
      await this.log.growth(this.over.signal);
    }
  }

  private startIndex(): number | undefined {
    const position = this.options.getAll()?.getPosition();
    return position === undefined ? 0 : this.log.indexOf(BigInt(position.getCommitPosition()));
  }

  private async sendEvent(record: KeptRecord | undefined): Promise<void> {
    if (record === undefined || this.over.signal.aborted) return;
    this.hooks.sent();
    await this.send(eventMessage(record));
  }

  /** Writes one message, waiting while the reader's window is full. */
  private async send(message: ReadResp): Promise<void> {
    if (this.over.signal.aborted || this.call.write(message)) return;
    await once(this.call, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }
}
