import type { StoredEvent } from '@registre/event-store';
import { upcast } from '../upcasting.js';
import type { Aggregate, DomainEvent } from './aggregate.js';

/** A stream folded up to a revision (-1: it has no event). */
export interface FoldedStream<S> {
  readonly state: S;
  readonly revision: number;
  /** The requests that wrote here, by `requestName` or by the id of their first event: what recognises one sent again. */
  readonly requests: ReadonlyMap<string, AcceptedRequest>;
}

/** How a client's request is known in a stream. */
export const requestName = (actor: string, idempotencyKey: string): string => `${actor} ${idempotencyKey}`;

export interface AcceptedRequest {
  /** Revision of the request's last event. */
  readonly revision: number;
  readonly bodyHash: string | undefined;
}

interface Folding extends FoldedStream<unknown> {
  // One map for all the foldings of a stream: what was accepted stays so, and copying it each time would cost the
  // square of the stream's length.
  readonly requests: Map<string, AcceptedRequest>;
  readonly lastRequest: { readonly key: string; readonly first: string } | null;
}

const KEPT = 500;

/** The streams last decided on: folding goes on from there. Least recently used go first. */
export class StreamCache {
  private readonly streams = new Map<string, Folding>();

  get<S, E extends DomainEvent>(_aggregate: Aggregate<S, E>, stream: string): FoldedStream<S> | undefined {
    const folded = this.streams.get(stream);
    if (folded === undefined) return undefined;
    this.streams.delete(stream);
    this.streams.set(stream, folded);
    return folded as FoldedStream<S>;
  }

  empty<S, E extends DomainEvent>(aggregate: Aggregate<S, E>): FoldedStream<S> {
    const nothing: Folding = {
      state: aggregate.initial,
      revision: -1,
      requests: new Map(),
      lastRequest: null,
    };
    return nothing as FoldedStream<S>;
  }

  /** Folds more events onto what is known of the stream, and keeps it unless more is known already. */
  advance<S, E extends DomainEvent>(
    aggregate: Aggregate<S, E>,
    stream: string,
    folded: FoldedStream<S>,
    events: readonly Pick<StoredEvent, 'id' | 'type' | 'data' | 'metadata'>[],
  ): FoldedStream<S> {
    const { requests } = folded as unknown as Folding;
    let { lastRequest } = folded as unknown as Folding;
    let { state, revision } = folded;
    for (const event of events) {
      state = aggregate.evolve(state, upcast(event) as unknown as E, event.metadata.occurredAt);
      revision += 1;
      const { actor, idempotencyKey, bodyHash, $causationId } = event.metadata;
      const key = `${idempotencyKey ?? ''} ${$causationId}`;
      const first = lastRequest?.key === key ? lastRequest.first : event.id;
      lastRequest = { key, first };
      requests.set(first, { revision, bodyHash });
      if (idempotencyKey !== undefined) {
        requests.set(requestName(actor, idempotencyKey), { revision, bodyHash });
      }
    }
    const next: Folding = { state, revision, requests, lastRequest };
    if ((this.streams.get(stream)?.revision ?? -1) <= revision) this.streams.set(stream, next);
    if (this.streams.size > KEPT) this.streams.delete(this.streams.keys().next().value as string);
    return next as unknown as FoldedStream<S>;
  }
}
