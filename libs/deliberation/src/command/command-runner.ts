import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
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
  Entropy,
  localParts,
  notFound,
  Refusal,
  SystemEntropy,
  type LocalDate,
  type OccurredAt,
} from '@registre/platform';
import { versionOf } from '../upcasting.js';
import { authorityAggregate, type AuthorityDescription } from '../authority/authority.js';
import type { Aggregate, DomainEvent } from './aggregate.js';
import type { Accepted, CommandContext, Occurrence } from './command-context.js';
import { requireCome, resolveOccurrence } from './occurrence.js';
import { requestName, StreamCache, type FoldedStream } from './stream-cache.js';
import { StreamQueues } from './stream-queues.js';

/** What somebody else wrote in the meantime. */
export interface EventSince {
  readonly revision: number;
  readonly type: string;
  readonly actor: string;
  readonly recordedAt: string;
}

/** One change of one stream: what is needed to decide it, and the decision. */
export interface Change<S, E extends DomainEvent> {
  readonly aggregate: Aggregate<S, E>;
  readonly stream: string;
  readonly context: CommandContext;
  /** When it happened; absent: now. */
  readonly occurredAt?: Occurrence | undefined;
  /** The day that the command itself tells, of something that has happened by then. */
  readonly on?: LocalDate | null | undefined;
  /** The séance that the events belong to, for those who filter by it. */
  readonly session?: string | ((state: S) => string | null);
  /** The zone, where the authority is not registered yet. */
  readonly zone?: string;
  /** Derives the events' ids, in place of the idempotency key: for what follows from another event. */
  readonly follows?: string;
  /** Those of one stream that wait for it together are decided one after another, and appended at once. */
  readonly together?: true;
  /**
   * Pure: the events that follow from the state, or a Refusal. No events: nothing to do. `at` is when they happened:
   * as the client says, else by the server's clock.
   */
  readonly decide: (state: S, at: OccurredAt) => readonly E[];
}

/** How long a decision is taken again after conflicts, in ms: a client waits no longer. */
const DEADLINE = 10_000;
/** The longest pause before deciding again, in ms. */
const LONGEST_PAUSE = 50;
/** How many commands wait for one stream at most. */
const MAX_WAITING = 2_000;
/** How many of them are appended at once at most: a vote and its envelope weigh less than 2 KB. */
const MAX_TOGETHER = 250;

type AnyChange = Change<unknown, DomainEvent>;

/** A change that waits for its answer. */
interface Request {
  readonly change: AnyChange;
  readonly answer: (accepted: Accepted) => void;
  readonly refuse: (fault: unknown) => void;
}

/** The same, with the moments that its events will tell. */
interface DatedRequest extends Request {
  readonly occurredAt: OccurredAt;
  readonly now: Date;
}

/** What one request comes to on a state: told once the events of all those decided with it are written. */
type Decision = { readonly request: DatedRequest; readonly events: readonly EventToAppend[] } & (
  { readonly accepted: Accepted } | { readonly fault: unknown }
);

/** Loads, decides, appends: the one way in which the domain's streams are written. */
@Injectable()
export class CommandRunner {
  private readonly cache = new StreamCache();
  private readonly queues = new StreamQueues<Request>(
    MAX_WAITING,
    (requests) => this.work(requests),
    (taken, next) => taken.length < MAX_TOGETHER && areTogether(taken, next),
  );

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    @Optional() private readonly entropy: Entropy = new SystemEntropy(),
  ) {}

  /**
   * Decides on the stream's present state and appends what was decided, expecting the revision that was read;
   * when someone else was first, decides again (unless the client named the revision it had seen). A request that
   * was accepted before, known by its derived event id, gets the answer it got then. Changes that may go together and
   * wait for the same stream are each decided on what the ones before it leave, and appended at once.
   *
   * @throws Refusal when the domain refuses, or `conflict`, `reused-key`, `unavailable`, `outcome-unknown`
   */
  async change<S, E extends DomainEvent>(change: Change<S, E>): Promise<Accepted> {
    return new Promise((answer, refuse) => {
      const request: Request = {
        change: change as unknown as AnyChange,
        answer,
        refuse: (fault) => refuse(translated(fault)),
      };
      if (!this.queues.add(change.stream, request)) refuse(tooMuchContention());
    });
  }

  /** The stream's present state and revision (-1: no such stream), read anew from the store. */
  async load<S, E extends DomainEvent>(
    aggregate: Aggregate<S, E>,
    stream: string,
  ): Promise<{ state: S; revision: number }> {
    const { state, revision } = await translatingFaults(() => this.refreshed(aggregate, stream));
    return { state, revision };
  }

  /** The stream's events after that revision, the first of them: at most `most`. */
  async changesSince(stream: string, revision: number, most: number): Promise<readonly EventSince[]> {
    const changes: EventSince[] = [];
    for await (const batch of this.store.readStream(stream, { from: revision + 1 })) {
      for (const { revision: at, type, metadata } of batch) {
        if (changes.length === most) return changes;
        changes.push({ revision: at, type, actor: metadata.actor, recordedAt: metadata.recordedAt });
      }
    }
    return changes;
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

  private async work(requests: readonly [Request, ...Request[]]): Promise<void> {
    let left: readonly DatedRequest[] = [];
    try {
      left = await this.dated(requests);
      await this.decideUntilWritten(left, (settled) => (left = left.slice(settled)));
    } catch (fault) {
      for (const { refuse } of left.length > 0 ? left : requests) refuse(fault);
    }
  }

  // Those whose moment is refused are told; the others go on.
  private async dated(requests: readonly [Request, ...Request[]]): Promise<readonly DatedRequest[]> {
    const [{ change: first }] = requests;
    const zone = first.zone ?? (await this.authority(first.context.authority)).timezone;
    return requests.flatMap((request) => {
      const now = this.clock.now();
      try {
        return [{ ...request, now, occurredAt: occurrenceOf(request.change, zone, now) }];
      } catch (fault) {
        request.refuse(fault);
        return [];
      }
    });
  }

  /** @param onSettled is told how many of the first requests that are left were answered */
  private async decideUntilWritten(
    requests: readonly DatedRequest[],
    onSettled: (requests: number) => void,
  ): Promise<void> {
    const [first] = requests;
    if (first === undefined) return;
    const { aggregate, stream } = first.change;
    const deadline = Date.now() + DEADLINE;
    let known = this.cache.get(aggregate, stream);
    let left = requests;
    let most = requests.length;
    for (let attempt = 0; left.length > 0; attempt++) {
      if (Date.now() >= deadline) throw tooMuchContention();
      const fresh = known === undefined;
      const folded = known ?? (await this.refreshed(aggregate, stream));
      let decisions = this.decisions(left.slice(0, most), folded);
      // A refusal is only told on what the store holds now, not on what this process remembers.
      if (!fresh && decisions.some((one) => 'fault' in one && one.fault instanceof Refusal)) {
        known = undefined;
        continue;
      }
      try {
        known = await this.append(stream, aggregate, folded, decisions);
      } catch (error) {
        known = undefined;
        if (error instanceof WrongExpectedRevision) {
          await pause(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE));
          continue;
        }
        if (!isOfTheEvents(error)) throw error;
        if (decisions.length > 1) {
          most = Math.ceil(decisions.length / 2);
          continue;
        }
        decisions = decisions.map(({ request }) => ({ request, events: [], fault: error }));
      }
      tell(decisions);
      left = left.slice(decisions.length);
      onSettled(decisions.length);
    }
  }

  private async append(
    stream: string,
    aggregate: AnyChange['aggregate'],
    folded: FoldedStream<unknown>,
    decisions: readonly Decision[],
  ): Promise<FoldedStream<unknown>> {
    const events = decisions.flatMap((one) => one.events);
    if (events.length === 0) return folded;
    const expected = folded.revision === -1 ? 'no-stream' : folded.revision;
    await this.store.append(stream, expected, events);
    return this.cache.advance(aggregate, stream, folded, events);
  }

  /** Each request decided on what the ones before it leave. */
  private decisions(requests: readonly DatedRequest[], folded: FoldedStream<unknown>): readonly Decision[] {
    let { state, revision } = folded;
    return requests.map((request) => {
      const decision = this.decision(request, { ...folded, state, revision });
      for (const event of decision.events) {
        state = request.change.aggregate.evolve(state, event, request.occurredAt);
      }
      revision += decision.events.length;
      return decision;
    });
  }

  private decision(request: DatedRequest, folded: FoldedStream<unknown>): Decision {
    const { change, occurredAt, now } = request;
    try {
      const earlier = this.acceptedEarlier(change, folded);
      if (earlier !== undefined) return { request, events: [], accepted: earlier };
      requireUnchanged(change.context, change.stream, folded.revision);
      const decided = change.decide(folded.state, occurredAt);
      const events = this.envelopes(change, decided, sessionOf(change, folded.state), occurredAt, now);
      const revision = folded.revision + events.length;
      return { request, events, accepted: { stream: change.stream, revision } };
    } catch (fault) {
      return { request, events: [], fault };
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
    const causation = this.entropy.id();
    return events.map((event, place) => ({
      id: eventId(change, place) ?? this.entropy.id(),
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
        salt: this.entropy.salt(),
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
}

const tooMuchContention = (): Refusal =>
  new Refusal('unavailable', 'too-much-contention', 'Trop d’écritures simultanées : réessayez.');

/** One request sent twice at once is decided the second time on what the first wrote. */
function areTogether(taken: readonly Request[], { change }: Request): boolean {
  const name = nameOfRequest(change);
  return taken.every(
    ({ change: other }) =>
      change.together === true &&
      other.together === true &&
      (name === undefined || nameOfRequest(other) !== name),
  );
}

const nameOfRequest = ({ context: { actor, idempotencyKey } }: AnyChange): string | undefined =>
  idempotencyKey === undefined ? undefined : requestName(actor, idempotencyKey);

function tell(decisions: readonly Decision[]): void {
  for (const one of decisions) {
    if ('fault' in one) one.request.refuse(one.fault);
    else one.request.answer(one.accepted);
  }
}

/** Whether an append was refused for what one of its events is, or for their weight: nothing was written. */
const isOfTheEvents = (error: unknown): boolean =>
  error instanceof EventTooLarge || error instanceof UnstorableEvent;

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
  { follows, occurredAt, on }: Change<S, E>,
  zone: string,
  now: Date,
): OccurredAt {
  if (follows !== undefined && occurredAt !== undefined) {
    return { date: occurredAt.date, time: occurredAt.time, zone };
  }
  const present = localParts(now, zone);
  requireCome(on, present.date);
  return resolveOccurrence(occurredAt, zone, present);
}

/** @throws Refusal `conflict` when the client named another revision of the stream than the present one */
export function requireUnchanged({ ifMatch }: CommandContext, stream: string, currentRevision: number): void {
  if (ifMatch === undefined || ifMatch === currentRevision) return;
  throw new Refusal(
    'conflict',
    'changed-since',
    'Quelqu’un d’autre a modifié ceci entre-temps : relisez avant de recommencer.',
    [],
    { stream, since: ifMatch, currentRevision },
  );
}

async function translatingFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error);
  }
}

/** A store's fault in the words of the domain; any other error as it is. */
function translated(error: unknown): Error {
  if (error instanceof StoreUnavailable) {
    const message = 'Le registre ne peut pas être joint pour l’instant ; rien n’a été enregistré.';
    return new Refusal('unavailable', 'store-unavailable', message);
  }
  if (error instanceof OutcomeUnknown) {
    const message = 'L’enregistrement n’a pas été confirmé : renvoyez la même demande avec la même clé.';
    return new Refusal('outcome-unknown', 'outcome-unknown', message);
  }
  if (error instanceof EventTooLarge) {
    const message = 'La demande est trop volumineuse pour un seul enregistrement.';
    return new Refusal('too-large', 'event-too-large', message);
  }
  if (error instanceof UnstorableEvent) {
    const message = 'Une valeur ne peut pas être gardée exactement.';
    return new Refusal('invalid', 'unstorable', message, [{ field: error.field, rule: error.rule, message }]);
  }
  return error as Error;
}
