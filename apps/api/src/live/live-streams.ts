import { Readable } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { notFound, Refusal } from '@registre/platform';
import { ReadModels, type AuditEntry, type Page } from '@registre/projections';
import { caughtUpMessage, eventMessage, HEARTBEAT, OPENING } from './messages.js';
import { Wakes } from './wakes.js';

/** Streams open at once, in this process. Each holds a connection and at most one page of events. */
export const MAX_STREAMS = 500;
/** How many events are read at once. */
const PAGE = 100;
/** How long a stream is silent at most, in milliseconds. */
const HEARTBEAT_EVERY = 15_000;
/** How long what was begun may still be sent when the server ends, in milliseconds. */
const LAST_WORDS = 500;

export interface LiveRequest {
  /** Ordinal of the last event that the client has seen; absent: all those up to now. */
  readonly after?: number | undefined;
  readonly session?: string | undefined;
}

/** Tells clients what happens in a register, once the read models have taken it: who is told can read it. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Set<AbortController>();

  constructor(private readonly readModels: ReadModels) {}

  /** An open stream would keep the server from closing; one that is not read does not hear that it is over. */
  beforeApplicationShutdown(): void {
    for (const over of this.open) over.abort();
  }

  /**
   * The messages from there on, for as long as they are read: what is not read yet stays in the read model.
   *
   * @throws Refusal `not-found` there is no such authority; `unavailable` too many streams are open
   */
  async tell(authority: string, request: LiveRequest, closed: AbortSignal): Promise<Readable> {
    const now = await this.page(authority, request, request.after ?? Number.MAX_SAFE_INTEGER - 1);
    if (this.open.size >= MAX_STREAMS) throw tooMany();
    const over = new AbortController();
    this.open.add(over);
    const end = () => over.abort();
    closed.addEventListener('abort', end);
    const after = request.after ?? now.freshness.ordinal ?? -1;
    const messages = this.messages(authority, { ...request, after }, over.signal);
    const stream = Readable.from(messages, { objectMode: false, highWaterMark: 1 }).once('close', end);
    over.signal.addEventListener('abort', () => {
      this.open.delete(over);
      setTimeout(() => stream.destroy(new Error('the reader does not read')), LAST_WORDS).unref();
    });
    if (closed.aborted) end();
    return stream;
  }

  private async *messages(
    authority: string,
    { after, session }: LiveRequest & { readonly after: number },
    over: AbortSignal,
  ): AsyncGenerator<string> {
    const wakes = new Wakes(over);
    const unlisten = this.readModels.onAdvance((advanced) => advanced === authority && wakes.wake());
    try {
      yield OPENING;
      for (let seen = after; !over.aborted;) {
        const { items, next, freshness } = await this.page(authority, { session }, seen);
        for (const entry of items) yield eventMessage(entry);
        const reached = next === null ? (freshness.ordinal ?? -1) : (items.at(-1)?.ordinal ?? seen);
        const moved = reached > seen;
        seen = Math.max(seen, reached);
        if (next !== null) continue;
        if (moved) yield caughtUpMessage(seen);
        if ((await wakes.next(HEARTBEAT_EVERY)) === 'silence') yield HEARTBEAT;
      }
    } finally {
      unlisten();
    }
  }

  private async page(authority: string, { session }: LiveRequest, after: number): Promise<Page<AuditEntry>> {
    const page = await this.readModels.auditTrail(authority, { after, session, limit: PAGE });
    if (page !== undefined) return page;
    throw notFound('unknown-authority', `Aucune collectivité « ${authority} ».`);
  }
}

const tooMany = (): Refusal =>
  new Refusal(
    'unavailable',
    'too-many-live-streams',
    'Trop de lecteurs suivent déjà ce registre en direct : réessayez dans un instant.',
  );
