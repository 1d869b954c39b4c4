import { AUTHORITY_KEY, openEventStore, type EventStore, type EventStoreConfig } from '@registre/event-store';
import type { EarlierProxies, EarlierProxy, FailedSession, FirstConvocation } from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import type { AuditTrailRequest } from './audit-trail/queries.js';
import type { HistorySummaryRequest } from './audit-trail/summary.js';
import type { DelaysRequest } from './delays/queries.js';
import type { Advance, Progress } from './engine/authority-projection.js';
import { ProjectionsHere, type OnAdvance, type Projections } from './engine/projections.js';
import { Reader, type Answered } from './engine/reader.js';
import { READ_MODELS, VERSIONS } from './models.js';
import type { QueryAnswer, QueryArguments, QueryName } from './queries.js';
import type { MomentsRequest } from './past/moments.js';
import type { Concerned } from './past/concerned.js';
import type { StatsRequest } from './figures/queries.js';
import type { MembersRequest } from './members/list.js';
import type { MemberRequest } from './members/queries.js';
import type { RegisterChangesRequest } from './register/changes.js';
import type { RegisterRequest } from './register/queries.js';
import type { SearchRequest } from './search/queries.js';
import type { SessionsRequest } from './sessions/queries.js';
import { ProjectionsInThread } from './threads/projections-in-thread.js';
import { ReaderPool } from './threads/reader-pool.js';
import { Following } from './following.js';
import { Waiters, type Waited } from './waiters.js';
import type {
  AffairDossier,
  AffairLine,
  AuditEntry,
  AuthorityLine,
  AuthorityView,
  BodyDetails,
  DelayLine,
  DueWork,
  HistorySummary,
  MemberLine,
  MemberRecord,
  MemberVote,
  Moments,
  Page,
  ProjectionStatus,
  RegisterChangesPage,
  RegisterPage,
  SearchPage,
  SessionBoard,
  SessionLine,
  SessionPapers,
  Stats,
} from './views.js';

export interface ReadModelsOptions {
  readonly store: EventStoreConfig;
  /** The folder that holds a folder for each authority, with its read files in `read/`. */
  readonly readDir: string;
  /**
   * True: one thread projects and others answer, so that the caller's waits for no disk, and the authorities are
   * followed by themselves. False: all in the caller's thread, and logs are read when `catchUp` or `follow` is called,
   * or at the first question about an authority.
   */
  readonly threads: boolean;
}

export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** How long to wait at most, in milliseconds (default 5,000). */
  readonly timeoutMs?: number;
}

/** Who answers queries. */
interface Answerer {
  ask<N extends QueryName>(
    name: N,
    authority: string,
    ...parameters: QueryArguments<N>
  ): Promise<Answered<N> | undefined>;
  close(): Promise<void>;
}

const PATIENCE = 5_000;

/**
 * The read models as the doors (HTTP, pages, command line) use them. What does not exist is `undefined`; a key that is
 * no authority's, too.
 */
export class ReadModels {
  private readonly listeners = new Set<(authority: string, ordinal: number) => void>();
  private readonly waiters = new Waiters();
  private readonly projections: Projections;
  private readonly following: Following | undefined;
  /** Authorities whose log was read once, where nothing is followed by itself. */
  private readonly caughtUp = new Map<string, Promise<boolean>>();

  private constructor(
    projections: (onAdvance: OnAdvance) => Projections,
    private readonly answerer: Answerer,
    follows: boolean,
  ) {
    this.projections = projections((authority, advance) => this.advanced(authority, advance));
    this.following = follows ? new Following(this.projections) : undefined;
  }

  /** Opens the read models over the store that the configuration names. */
  static async open({ store, readDir, threads }: ReadModelsOptions): Promise<ReadModels> {
    if (!threads) return ReadModels.over(openEventStore(store, { thread: false }), readDir);
    const inThread = (onAdvance: OnAdvance) => new ProjectionsInThread({ store, readDir }, onAdvance);
    const readModels = new ReadModels(inThread, new ReaderPool({ readDir, versions: VERSIONS }), true);
    void readModels.following?.look();
    return readModels;
  }

  /** In the caller's thread, over an open store, which is closed with the read models. */
  static over(store: EventStore, readDir: string): ReadModels {
    const reader = new Reader(readDir, VERSIONS);
    const answerer: Answerer = {
      ask: (name, authority, ...parameters) => Promise.try(() => reader.ask(name, authority, ...parameters)),
      close: () => Promise.try(() => reader.close()),
    };
    const here = (onAdvance: OnAdvance) => new ProjectionsHere(store, readDir, READ_MODELS, onAdvance);
    return new ReadModels(here, answerer, false);
  }

  /**
   * Reads an authority's log to its end.
   *
   * @returns whether there is such an authority
   * @throws LogEndsBeforePosition the store was restored to an earlier state: an operator decides whether to rebuild
   */
  async catchUp(authority: string): Promise<boolean> {
    if (!AUTHORITY_KEY.test(authority)) return false;
    const reading = this.projections.catchUp(authority);
    this.caughtUp.set(authority, reading);
    const forget = () => this.caughtUp.get(authority) === reading && this.caughtUp.delete(authority);
    reading.then((exists) => exists || forget(), forget);
    return reading;
  }

  /** Follows an authority's log from now on. @returns whether there is such an authority, once its end is reached */
  async follow(authority: string): Promise<boolean> {
    if (!AUTHORITY_KEY.test(authority)) return false;
    return (this.following ?? this.projections).follow(authority);
  }

  /**
   * Waits until this node's read models have taken an event (`?after=`).
   *
   * @returns false when it has not within the time, or the signal was aborted
   */
  async waitFor(
    authority: string,
    stream: string,
    revision: number,
    { signal, timeoutMs = PATIENCE }: WaitOptions = {},
  ): Promise<boolean> {
    const over = new AbortController();
    const end = () => over.abort();
    if (signal?.aborted) end();
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end);
    try {
      for (let waited: Waited = 'ask-again'; waited === 'ask-again';) {
        // The wait begins before the question: what is taken between the two must not be missed.
        const wait = this.waiters.until(stream, revision, over.signal);
        if (this.following === undefined) await this.catchUp(authority);
        if (await this.isTaken(authority, stream, revision)) return true;
        waited = await wait;
        if (waited === 'taken') return true;
      }
      return false;
    } finally {
      end();
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  }

  /** The authorities that have a log. */
  async authorities(): Promise<readonly AuthorityLine[]> {
    const keys = await this.projections.authorities();
    return Promise.all(
      keys.map(async (key) => {
        const read = await this.answerer.ask('authority', key).catch(() => undefined);
        const view = read === undefined ? await this.authority(key).catch(() => undefined) : read.answer;
        return { key, name: view?.name ?? null };
      }),
    );
  }

  /** The authority and its bodies. */
  authority(key: string): Promise<AuthorityView | undefined> {
    return this.ask('authority', key);
  }

  /** A body of the authority; undefined also where none has that key. */
  body(key: string, body: string): Promise<BodyDetails | undefined> {
    return this.ask('body', key, body);
  }

  /** The register's lines, by date, séance and order. @throws Refusal `invalid` for a cursor of another list */
  register(key: string, request: RegisterRequest): Promise<RegisterPage | undefined> {
    return this.ask('register', key, request);
  }

  /** What changed in the register between two ordinals. @throws Refusal `invalid` for a cursor of another list */
  registerChanges(key: string, request: RegisterChangesRequest): Promise<RegisterChangesPage | undefined> {
    return this.ask('registerChanges', key, request);
  }

  /** The séances, latest first. @throws Refusal `invalid` for a cursor of another list */
  sessions(key: string, request: SessionsRequest): Promise<Page<SessionLine> | undefined> {
    return this.ask('sessions', key, request);
  }

  sessionBoard(key: string, session: string): Promise<SessionBoard | undefined> {
    return this.ask('sessionBoard', key, session);
  }

  /** How far the paper of each affair of a séance is. */
  sessionPapers(key: string, session: string): Promise<SessionPapers | undefined> {
    return this.ask('sessionPapers', key, session);
  }

  affair(key: string, affair: string): Promise<AffairDossier | undefined> {
    return this.ask('affair', key, affair);
  }

  /** The affairs that an id, a number of the authority's own or `RECORD/KEY` names; several may bear one number. */
  findAffairs(key: string, idOrNumberOrAlias: string): Promise<readonly AffairLine[] | undefined> {
    return this.ask('findAffairs', key, idOrNumberOrAlias);
  }

  /** The history, one sentence for each event. @throws Refusal `invalid` for a cursor of another list */
  auditTrail(key: string, request: AuditTrailRequest): Promise<Page<AuditEntry> | undefined> {
    return this.ask('auditTrail', key, request);
  }

  /** How the events that a filter finds are spread over time, and what the history can be filtered by. */
  historySummary(key: string, request: HistorySummaryRequest): Promise<HistorySummary | undefined> {
    return this.ask('historySummary', key, request);
  }

  /** When what the public register says of something changed. */
  moments(key: string, request: MomentsRequest): Promise<Moments | undefined> {
    return this.ask('moments', key, request);
  }

  /** The affairs that words and filters find. @throws Refusal `invalid` for a cursor of another list */
  search(key: string, request: SearchRequest): Promise<SearchPage | undefined> {
    return this.ask('search', key, request);
  }

  /** A member's record; undefined also where nobody has that ref. */
  member(key: string, ref: string, request: MemberRequest): Promise<MemberRecord | undefined> {
    return this.ask('member', key, ref, request);
  }

  /** Who holds or held a seat, by name. @throws Refusal `invalid` for a cursor of another list */
  members(key: string, request: MembersRequest): Promise<Page<MemberLine> | undefined> {
    return this.ask('members', key, request);
  }

  /** A member's public votes by name. */
  memberVotes(key: string, ref: string, request: MemberRequest): Promise<Page<MemberVote> | undefined> {
    return this.ask('memberVotes', key, ref, request);
  }

  /** Figures of the closed séances. */
  stats(key: string, request: StatsRequest): Promise<Stats | undefined> {
    return this.ask('stats', key, request);
  }

  /** What is to be done after the séances, as on that day. @throws Refusal `invalid` for a cursor of another list */
  delays(key: string, request: DelaysRequest): Promise<Page<DelayLine> | undefined> {
    return this.ask('delays', key, request);
  }

  /** What must follow from an event and has not yet. */
  dueWork(key: string): Promise<readonly DueWork[] | undefined> {
    return this.ask('dueWork', key);
  }

  /** Ordinal of the last event recorded at that instant or before (ISO 8601, UTC, milliseconds). */
  ordinalAt(key: string, instant: string): Promise<number | undefined> {
    return this.ask('ordinalAt', key, instant, 'last');
  }

  /** Ordinal of an event; undefined while it is not taken. */
  ordinalOf(key: string, stream: string, revision: number): Promise<number | undefined> {
    return this.ask('ordinalOf', key, stream, revision);
  }

  /** The events of an affair, and of its séances, up to an ordinal; undefined: the log is not that long. */
  concernedByAffair(key: string, affair: string, ordinal: number): Promise<Concerned | undefined> {
    return this.ask('concernedByAffair', key, affair, ordinal);
  }

  /** The events of the bodies up to an ordinal; undefined: the log is not that long. */
  concernedBodies(key: string, ordinal: number): Promise<Pick<Concerned, 'events'> | undefined> {
    return this.ask('concernedBodies', key, ordinal);
  }

  /** The events of a séance up to an ordinal; undefined: the log is not that long. */
  concernedBySession(key: string, session: string, ordinal: number): Promise<Concerned | undefined> {
    return this.ask('concernedBySession', key, session, ordinal);
  }

  /** Revision of a stream when the log ended at that ordinal; undefined: it did not exist yet. */
  revisionAt(key: string, stream: string, ordinal: number): Promise<number | undefined> {
    return this.ask('revisionAt', key, stream, ordinal);
  }

  /** How the authority's read models do on this node. To ask is not to use: nothing is read or followed for it. */
  async status(key: string): Promise<ProjectionStatus | undefined> {
    if (!(await this.projections.authorities()).includes(key)) return undefined;
    const state = await this.projections.state(key);
    const models = await this.answerer.ask('modelStatus', key);
    return { authority: key, ...state, models: models?.answer ?? [] };
  }

  /**
   * Builds the read models anew from the whole log, beside those in use; readers go on meanwhile.
   *
   * @returns whether there is such an authority
   */
  async rebuild(key: string, onProgress: (progress: Progress) => void = () => undefined): Promise<boolean> {
    return AUTHORITY_KEY.test(key) && this.projections.rebuild(key, onProgress);
  }

  /** Calls the listener whenever an authority's read models have taken events. @returns ends that */
  onAdvance(listener: (authority: string, ordinal: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends what is under way and frees the files. */
  async close(): Promise<void> {
    this.following?.stop();
    await this.projections.close();
    await this.answerer.close();
  }

  /** The séances in a row before a day at which a member was represented by a proxy; null: not known. */
  earlierProxies({
    authority,
    ...asked
  }: EarlierProxies): Promise<readonly EarlierProxy[] | null | undefined> {
    return this.ask('earlierProxies', authority, asked);
  }

  /** The séance of a body that had no quorum on a day; null: not known. */
  failedSession({
    authority,
    ...asked
  }: FirstConvocation): Promise<FailedSession | 'none' | null | undefined> {
    return this.ask('failedSession', authority, asked);
  }

  /** The séance on whose agenda an affair was placed last; null: not known. */
  lastAgendaOf(authority: string, affair: string): Promise<string | null | undefined> {
    return this.ask('lastAgendaOf', authority, affair);
  }

  private async ask<N extends QueryName>(
    name: N,
    authority: string,
    ...parameters: QueryArguments<N>
  ): Promise<QueryAnswer<N> | undefined> {
    const known = await this.known(authority).catch((error: unknown) => ({ error }));
    if (known === false) return undefined;
    const answered = await this.answerer.ask(name, authority, ...parameters);
    if (answered !== undefined) return answered.answer;
    // Nothing was ever read: that is no answer. What was read before would be one, even while the store is away.
    if (typeof known === 'object') throw known.error;
    const message = 'Ce registre est en cours de lecture : réessayez dans un instant.';
    throw new Refusal('unavailable', 'read-models-building', message);
  }

  private async known(authority: string): Promise<boolean | 'late'> {
    if (!AUTHORITY_KEY.test(authority)) return false;
    if (this.following !== undefined) return this.following.use(authority);
    return this.caughtUp.get(authority) ?? this.catchUp(authority);
  }

  private async isTaken(authority: string, stream: string, revision: number): Promise<boolean> {
    try {
      return (await this.ask('ordinalOf', authority, stream, revision)) !== undefined;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'unavailable') return false;
      throw error;
    }
  }

  private advanced(authority: string, advance: Advance): void {
    this.waiters.advanced(advance);
    for (const listener of this.listeners) listener(authority, advance.ordinal);
  }
}
