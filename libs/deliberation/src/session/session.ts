import type { LocalDate, OccurredAt } from '@registre/platform';
import type { AuthorityDescription } from '../authority/authority.js';
import type {
  BallotMethod,
  Candidate,
  ComputedResult,
  DeclaredResult,
  Roll,
  Tally,
} from '../ballot/tally.js';
import type { BodyKind, Numbering, Seat, TemplateReference } from '../body/body.js';
import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { Irregularity, MayBeIrregular } from '../command/irregularity.js';
import type { Quorum } from '../rules/quorum.js';
import type { Stated } from './stated.js';

export type Outcome = 'adopted' | 'rejected' | 'noted' | 'postponed' | 'withdrawn';

/** What a séance takes from its authority and body, so that its commands read their own stream only. */
export interface BodyAtSession {
  readonly authority: AuthorityDescription;
  readonly name: string;
  readonly kind: BodyKind;
  readonly numbering: Numbering;
  /** Those who are known to hold a seat that day; null: nobody is named. */
  readonly seats: readonly Seat[] | null;
  /** Members in office that day; null: not known, and never deduced from the names. */
  readonly inOffice: number | null;
  readonly template: TemplateReference | null;
}

export interface ConvenedSession {
  readonly body: string;
  readonly date: LocalDate;
  readonly kind: 'ordinary' | 'extraordinary' | null;
  readonly public: boolean | null;
  readonly place: string | null;
  /** When the convocation was sent. */
  readonly convenedOn: LocalDate | null;
  readonly secondConvocation: boolean | null;
}

/** A list that begins empty (none so far), or null: not known. */
type Beginning = readonly [] | null;

export type SessionEvent =
  | {
      readonly type: 'SessionConvened';
      readonly data: ConvenedSession & { readonly bodyAtSession: BodyAtSession } & MayBeIrregular;
    }
  | {
      readonly type: 'AffairPlacedOnAgenda';
      readonly data: {
        readonly affair: string;
        /** Identity inside the séance. */
        readonly key: string;
        readonly order: number | null;
        readonly subject: string;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'SessionOpened';
      readonly data: {
        readonly bodyAtSession: BodyAtSession;
        readonly stated: Stated | null;
        readonly attendance: Beginning;
        readonly proxies: Beginning;
        readonly movements: Beginning;
        readonly secretaries: Beginning;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'MemberPresent';
      readonly data: {
        readonly member: string;
        readonly mode: 'in-person' | 'remote' | null;
      } & MayBeIrregular;
    }
  | { readonly type: 'MemberExcused'; readonly data: { readonly member: string } & MayBeIrregular }
  | { readonly type: 'MemberAbsent'; readonly data: { readonly member: string } & MayBeIrregular }
  | { readonly type: 'ProxyGiven'; readonly data: Proxy & MayBeIrregular }
  | {
      readonly type: 'MemberArrived';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'MemberLeft';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
  | { readonly type: 'ChairTaken'; readonly data: { readonly member: string } & MayBeIrregular }
  | { readonly type: 'SecretaryAppointed'; readonly data: { readonly member: string } & MayBeIrregular }
  | {
      readonly type: 'AffairCalled';
      readonly data: {
        readonly affair: string;
        readonly quorum: Quorum;
        readonly stated: Stated | null;
        readonly recusals: Beginning;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'DebateNoted';
      readonly data: { readonly affair: string; readonly text: string } & MayBeIrregular;
    }
  | {
      readonly type: 'BallotOpened';
      readonly data: {
        readonly ballot: string;
        /** Null: a ballot of the séance itself (R21). */
        readonly affair: string | null;
        readonly question: string | null;
        readonly method: BallotMethod | null;
        readonly secrecyWaived: boolean | null;
        readonly round: number | null;
        readonly candidates: readonly Candidate[] | null;
        readonly roll: Roll;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'BallotClosed';
      readonly data: {
        readonly ballot: string;
        readonly tally: Tally;
        readonly computed: ComputedResult | null;
        readonly declared: DeclaredResult;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'AffairDecided';
      readonly data: {
        readonly affair: string;
        readonly outcome: 'adopted' | 'rejected';
        readonly proclaimed: string | null;
        readonly computed: 'adopted' | 'rejected' | null;
        readonly decidingBallots: readonly string[] | null;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'AffairNoted';
      readonly data: { readonly affair: string; readonly proclaimed: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'AffairPostponed' | 'AffairWithdrawn';
      readonly data: {
        readonly affair: string;
        readonly reason: string | null;
        readonly stated: Stated | null;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'SessionClosed';
      /** Whether its sheets of the register are to be numbered, or are unknown: its source does not say. */
      readonly data: { readonly sheets: 'to-be-numbered' | 'unknown' } & MayBeIrregular;
    };

/** A written proxy (pouvoir): the giver's vote is cast by the bearer (R10). */
export interface Proxy {
  readonly giver: string;
  /** Null: the source does not name who bears it. */
  readonly bearer: string | null;
  readonly givenOn: LocalDate | null;
  /** Kind only, no private detail. */
  readonly reason: 'illness' | 'maternity' | 'other' | null;
}

export interface Attendance {
  readonly member: string;
  readonly status: 'present' | 'excused' | 'absent';
  readonly mode: 'in-person' | 'remote' | null;
}

export interface Movement {
  readonly member: string;
  readonly kind: 'arrived' | 'left';
  readonly at: OccurredAt;
  /** The affair under discussion, or the last one dealt with. */
  readonly affair: string | null;
  readonly reason: string | null;
}

/** Who is in the room, who is represented and who presides. */
export interface Room {
  /** Refs, in the order of the attendance list; null: not known. */
  readonly present: readonly string[] | null;
  readonly excused: readonly string[] | null;
  readonly absent: readonly string[] | null;
  /** In force: giver out of the room, bearer in it. Null: not known. */
  readonly proxies: readonly Proxy[] | null;
  readonly chair: string | null;
}

export interface AffairInSession {
  readonly id: string;
  readonly key: string;
  readonly order: number | null;
  readonly subject: string;
  /** Set when the affair is put into discussion. */
  readonly called: {
    readonly at: OccurredAt;
    readonly quorum: Quorum;
    readonly room: Room;
    readonly recusals: Beginning;
  } | null;
  readonly stated: Stated | null;
  readonly debate: readonly string[];
  readonly outcome: Outcome | null;
  readonly outcomeReason: string | null;
  readonly proclaimed: string | null;
  readonly computed: 'adopted' | 'rejected' | null;
  readonly decidingBallots: readonly string[] | null;
}

export interface BallotInSession {
  readonly id: string;
  readonly affair: string | null;
  readonly question: string | null;
  readonly method: BallotMethod | null;
  readonly secrecyWaived: boolean | null;
  readonly round: number | null;
  readonly candidates: readonly Candidate[] | null;
  readonly roll: Roll;
  readonly openedAt: OccurredAt;
  /** Who presided when it was opened. */
  readonly chair: string | null;
  readonly closed: {
    readonly tally: Tally;
    readonly computed: ComputedResult | null;
    readonly declared: DeclaredResult;
  } | null;
}

/** An irregularity and what it concerns. */
export interface SessionIrregularity extends Irregularity {
  readonly event: SessionEvent['type'];
  readonly affair: string | null;
  readonly ballot: string | null;
}

/** All that happened in the room so far. Plain JSON, so that a read model can keep it as it is. */
export interface SessionState {
  readonly status: 'none' | 'convened' | 'open' | 'closed';
  readonly convened: ConvenedSession | null;
  readonly bodyAtSession: BodyAtSession | null;
  readonly stated: Stated | null;
  readonly openedAt: OccurredAt | null;
  readonly closedAt: OccurredAt | null;
  readonly attendance: readonly Attendance[] | null;
  /** All that were given. */
  readonly proxies: readonly Proxy[] | null;
  /** Those of them that still stand: a giver's arrival ends a proxy, another proxy of the giver's replaces it. */
  readonly standingProxies: readonly Proxy[] | null;
  readonly movements: readonly Movement[] | null;
  readonly secretaries: readonly string[] | null;
  /** Who presides now. */
  readonly chair: string | null;
  /** Who presided at the opening. */
  readonly openingChair: string | null;
  readonly affairs: readonly AffairInSession[];
  readonly ballots: readonly BallotInSession[];
  /** The affair under discussion. */
  readonly currentAffair: string | null;
  /** The affair that was put into discussion last. */
  readonly lastCalled: string | null;
  readonly openBallot: string | null;
  readonly sheets: 'to-be-numbered' | 'unknown' | null;
  readonly irregularities: readonly SessionIrregularity[];
}

export const sessionAggregate: Aggregate<SessionState, SessionEvent> = {
  initial: {
    status: 'none',
    convened: null,
    bodyAtSession: null,
    stated: null,
    openedAt: null,
    closedAt: null,
    attendance: null,
    proxies: null,
    standingProxies: null,
    movements: null,
    secretaries: null,
    chair: null,
    openingChair: null,
    affairs: [],
    ballots: [],
    currentAffair: null,
    lastCalled: null,
    openBallot: null,
    sheets: null,
    irregularities: [],
  },
  evolve(state, event, occurredAt) {
    const next = evolveSession(state, event, occurredAt);
    const irregularities = event.data.irregularities ?? [];
    return irregularities.length === 0 ? next : withIrregularities(next, event, irregularities);
  },
};

function evolveSession(state: SessionState, event: SessionEvent, occurredAt: OccurredAt): SessionState {
  switch (event.type) {
    case 'SessionConvened': {
      const { bodyAtSession, irregularities: _, ...convened } = event.data;
      return { ...state, status: 'convened', convened, bodyAtSession };
    }
    case 'AffairPlacedOnAgenda':
      return { ...state, affairs: [...state.affairs, placedAffair(event.data)] };
    case 'SessionOpened': {
      const { bodyAtSession, stated, attendance, proxies, movements, secretaries } = event.data;
      const beginnings = { attendance, proxies, standingProxies: proxies, movements, secretaries };
      return { ...state, ...beginnings, status: 'open', bodyAtSession, stated, openedAt: occurredAt };
    }
    case 'MemberPresent':
      return withAttendance(state, { member: event.data.member, status: 'present', mode: event.data.mode });
    case 'MemberExcused':
      return withAttendance(state, { member: event.data.member, status: 'excused', mode: null });
    case 'MemberAbsent':
      return withAttendance(state, { member: event.data.member, status: 'absent', mode: null });
    case 'ProxyGiven': {
      const { irregularities: _, ...proxy } = event.data;
      const standingProxies = [...(standingWithout(state, proxy.giver) ?? []), proxy];
      return { ...state, proxies: [...(state.proxies ?? []), proxy], standingProxies };
    }
    case 'MemberArrived': {
      const standingProxies = standingWithout(state, event.data.member);
      return { ...withMovement(state, 'arrived', event.data, occurredAt), standingProxies };
    }
    case 'MemberLeft':
      return withMovement(state, 'left', event.data, occurredAt);
    case 'ChairTaken': {
      const { member } = event.data;
      return { ...state, chair: member, openingChair: state.openingChair ?? member };
    }
    case 'SecretaryAppointed':
      return { ...state, secretaries: [...(state.secretaries ?? []), event.data.member] };
    case 'AffairCalled': {
      const { affair, quorum, stated, recusals } = event.data;
      const called = { at: occurredAt, quorum, room: roomOf(state), recusals };
      const next = withAffair(state, affair, () => ({ called, stated }));
      return { ...next, currentAffair: affair, lastCalled: affair };
    }
    case 'DebateNoted':
      return withAffair(state, event.data.affair, ({ debate }) => ({ debate: [...debate, event.data.text] }));
    case 'BallotOpened': {
      const { irregularities: _, ballot: id, ...opened } = event.data;
      const ballot = { ...opened, id, openedAt: occurredAt, chair: state.chair, closed: null };
      return { ...state, ballots: [...state.ballots, ballot], openBallot: id };
    }
    case 'BallotClosed': {
      const { ballot: id, tally, computed, declared } = event.data;
      const closed = { tally, computed, declared };
      const ballots = state.ballots.map((one) => (one.id === id ? { ...one, closed } : one));
      return { ...state, ballots, openBallot: null };
    }
    case 'AffairDecided': {
      const { affair, irregularities: _, ...decision } = event.data;
      return withOutcome(state, affair, decision);
    }
    case 'AffairNoted':
      return withOutcome(state, event.data.affair, { outcome: 'noted', proclaimed: event.data.proclaimed });
    case 'AffairPostponed':
    case 'AffairWithdrawn': {
      const { affair, reason, stated } = event.data;
      const outcome = event.type === 'AffairPostponed' ? 'postponed' : 'withdrawn';
      const said = stated === null ? {} : { stated };
      return withOutcome(state, affair, { outcome, outcomeReason: reason, ...said });
    }
    case 'SessionClosed':
      return {
        ...state,
        status: 'closed',
        closedAt: occurredAt,
        currentAffair: null,
        sheets: event.data.sheets,
      };
    default:
      return unhandled(event);
  }
}

function placedAffair(placed: {
  affair: string;
  key: string;
  order: number | null;
  subject: string;
}): AffairInSession {
  return {
    id: placed.affair,
    key: placed.key,
    order: placed.order,
    subject: placed.subject,
    called: null,
    stated: null,
    debate: [],
    outcome: null,
    outcomeReason: null,
    proclaimed: null,
    computed: null,
    decidingBallots: null,
  };
}

function withAffair(
  state: SessionState,
  id: string,
  change: (affair: AffairInSession) => Partial<AffairInSession>,
): SessionState {
  const affairs = state.affairs.map((affair) =>
    affair.id === id ? { ...affair, ...change(affair) } : affair,
  );
  return { ...state, affairs };
}

function withOutcome(state: SessionState, id: string, outcome: Partial<AffairInSession>): SessionState {
  const next = withAffair(state, id, () => outcome);
  return { ...next, currentAffair: state.currentAffair === id ? null : state.currentAffair };
}

function withAttendance(state: SessionState, entry: Attendance): SessionState {
  const others = (state.attendance ?? []).filter(({ member }) => member !== entry.member);
  return { ...state, attendance: [...others, entry] };
}

const standingWithout = (state: SessionState, giver: string): SessionState['standingProxies'] =>
  state.standingProxies?.filter((proxy) => proxy.giver !== giver) ?? null;

function withMovement(
  state: SessionState,
  kind: Movement['kind'],
  data: { readonly member: string; readonly reason: string | null },
  at: OccurredAt,
): SessionState {
  const { member, reason } = data;
  const movement = { member, kind, at, affair: state.currentAffair ?? state.lastCalled, reason };
  return { ...state, movements: [...(state.movements ?? []), movement] };
}

function withIrregularities(
  state: SessionState,
  event: SessionEvent,
  irregularities: readonly Irregularity[],
): SessionState {
  const during = event.type === 'MemberLeft' ? state.openBallot : null;
  const { affair = null, ballot = during } = event.data as { affair?: string | null; ballot?: string };
  const ofBallot = state.ballots.find(({ id }) => id === ballot)?.affair ?? null;
  const told = irregularities.map((one) => ({
    ...one,
    event: event.type,
    affair: affair ?? ofBallot,
    ballot,
  }));
  return { ...state, irregularities: [...state.irregularities, ...told] };
}

/** The refs of who is in the room now, in the order of the attendance list; null: nobody is named. */
export function presentNow(state: SessionState): readonly string[] | null {
  if (state.attendance === null) return null;
  const last = new Map((state.movements ?? []).map(({ member, kind }) => [member, kind]));
  const listed = state.attendance.filter(({ member, status }) => {
    const moved = last.get(member);
    return moved === undefined ? status === 'present' : moved === 'arrived';
  });
  const names = listed.map(({ member }) => member);
  const others = [...last].filter(([member, kind]) => kind === 'arrived' && !names.includes(member));
  return [...names, ...others.map(([member]) => member)];
}

/** The room as it is now (R7, R11: a proxy is idle while its bearer is out, ended once its giver has come). */
export function roomOf(state: SessionState): Room {
  const present = presentNow(state);
  const proxies =
    state.standingProxies?.filter(
      ({ giver, bearer }) =>
        present === null || (!present.includes(giver) && (bearer === null || present.includes(bearer))),
    ) ?? null;
  const represented = new Set(proxies?.map(({ giver }) => giver));
  const away = (status: Attendance['status']) =>
    state.attendance
      ?.filter(
        (one) => one.status === status && !represented.has(one.member) && !present?.includes(one.member),
      )
      .map(({ member }) => member) ?? null;
  return { present, excused: away('excused'), absent: away('absent'), proxies, chair: state.chair };
}
