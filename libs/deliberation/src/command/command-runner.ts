import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  authorityStream,
  EventStore,
  EventTooLarge,
  OutcomeUnknown,
  StoreUnavailable,
  UnstorableEvent,
  WrongExpectedRevision,
  type EventMetadata,
  type EventToAppend,
} from '@registre/event-store';
import {
  Clock,
  derivedId,
  localParts,
  newId,
  newSalt,
  notFound,
  Refusal,
  type OccurredAt,
} from '@registre/platform';
import { versionOf } from '../upcasting.js';
import { authorityAggregate, type AuthorityDescription } from '../authority/authority.js';
import type { Aggregate, DomainEvent } from './aggregate.js';
import type { Accepted, CommandContext, Occurrence } from './command-context.js';
import { resolveOccurrence } from './occurrence.js';
import { requestName, StreamCache, type FoldedStream } from './stream-cache.js';

/** One change of one stream: what is needed to decide it, and the decision. */
export interface Change<S, E extends DomainEvent> {
  readonly aggregate: Aggregate<S, E>;
  readonly stream: string;
  readonly context: CommandContext;
  /** When it happened; absent: now. */
  readonly occurredAt?: Occurrence | undefined;
  /** The séance that the events belong to, for those who filter by it. */
  readonly session?: string | ((state: S) => string | null);
  /** The zone, where the authority is not registered yet. */
  readonly zone?: string;
  /** Derives the events' ids, in place of the idempotency key: for what follows from another event. */
  readonly follows?: string;
  /** Pure: the events that follow from the state, or a Refusal. No events: nothing to do. */
  readonly decide: (state: S) => readonly E[];
}

/** How long a decision is taken again after conflicts, in ms: a client waits no longer. */
const DEADLINE = 10_000;
/** The longest pause before deciding again, in ms. */
const LONGEST_PAUSE = 50;
/** How many commands wait for one stream at most. */
const MAX_WAITING = 2_000;

/** Loads, decides, appends: the one way in which the domain's streams are written. */
@Injectable()
export class CommandRunner {
  private readonly cache = new StreamCache();
  private readonly queues = new Map<string, { last: Promise<unknown>; waiting: number }>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides on the stream's present state and appends what was decided, expecting the revision that was read;
   * when someone else was first, decides again (unless the client named the revision it had seen). A request that
   * was accepted before, known by its derived event id, gets the answer it got then.
   *
   * @throws Refusal when the domain refuses, or `conflict`, `reused-key`, `unavailable`, `outcome-unknown`
   */
  async change<S, E extends DomainEvent>(change: Change<S, E>): Promise<Accepted> {
    return this.queued(change.stream, () => translatingFaults(() => this.attempt(change)));
  }

  /** The stream's present state and revision (-1: no such stream), read anew from the store. */
  async load<S, E extends DomainEvent>(
    aggregate: Aggregate<S, E>,
    stream: string,
  ): Promise<{ state: S; revision: number }> {
    const { state, revision } = await translatingFaults(() => this.refreshed(aggregate, stream));
    return { state, revision };
  }

  /** The authority as it is described. @throws Refusal `not-found` */
  async authority(key: string): Promise<AuthorityDescription> {
    const stream = authorityStream(key);
    const { description } =
      this.cache.get(authorityAggregate, stream)?.state ??
      (await this.load(authorityAggregate, stream)).state;
    if (description === null) throw notFound('unknown-authority', `Aucune collectivité « ${key} ».`);
    return description;
  }

  private async attempt<S, E extends DomainEvent>(change: Change<S, E>): Promise<Accepted> {
    const zone = change.zone ?? (await this.authority(change.context.authority)).timezone;
    const now = this.clock.now();
    const occurredAt = occurrenceOf(change, zone, now);
    let known = this.cache.get(change.aggregate, change.stream);
    const deadline = Date.now() + DEADLINE;
    for (let attempt = 0; Date.now() < deadline; attempt++) {
      const fresh = known === undefined;
      const folded = known ?? (await this.refreshed(change.aggregate, change.stream));
      const earlier = this.acceptedEarlier(change, folded);
      if (earlier !== undefined) return earlier;
      const events = this.decided(change, folded, fresh);
      if (events === 'look-again') {
        known = undefined;
        continue;
      }
      if (events.length === 0) return { stream: change.stream, revision: folded.revision };
      const appended = this.envelopes(change, events, sessionOf(change, folded.state), occurredAt, now);
      try {
        const expected = folded.revision === -1 ? 'no-stream' : folded.revision;
        const { revision } = await this.store.append(change.stream, expected, appended);
        this.cache.advance(change.aggregate, change.stream, folded, appended);
        return { stream: change.stream, revision };
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        known = undefined;
        await pause(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE));
      }
    }
    throw tooMuchContention();
  }

  // A refusal is only told on what the store holds now, not on what this process remembers.
  private decided<S, E extends DomainEvent>(
    change: Change<S, E>,
    folded: FoldedStream<S>,
    fresh: boolean,
  ): readonly E[] | 'look-again' {
    try {
      requireUnchanged(change.context, folded.revision);
      return change.decide(folded.state);
    } catch (error) {
      if (error instanceof Refusal && !fresh) return 'look-again';
      throw error;
    }
  }

  private acceptedEarlier<S, E extends DomainEvent>(
    change: Change<S, E>,
    folded: FoldedStream<S>,
  ): Accepted | undefined {
    const { actor, idempotencyKey, bodyHash } = change.context;
    const name =
      change.follows === undefined
        ? idempotencyKey && requestName(actor, idempotencyKey)
        : eventId(change, 0);
    const earlier = name === undefined ? undefined : folded.requests.get(name);
    if (earlier === undefined) return undefined;
    if (change.follows === undefined && bodyHash !== undefined && earlier.bodyHash !== bodyHash) {
      throw new Refusal(
        'reused-key',
        'idempotency-key-reused',
        'Cette clé « Idempotency-Key » a déjà servi pour une autre demande.',
      );
    }
    return { stream: change.stream, revision: earlier.revision };
  }

  private envelopes<S, E extends DomainEvent>(
    change: Change<S, E>,
    events: readonly E[],
    session: string | null,
    occurredAt: EventMetadata['occurredAt'],
    now: Date,
  ): EventToAppend[] {
    const { context } = change;
    const causation = newId();
    return events.map((event, place) => ({
      id: eventId(change, place) ?? newId(),
      type: event.type,
      data: event.data,
      metadata: {
        version: versionOf(event.type),
        authority: context.authority,
        ...(session === null ? {} : { session }),
        actor: context.actor,
        occurredAt,
        recordedAt: now.toISOString(),
        $correlationId: context.correlationId,
        $causationId: change.follows ?? causation,
        ...(context.source === undefined ? {} : { source: context.source }),
        ...(context.idempotencyKey === undefined ? {} : { idempotencyKey: context.idempotencyKey }),
        ...(context.bodyHash === undefined ? {} : { bodyHash: context.bodyHash }),
        salt: newSalt(),
      },
    }));
  }

  private async refreshed<S, E extends DomainEvent>(
    aggregate: Aggregate<S, E>,
    stream: string,
  ): Promise<FoldedStream<S>> {
    let folded = this.cache.get(aggregate, stream) ?? this.cache.empty(aggregate);
    for await (const batch of this.store.readStream(stream, { from: folded.revision + 1 })) {
      folded = this.cache.advance(aggregate, stream, folded, batch);
    }
    return folded;
  }

  private async queued<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(stream) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= MAX_WAITING) throw tooMuchContention();
    queue.waiting += 1;
    this.queues.set(stream, queue);
    const mine = queue.last.then(work);
    queue.last = mine.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await mine;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.queues.delete(stream);
    }
  }
}

const tooMuchContention = (): Refusal =>
  new Refusal('unavailable', 'too-much-contention', 'Trop d’écritures simultanées : réessayez.');

function eventId<S, E extends DomainEvent>(change: Change<S, E>, place: number): string | undefined {
  const { context, stream, follows } = change;
  if (follows !== undefined) return derivedId(context.authority, follows, stream, String(place));
  if (context.idempotencyKey === undefined) return undefined;
  // With the body: a key used for another request can then never pass for the same event, on any node.
  const { authority, actor, idempotencyKey, bodyHash = '' } = context;
  return derivedId(authority, actor, idempotencyKey, bodyHash, stream, String(place));
}

function sessionOf<S, E extends DomainEvent>({ session }: Change<S, E>, state: S): string | null {
  return typeof session === 'function' ? session(state) : (session ?? null);
}

// What follows happened when its cause did, and was judged then: another node's clock may be behind.
function occurrenceOf<S, E extends DomainEvent>(
  { follows, occurredAt }: Change<S, E>,
  zone: string,
  now: Date,
): OccurredAt {
  if (follows !== undefined && occurredAt !== undefined) {
    return { date: occurredAt.date, time: occurredAt.time, zone };
  }
  return resolveOccurrence(occurredAt, zone, localParts(now, zone));
}

/** @throws Refusal `conflict` when the client named another revision than the present one */
export function requireUnchanged({ ifMatch }: CommandContext, currentRevision: number): void {
  if (ifMatch === undefined || ifMatch === currentRevision) return;
  throw new Refusal(
    'conflict',
    'changed-since',
    'Quelqu’un d’autre a modifié ceci entre-temps : relisez avant de recommencer.',
    [],
    { currentRevision },
  );
}

async function translatingFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      const message = 'Le registre ne peut pas être joint pour l’instant ; rien n’a été enregistré.';
      throw new Refusal('unavailable', 'store-unavailable', message);
    }
    if (error instanceof OutcomeUnknown) {
      const message = 'L’enregistrement n’a pas été confirmé : renvoyez la même demande avec la même clé.';
      throw new Refusal('outcome-unknown', 'outcome-unknown', message);
    }
    if (error instanceof EventTooLarge) {
      throw new Refusal(
        'too-large',
        'event-too-large',
        'La demande est trop volumineuse pour un seul enregistrement.',
      );
    }
    if (error instanceof UnstorableEvent) {
      const message = 'Une valeur ne peut pas être gardée exactement.';
      throw new Refusal('invalid', 'unstorable', message, [
        { field: error.field, rule: error.rule, message },
      ]);
    }
    throw error;
  }
}
