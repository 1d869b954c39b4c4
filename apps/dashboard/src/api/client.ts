import type { ConvocationDeadlines, RulesOn } from '@registre/deliberation';
import type {
  AffairDossier,
  AffairLine,
  AuditEntry,
  AuthorityLine,
  AuthorityView,
  BodyDetails,
  DelayLine,
  MemberLine,
  MemberRecord,
  MemberVote,
  HistorySummary,
  Moments,
  Page,
  RegisterPage,
  SearchPage,
  RegisterChangesPage,
  SessionBoard,
  SessionLine,
  SessionPapers,
  Stats,
} from '@registre/projections';
import { NOW, type Clocks, type TimedPage } from '../past/clocks';
import { Problem, problemOf, unreachable } from './problem';

const ROOT = '/api/v1';

/** Which lines of the register, and in which order, in the words of the interface. */
export type RegisterFilter = { readonly [name in RegisterCriterion]: string | null };
export type RegisterCriterion =
  'body' | 'year' | 'from' | 'until' | 'outcome' | 'certified' | 'irregular' | 'fate' | 'order';

/** What is searched for, in the words of the interface. */
export type SearchFilter = { readonly [name in SearchCriterion]: string | null };
export type SearchCriterion =
  | 'q'
  | 'body'
  | 'from'
  | 'until'
  | 'outcome'
  | 'member'
  | 'memberAs'
  | 'classification'
  | 'amountFrom'
  | 'amountUntil';

export type EventFilter = { readonly affair: string } | { readonly session: string };

export const getAuthorities = () => get<{ readonly items: readonly AuthorityLine[] }>([]);

/** @param after what the answer must have taken into account: `stream@revision` */
export const getAuthority = (authority: string, after: string | null = null) =>
  get<AuthorityView>([authority], { after });

export const getBody = (authority: string, body: string) => get<BodyDetails>([authority, 'bodies', body]);

/** By when a séance of that day is convened. */
export const getDeadlines = (authority: string, body: string, date: string) =>
  get<ConvocationDeadlines>([authority, 'bodies', body, 'convocation'], { date });

export const getPapers = (authority: string, session: string) =>
  get<SessionPapers>([authority, 'sessions', session, 'affairs']);

export interface RulesAsked {
  readonly on: string | null;
  readonly kind: string | null;
  readonly body: string;
  readonly population: string | null;
  readonly department: string | null;
}

/** The law as the register applies it; the same in every authority. */
export const getRules = (asked: RulesAsked) => get<RulesOn>(['rules'], { ...asked });

/** So many lines, after the first so many. */
export const getRegister = (authority: string, filter: RegisterFilter, offset: number, limit: number) =>
  get<RegisterPage>([authority, 'register'], {
    ...filter,
    offset: String(offset),
    limit: String(limit),
  });

/** Where the same lines can be kept as a file for a spreadsheet; a plain link. */
export const registerFile = (authority: string, filter: RegisterFilter) =>
  address([authority, 'register.csv'], filter);

/** Where a long report or an annex can be kept; a plain link, for those who may read it. */
export const contentFile = (authority: string, affair: string, content: string) =>
  address([authority, 'affairs', affair, 'contents', content]);

/** Where the votes by name on an act can be kept; a plain link. */
export const votesFile = (authority: string, affair: string) =>
  address([authority, 'affairs', affair, 'votes.csv']);

export const getSearch = (authority: string, filter: SearchFilter, cursor: string | null) =>
  get<SearchPage>([authority, 'search'], { ...filter, cursor });

/** The affairs that a number, an id or an alias names. */
export const getAffairs = (authority: string, reference: string) =>
  get<{ readonly items: readonly AffairLine[] }>([authority, 'affairs'], { reference });

export const getSessions = (authority: string, cursor: string | null) =>
  get<Page<SessionLine>>([authority, 'sessions'], { cursor });

/** @param after what the answer must have taken into account: `stream@revision` */
export const getSession = (authority: string, id: string, after: string | null = null) =>
  get<SessionBoard>([authority, 'sessions', id], { after });

/** The séance as it was known then. */
export const getSessionThen = (authority: string, id: string, { known }: Clocks) =>
  get<SessionBoard>([authority, 'sessions', id], { asKnownAt: known });

/** The séance as it was known when the log ended at that ordinal. */
export const getPastSession = (authority: string, id: string, ordinal: number) =>
  get<SessionBoard>([authority, 'sessions', id], { asKnownAt: String(ordinal) });

export const getAffair = (authority: string, id: string, clocks: Clocks = NOW) =>
  get<AffairDossier>([authority, 'affairs', id], asked(clocks));

/** When what the register says changed. */
export const getMoments = ({ authority, kind, id }: TimedPage) =>
  get<Moments>([authority, 'register', 'moments'], kind === 'register' ? {} : { [kind]: id });

/** What changed between two moments; null: the beginning, and now. */
export const getChanges = (
  authority: string,
  between: { readonly body: string | null; readonly from: string | null; readonly until: string | null },
  cursor: string | null,
) => get<RegisterChangesPage>([authority, 'register', 'changes'], { ...between, cursor });

/** Which events of the history are wanted, as the register asks for it. */
export type HistoryFilter = Readonly<Record<string, string | null>>;

export const getHistory = (authority: string, filter: HistoryFilter) =>
  get<Page<AuditEntry>>([authority, 'events'], filter);

export const getHistorySummary = (authority: string, filter: HistoryFilter) =>
  get<HistorySummary>([authority, 'events', 'summary'], filter);

/** All the events that a filter finds, as a file; a plain link. */
export const historyFileAddress = (authority: string, filter: HistoryFilter, format: 'jsonl' | 'csv') =>
  address([authority, `events.${format}`], filter);

export const getDelays = (authority: string, cursor: string | null) =>
  get<Page<DelayLine>>([authority, 'delays'], { cursor });

export interface StatsFilter {
  readonly body: string | null;
  readonly year: string | null;
  readonly subject: string | null;
}

/** Within a year, by month. */
const statsQuery = (filter: StatsFilter): Query => ({ ...filter, by: filter.year === null ? null : 'month' });

export const getStats = (authority: string, filter: StatsFilter) =>
  get<Stats>([authority, 'stats'], statsQuery(filter));

/** Where the figures can be had as a file; a plain link, not fetched by the pages. */
export const statsAddress = (authority: string, filter: StatsFilter) =>
  address([authority, 'stats.csv'], statsQuery(filter));

export interface MemberFilter {
  readonly body: string | null;
  readonly year: string | null;
}

export const getMembers = (authority: string, filter: MemberFilter, cursor: string | null) =>
  get<Page<MemberLine>>([authority, 'members'], { ...filter, cursor });

export const getMember = (authority: string, member: string, filter: MemberFilter, cursor: string | null) =>
  get<MemberRecord>([authority, 'members', member], { ...filter, cursor });

export const getMemberVotes = (
  authority: string,
  member: string,
  filter: MemberFilter,
  cursor: string | null,
) => get<Page<MemberVote>>([authority, 'members', member, 'votes'], { ...filter, cursor });

/** Where a member's presence, or votes, can be had as a file. */
export const memberFileAddress = (
  authority: string,
  member: string,
  what: 'sessions' | 'votes',
  filter: MemberFilter,
) => address([authority, 'members', member, `${what}.csv`], { ...filter });

export const getEvents = (authority: string, filter: EventFilter, cursor: string | null) =>
  get<Page<AuditEntry>>([authority, 'events'], { ...filter, cursor });

/** Every event that a filter finds, asked for page by page. */
export async function getAllEvents(authority: string, filter: EventFilter): Promise<readonly AuditEntry[]> {
  const all: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const { items, next }: Page<AuditEntry> = await get([authority, 'events'], {
      ...filter,
      limit: '500',
      cursor,
    });
    all.push(...items);
    cursor = next;
  } while (cursor !== null);
  return all;
}

export const loadExample = () =>
  request<{ readonly authority: string }>(`${ROOT}/examples`, { method: 'POST' });

/** Where the extract of an act can be read or kept; a plain link, not fetched by the pages. */
export const extractAddress = (authority: string, affair: string, format: 'text' | 'json') =>
  address([authority, 'affairs', affair, 'extract'], { format });

/** Who the pages are served to: nobody known, or somebody who entered. */
export interface Visitor {
  readonly actor: string | null;
  readonly grants: readonly {
    readonly authority: string;
    readonly roles: readonly string[];
    /** Null: all of them. */
    readonly bodies: readonly string[] | null;
    /** What it opens, as access/permissions.ts of the api names the routes. */
    readonly may: readonly string[];
  }[];
  readonly entry: 'link' | 'issuer';
}

export const getVisitor = () => request<Visitor>('/api/session');

export async function leave(): Promise<void> {
  const response = await fetch('/sortir', { method: 'POST', headers: { 'x-registre': 'pages' } });
  if (!response.ok) throw await problemOf(response);
}

/** Where the file of an annex is had back, the first being 1; a plain link. */
export const annexAddress = (authority: string, session: string, affair: string, place: number) =>
  address([authority, 'sessions', session, 'affairs', affair, 'annexes', String(place)]);

/** Where what happens is told as it happens; an EventSource, not fetched. */
export const liveAddress = (authority: string) => address([authority, 'live']);

/** Something to record. */
export interface Command {
  /** After the authority. */
  readonly path: readonly string[];
  readonly body: object;
  /** Revision that the page has seen (`If-Match`); null: whatever it is. */
  readonly expects: number | null;
  /** The same for each try of the same request: it is recorded once. */
  readonly key: string;
}

/** What was written: `stream@revision` can be asked to be taken into account. */
export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  /** Of what was created. */
  readonly id?: string;
}

export const sendCommand = (authority: string, { path, body, expects, key }: Command) =>
  request<Recorded>(address([authority, ...path]), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(expects === null ? {} : { 'if-match': `"${expects}"` }),
    },
  });

const asked = ({ known, effect }: Clocks): Query => ({ asKnownAt: known, inEffectAt: effect });

type Query = { readonly [name: string]: string | null };

function address(path: readonly string[], query: Query = {}): string {
  const known = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = new URLSearchParams(known).toString();
  return [ROOT, ...path.map(encodeURIComponent)].join('/') + (search === '' ? '' : `?${search}`);
}

const get = <T>(path: readonly string[], query?: Query) => request<T>(address(path, query));

async function request<T>(url: string, init?: RequestInit): Promise<T> {
  // Other sites' pages cannot send a header of our own: what changes something needs it.
  const headers = {
    accept: 'application/json, application/problem+json',
    'x-registre': 'pages',
    ...init?.headers,
  };
  const response = await fetch(url, { ...init, headers }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response.json().catch(() => {
    throw new Problem('La réponse du registre est illisible', response.status, null, [], null);
  }) as Promise<T>;
}

/** A content of the file store as text: a long report. */
export async function getText(authority: string, affair: string, content: string): Promise<string> {
  const response = await fetch(address([authority, 'affairs', affair, 'contents', content])).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response.text();
}
