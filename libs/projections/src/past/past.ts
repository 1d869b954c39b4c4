import { DatabaseSync } from 'node:sqlite';
import { streamParts, type Category, type EventStore, type StoredEvent } from '@registre/event-store';
import { affair } from '../affairs/queries.js';
import { affairsModel } from '../affairs/affairs.js';
import { bodyAggregate, upcast, type BodyEvent, type BodyState } from '../domain.js';
import { isKnown } from '../engine/known-events.js';
import { messageOf } from '../engine/message-of.js';
import type { ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { BuildNeedsCare, ENGINE_TABLES, type Pace } from '../engine/read-file.js';
import { ReadSnapshot } from '../engine/read-snapshot.js';
import { LOG_INDEX_TABLES } from '../log-index/log-index.js';
import { VERSIONS } from '../models.js';
import type { PageRequest } from '../engine/pages.js';
import type { MemberRequest, MemberThen } from '../members/queries.js';
import type { RegisterRequest } from '../register/queries.js';
import type { ReadModels } from '../read-models.js';
import { sessionBoard } from '../sessions/queries.js';
import { sessionsModel } from '../sessions/sessions.js';
import { votingModel } from '../voting/voting.js';
import type {
  AffairDossier,
  AsKnown,
  Freshness,
  MemberRecord,
  MemberVote,
  Page,
  RegisterChangesPage,
  RegisterPage,
  SessionBoard,
} from '../views.js';
import { momentOf } from './moment.js';
import type { Concerned, ConcernedEvent } from './concerned.js';

/** The point before the first event. */
const BEFORE = -1;

export interface ChangesBetween extends PageRequest {
  readonly body?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const MODELS = [sessionsModel, affairsModel, votingModel];

/**
 * What the register said at an earlier point of its log. An affair or a séance is a few streams: they are read up to
 * that point and projected, in memory, by the very projectors that fill the read files; so the answer is the one that
 * was given then by the code of today.
 */
export class Past {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /**
   * The ordinal that a text names (`momentOf`); undefined: the log had no event yet, or there is no such authority.
   *
   * @throws Refusal `invalid` for a text that names no point of a log
   */
  async ordinalAt(authority: string, text: string): Promise<number | undefined> {
    const view = await this.readModels.authority(authority);
    if (view === undefined) return undefined;
    const moment = momentOf(text, view.timezone);
    return 'ordinal' in moment ? moment.ordinal : this.readModels.ordinalAt(authority, moment.instant);
  }

  /**
   * The register as it was known at the point that a text names: each line by the last version it had then.
   *
   * @throws Refusal `invalid` for a text that names no point of a log, `not-found` beyond its end
   */
  async register(authority: string, at: string, request: RegisterRequest): Promise<RegisterPage | undefined> {
    const asKnownAt = await this.pointAt(authority, at);
    return this.readModels.register(authority, { ...request, asKnownAt });
  }

  /** What changed in the register between two points that texts name; absent: before the first event, and now. */
  async registerChanges(
    authority: string,
    { from, until, ...page }: ChangesBetween,
  ): Promise<RegisterChangesPage | undefined> {
    const first = from === undefined ? BEFORE : await this.pointAt(authority, from);
    const last = await (until === undefined ? this.end(authority) : this.pointAt(authority, until));
    return this.readModels.registerChanges(authority, { ...page, from: first, until: last });
  }

  private async pointAt(authority: string, text: string): Promise<number> {
    return (await this.ordinalAt(authority, text)) ?? BEFORE;
  }

  private async end(authority: string): Promise<number> {
    return (await this.readModels.ordinalAt(authority, '9999')) ?? BEFORE;
  }

  /** The dossier as it was known when the log ended at that ordinal; undefined: there was no such affair yet. */
  async affair(authority: string, id: string, ordinal: number): Promise<AffairDossier | undefined> {
    const concerned = await this.readModels.concernedByAffair(authority, id, ordinal);
    return this.asked(authority, ordinal, concerned, (snapshot) => affair(snapshot, id));
  }

  /** The board of a séance as it was known then; undefined: there was no such séance yet. */
  async sessionBoard(authority: string, id: string, ordinal: number): Promise<SessionBoard | undefined> {
    const concerned = await this.readModels.concernedBySession(authority, id, ordinal);
    return this.asked(authority, ordinal, concerned, (snapshot) => sessionBoard(snapshot, id));
  }

  /**
   * A member's record as it was known then: the séances that were closed by then, and the bodies as they stood. Undefined:
   * nobody had that ref yet.
   */
  async member(
    authority: string,
    ref: string,
    ordinal: number,
    request: MemberRequest,
  ): Promise<MemberRecord | undefined> {
    const then = await this.memberThen(authority, ordinal);
    return then && this.readModels.member(authority, ref, { ...request, then });
  }

  /** A member's public votes as they were known then, each affair by the number and subject that it had. */
  async memberVotes(
    authority: string,
    ref: string,
    ordinal: number,
    request: MemberRequest,
  ): Promise<Page<MemberVote> | undefined> {
    const then = await this.memberThen(authority, ordinal);
    return then && this.readModels.memberVotes(authority, ref, { ...request, then });
  }

  private async memberThen(authority: string, ordinal: number): Promise<MemberThen | undefined> {
    const concerned = await this.readModels.concernedBodies(authority, ordinal);
    if (concerned === undefined) return undefined;
    const stored = await this.read(concerned);
    const bodies = new Map<string, BodyState>();
    for (const place of concerned.events) {
      const event = toldAt(place, stored.get(place.ordinal));
      const state = bodies.get(event.subject) ?? bodyAggregate.initial;
      const { occurredAt } = event.metadata;
      bodies.set(event.subject, bodyAggregate.evolve(state, event as BodyEvent & ProjectedEvent, occurredAt));
    }
    const byKey = [...bodies].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return { ordinal, bodies: byKey.map(([key, state]) => ({ key, state })) };
  }

  private async asked<T extends { readonly asKnown: AsKnown | null; readonly freshness: Freshness }>(
    authority: string,
    ordinal: number,
    concerned: Concerned | undefined,
    query: (snapshot: ReadSnapshot) => T | undefined,
  ): Promise<T | undefined> {
    const first = concerned?.events[0];
    if (concerned === undefined || first === undefined) return undefined;
    const events = await this.read(concerned);
    const answer = projected(authority, ordinal, concerned, events, query);
    const asKnown = { ordinal, recordedAt: concerned.clock, knownSince: first.clock };
    if (answer === undefined) return undefined;
    const { freshness } = concerned;
    // Where the history stopped before that point, the events after are not among those that were read.
    const isWhole = (freshness.ordinal ?? -1) >= ordinal || answer.freshness.halted !== null;
    return { ...answer, asKnown, freshness: isWhole ? answer.freshness : freshness };
  }

  /** The events themselves, by ordinal. */
  private async read({ events }: Pick<Concerned, 'events'>): Promise<ReadonlyMap<number, StoredEvent>> {
    const streams = Map.groupBy(events, ({ stream }) => stream);
    const found = new Map<number, StoredEvent>();
    for (const [stream, wanted] of streams) {
      const ordinals = new Map(wanted.map(({ revision, ordinal }) => [revision, ordinal]));
      const from = wanted[0]?.revision ?? 0;
      const limit = (wanted.at(-1)?.revision ?? 0) - from + 1;
      for await (const batch of this.store.readStream(stream, { from, limit })) {
        for (const event of batch) {
          const ordinal = ordinals.get(event.revision);
          if (ordinal !== undefined) found.set(ordinal, event);
        }
      }
    }
    return found;
  }
}

type Told = ReadonlyMap<number, StoredEvent>;

/** Answers from what the events give: all at once, or flushed after each, so that where a read model stops is known. */
function projected<T>(
  authority: string,
  ordinal: number,
  concerned: Concerned,
  stored: Told,
  query: (snapshot: ReadSnapshot) => T,
): T {
  try {
    return projectedAt('hasty', authority, ordinal, concerned, stored, query);
  } catch (error) {
    if (!(error instanceof BuildNeedsCare)) throw error;
    return projectedAt('careful', authority, ordinal, concerned, stored, query);
  }
}

function projectedAt<T>(
  pace: Pace,
  authority: string,
  ordinal: number,
  { events, clock }: Concerned,
  stored: Told,
  query: (snapshot: ReadSnapshot) => T,
): T {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(`${ENGINE_TABLES}${LOG_INDEX_TABLES}${MODELS.map(({ tables }) => tables).join('\n')}`);
    endAt(database, ordinal, clock);
    const running = MODELS.map((model) => ({ model, projector: model.projector(database), halted: false }));
    for (const [index, place] of events.entries()) {
      const step = { place, stored: stored.get(place.ordinal), clockBefore: events[index - 1]?.clock ?? '' };
      for (const one of running) if (!one.halted) take(database, one, step, pace);
    }
    for (const { projector } of running) for (const memory of projector.memories) memory.flush();
    return query(new ReadSnapshot(authority, database, VERSIONS));
  } finally {
    database.close();
  }
}

interface Step {
  readonly place: ConcernedEvent;
  readonly stored: StoredEvent | undefined;
  /** The register's clock at the event before. */
  readonly clockBefore: string;
}

interface Running {
  readonly model: ReadModel;
  readonly projector: Projector;
  halted: boolean;
}

/** A read model that could not take an event then stopped there, as it would in its file. */
function take(database: DatabaseSync, one: Running, step: Step, pace: Pace): void {
  const { model, projector } = one;
  const { place, stored } = step;
  if (!model.categories.includes(categoryOf(place))) return;
  try {
    projector.project(toldAt(place, stored));
    if (pace === 'careful') for (const memory of projector.memories) memory.flush();
  } catch (error) {
    if (pace === 'hasty') throw new BuildNeedsCare(error as Error);
    one.halted = true;
    for (const memory of projector.memories) memory.forget();
    haltAt(database, model.name, step, messageOf(error));
  }
}

function haltAt(database: DatabaseSync, model: string, step: Step, error: string): void {
  const { ordinal, clock } = step.place;
  database
    .prepare(
      'UPDATE read_model SET ordinal = ?, halted_at = ?, halted_type = ?, halted_error = ? WHERE name = ?',
    )
    .run(ordinal - 1, ordinal, step.stored?.type ?? '', error, model);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO log_index (ordinal, stream, revision, position, clock, id) VALUES (?, 1, 1, '', ?, '')`,
  );
  insert.run(ordinal - 1, step.clockBefore);
  insert.run(ordinal, clock);
}

/** The engine's own tables as they stood when the log ended there. */
function endAt(database: DatabaseSync, ordinal: number, clock: string): void {
  const insert = database.prepare('INSERT INTO read_model (name, version, ordinal) VALUES (?, ?, ?)');
  for (const { name, version } of MODELS) insert.run(name, version, ordinal);
  database.exec(`INSERT INTO log_stream (id, name) VALUES (1, '')`);
  database
    .prepare(
      `INSERT INTO log_index (ordinal, stream, revision, position, clock, id) VALUES (?, 1, 0, '', ?, '')`,
    )
    .run(ordinal, clock);
}

const categoryOf = ({ stream }: ConcernedEvent): Category => {
  const parts = streamParts(stream);
  if (parts === undefined) throw new Error(`${stream} is no stream`);
  return parts.category;
};

function toldAt(
  { ordinal, clock, stream, revision }: ConcernedEvent,
  event: StoredEvent | undefined,
): ProjectedEvent {
  const parts = streamParts(stream);
  if (parts === undefined || event === undefined)
    throw new Error(`${stream}@${revision} is not in the store`);
  const { id, type, metadata } = event;
  if (!isKnown(parts.category, type)) {
    throw new Error(`event type ${type} is not known in ${parts.category} streams`);
  }
  const { data } = upcast(event);
  const place = { ordinal, clock, id, stream, revision, metadata };
  return { ...place, type, data, category: parts.category, subject: parts.id } as ProjectedEvent;
}
