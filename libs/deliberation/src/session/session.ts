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
import type { FileReference } from '../affair/file-reference.js';
import type { BodyKind, BodyRules, Numbering, Seat, TemplateReference } from '../body/body.js';
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
  /**
   * Those known to hold a seat of the body at another time: whoever of them sits that day does so without a mandate.
   * Null: not known, and then only those of `seats` may sit.
   */
  readonly outOfMandate: readonly Seat[] | null;
  /** Members in office that day; null: not known, and never deduced from the names. */
  readonly inOffice: number | null;
  readonly template: TemplateReference | null;
  /** What the body's own rules (règlement intérieur) settle; null: not known. */
  readonly rules: BodyRules | null;
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
  /** Day of the first séance, which had no quorum (R8). */
  readonly secondConvocationOf: LocalDate | null;
  /** Convened at shorter notice than the ordinary period (R12); null: no urgency is claimed. */
  readonly urgency: { readonly reason: string | null } | null;
}

/** To whom a convocation went, how and when (R12). */
export interface Convocation {
  readonly on: LocalDate | null;
  readonly medium: 'electronic' | 'paper' | null;
  /** refs; null: not known. */
  readonly recipients: readonly string[] | null;
  /** Whether a note on each affair (note explicative de synthèse) went with it. */
  readonly note: boolean | null;
}

export const RECUSAL_GROUNDS = ['personal-interest', 'designated-representative'] as const;

/** A member keeps out of an affair (déport, R19): neither an abstention nor an absence nor NPPV. */
export interface Recusal {
  readonly member: string;
  /** Personal interest (L2131-11), or a seat held by designation in another body (L1111-6 II). */
  readonly ground: (typeof RECUSAL_GROUNDS)[number] | null;
  /** Whether the member left the room. */
  readonly left: boolean | null;
  readonly note: string | null;
}

/** Members ask for a manner of voting (R16). */
export interface BallotRequest {
  readonly affair: string | null;
  readonly method: 'roll-call' | 'secret';
  readonly requestedBy: readonly string[] | null;
  readonly count: number | null;
  /** Whether enough of those present asked, by the rule of the day; null: not known. */
  readonly sufficient: boolean | null;
}

/** What a later look found wrong in the séance's record, and puts right. */
export type Correction =
  | {
      readonly kind: 'attendance';
      readonly member: string;
      readonly status: Attendance['status'];
      readonly mode: Attendance['mode'];
    }
  /** The member's last movement, the member's proxy, its recusal from the affair: never happened. */
  | { readonly kind: 'movement' | 'proxy' | 'secretary'; readonly member: string }
  | { readonly kind: 'recusal'; readonly affair: string; readonly member: string }
  /** The call of an affair, or how it was dealt with: taken back. */
  | { readonly kind: 'call' | 'outcome'; readonly affair: string };

/** A correction as it was recorded. */
export interface RecordedCorrection {
  readonly correction: Correction;
  /** Revision of the entry that it corrects; null: not known. */
  readonly entry: number | null;
  /** Day of the later séance that corrected this one; null: the clerk, during the séance. */
  readonly on: LocalDate | null;
  readonly reason: string | null;
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
        /** By the roll call made before the opening; null: it was not made yet. */
        readonly quorum: Quorum | null;
      } & MayBeIrregular;
    }
  | { readonly type: 'ConvocationSent'; readonly data: Convocation & MayBeIrregular }
  | {
      /** The séance could not open for want of a quorum (R8). */
      readonly type: 'SessionNotQuorate';
      readonly data: { readonly quorum: Quorum; readonly stated: Stated | null } & MayBeIrregular;
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
  | {
      /** Away and represented; whether excused is not said. */
      readonly type: 'MemberRepresented';
      readonly data: { readonly member: string } & MayBeIrregular;
    }
  | { readonly type: 'ProxyGiven'; readonly data: Proxy & MayBeIrregular }
  | {
      readonly type: 'ProxyRevoked';
      readonly data: { readonly giver: string; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      /** A seat changes hands during the séance: its new holder is in the room. */
      readonly type: 'MemberInstalled';
      readonly data: { readonly seat: Seat; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'MemberResigned';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'MemberArrived';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      readonly type: 'MemberLeft';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
  | {
      /** Presides from now on. */
      readonly type: 'ChairTaken';
      readonly data: { readonly member: string; readonly reason: string | null } & MayBeIrregular;
    }
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
      readonly type: 'MemberRecused';
      readonly data: Recusal & { readonly affair: string } & MayBeIrregular;
    }
  | {
      readonly type: 'UrgencyConfirmed';
      readonly data: {
        /** Whether the assembly agreed that it was urgent (R12); null: not known. */
        readonly confirmed: boolean | null;
        readonly ballot: string | null;
      } & MayBeIrregular;
    }
  | {
      /** Huis clos (R13). */
      readonly type: 'DoorsClosed';
      readonly data: {
        readonly affair: string | null;
        readonly requestedBy: readonly string[] | null;
        /** The ballot that agreed it. */
        readonly ballot: string | null;
        readonly reason: string | null;
      } & MayBeIrregular;
    }
  | { readonly type: 'DoorsReopened'; readonly data: { readonly affair: string | null } & MayBeIrregular }
  | { readonly type: 'SessionSuspended'; readonly data: { readonly reason: string | null } & MayBeIrregular }
  | {
      readonly type: 'SessionResumed';
      readonly data: { readonly quorum: Quorum; readonly stated: Stated | null } & MayBeIrregular;
    }
  | { readonly type: 'BallotRequested'; readonly data: BallotRequest & MayBeIrregular }
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
        /** The ballot by which the assembly gave up the secret; null: not said. */
        readonly waiver: string | null;
        readonly round: number | null;
        readonly candidates: readonly Candidate[] | null;
        /** How many are to be elected; null: a vote for or against, or not said. */
        readonly positions: number | null;
        /** On the accounts (compte administratif, compte financier unique): a tie adopts (L1612-12). */
        readonly accounts: boolean;
        readonly roll: Roll;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'BallotVoided';
      readonly data: { readonly ballot: string; readonly reason: string | null } & MayBeIrregular;
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
        /** What was said of it, in the words of the chair or the source. */
        readonly proclaimed: string | null;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'SessionClosed';
      readonly data: {
        /** Whether its sheets of the register are to be numbered, are said by its source, or are unknown. */
        readonly sheets: 'to-be-numbered' | 'stated' | 'unknown';
        /** Those that its source says; null: it is not asked. */
        readonly entries: readonly StatedSheet[] | null;
      } & MayBeIrregular;
    }
  | { readonly type: 'EntryCorrected'; readonly data: RecordedCorrection & MayBeIrregular }
  | {
      /** The list of the deliberations examined (L2121-25, R23). */
      readonly type: 'ListPosted';
      readonly data: { readonly on: LocalDate | null } & MayBeIrregular;
    }
  | { readonly type: 'MinutesSettled'; readonly data: SettledMinutes & MayBeIrregular }
  | { readonly type: 'MinutesPublished'; readonly data: { readonly on: LocalDate | null } & MayBeIrregular };

/** The sheet of the register on which an affair stands, as its source says. */
export interface StatedSheet {
  readonly affair: string;
  readonly sheet: number | null;
}

/** The procès-verbal as a later séance settled it (L2121-15, R23). */
export interface SettledMinutes {
  /** Day of that séance. */
  readonly on: LocalDate | null;
  /** Id of that séance, where the register holds it. */
  readonly session: string | null;
  readonly text: string | FileReference | null;
  /** refs of those who signed; null: not known. */
  readonly signedBy: readonly string[] | null;
}

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
  /** `represented`: away with a proxy, and nobody says whether excused. */
  readonly status: 'present' | 'excused' | 'absent' | 'represented';
  readonly mode: 'in-person' | 'remote' | null;
}

export interface Movement {
  readonly member: string;
  readonly kind: 'arrived' | 'left' | 'installed' | 'resigned';
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
  /** Those who keep out of it; null: not known. */
  readonly recusals: readonly Recusal[] | null;
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
  readonly waiver: string | null;
  readonly round: number | null;
  readonly candidates: readonly Candidate[] | null;
  readonly positions: number | null;
  readonly accounts: boolean;
  readonly roll: Roll;
  readonly openedAt: OccurredAt;
  /** Who presided when it was opened. */
  readonly chair: string | null;
  readonly closed: {
    readonly tally: Tally;
    readonly computed: ComputedResult | null;
    readonly declared: DeclaredResult;
  } | null;
  /** Set when it was declared void: it counts for nothing. */
  readonly voided: { readonly reason: string | null; readonly at: OccurredAt } | null;
}

/** A suspension, or a time behind closed doors. */
export interface Span {
  readonly from: OccurredAt;
  /** Null: it goes on. */
  readonly until: OccurredAt | null;
  /** The affair under discussion when it began, or the last one dealt with. */
  readonly affair: string | null;
  readonly reason: string | null;
}

export interface ClosedDoors extends Span {
  readonly requestedBy: readonly string[] | null;
  readonly ballot: string | null;
}

/** An irregularity and what it concerns. */
export interface SessionIrregularity extends Irregularity {
  readonly event: SessionEvent['type'];
  readonly affair: string | null;
  readonly ballot: string | null;
}

/** All that happened in the room so far. Plain JSON, so that a read model can keep it as it is. */
export interface SessionState {
  readonly status: 'none' | 'convened' | 'open' | 'not-quorate' | 'closed';
  readonly convened: ConvenedSession | null;
  readonly bodyAtSession: BodyAtSession | null;
  readonly stated: Stated | null;
  readonly openedAt: OccurredAt | null;
  readonly closedAt: OccurredAt | null;
  readonly attendance: readonly Attendance[] | null;
  /** The list names only some: it was unknown at the opening, and of the others nothing is known. */
  readonly attendanceIsPartial: boolean;
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
  readonly sheets: 'to-be-numbered' | 'stated' | 'unknown' | null;
  /** The sheets that its source says. */
  readonly statedSheets: readonly StatedSheet[] | null;
  readonly convocations: readonly Convocation[];
  /** As the assembly ruled on it. */
  readonly urgency: { readonly confirmed: boolean | null; readonly ballot: string | null } | null;
  /** At the opening, or when it could not open. */
  readonly openingQuorum: Quorum | null;
  readonly suspensions: readonly Span[];
  readonly closedDoors: readonly ClosedDoors[];
  readonly ballotRequests: readonly BallotRequest[];
  /** In order. The attendance list keeps what was first written once the séance is closed. */
  readonly corrections: readonly RecordedCorrection[];
  readonly list: { readonly postedOn: LocalDate | null } | null;
  readonly minutes: {
    readonly settled: SettledMinutes | null;
    readonly published: { readonly on: LocalDate | null } | null;
  };
  /** Revision of the last entry of each kind, by `kind:member` or `kind:affair`: what a correction corrects. */
  readonly entries: { readonly [entry: string]: number };
  /** How many events the stream holds. */
  readonly length: number;
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
    attendanceIsPartial: false,
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
    statedSheets: null,
    convocations: [],
    urgency: null,
    openingQuorum: null,
    suspensions: [],
    closedDoors: [],
    ballotRequests: [],
    corrections: [],
    list: null,
    minutes: { settled: null, published: null },
    entries: {},
    length: 0,
    irregularities: [],
  },
  evolve(state, event, occurredAt) {
    const evolved = evolveSession(state, event, occurredAt);
    const entry = entryOf(event);
    const entries = entry === null ? evolved.entries : { ...evolved.entries, [entry]: state.length };
    const next = { ...evolved, entries, length: state.length + 1 };
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
      const { bodyAtSession, stated, movements, secretaries, quorum: openingQuorum } = event.data;
      const beginnings = {
        attendance: state.attendance ?? event.data.attendance,
        attendanceIsPartial: event.data.attendance === null,
        proxies: state.proxies ?? event.data.proxies,
        standingProxies: state.standingProxies ?? event.data.proxies,
        movements,
        secretaries,
      };
      const opened = { bodyAtSession, stated, openingQuorum, openedAt: occurredAt };
      return { ...state, ...beginnings, ...opened, status: 'open' };
    }
    case 'ConvocationSent': {
      const { irregularities: _, ...convocation } = event.data;
      return { ...state, convocations: [...state.convocations, convocation] };
    }
    case 'SessionNotQuorate':
      return {
        ...state,
        status: 'not-quorate',
        openingQuorum: event.data.quorum,
        stated: event.data.stated,
        closedAt: occurredAt,
      };
    case 'MemberPresent':
      return withAttendance(state, { member: event.data.member, status: 'present', mode: event.data.mode });
    case 'MemberExcused':
      return withAttendance(state, { member: event.data.member, status: 'excused', mode: null });
    case 'MemberAbsent':
      return withAttendance(state, { member: event.data.member, status: 'absent', mode: null });
    case 'MemberRepresented':
      return withAttendance(state, { member: event.data.member, status: 'represented', mode: null });
    case 'ProxyGiven': {
      const { irregularities: _, ...proxy } = event.data;
      const standingProxies = [...(standingWithout(state, proxy.giver) ?? []), proxy];
      return { ...state, proxies: [...(state.proxies ?? []), proxy], standingProxies };
    }
    case 'ProxyRevoked':
      return { ...state, standingProxies: standingWithout(state, event.data.giver) };
    case 'MemberInstalled': {
      const { seat, reason } = event.data;
      const moved = withMovement(state, 'installed', { member: seat.ref, reason }, occurredAt);
      return withSeats(moved, (seats) => [...seats.filter(({ ref }) => ref !== seat.ref), seat], 1);
    }
    case 'MemberResigned': {
      const moved = withMovement(state, 'resigned', event.data, occurredAt);
      const standingProxies = standingWithout(moved, event.data.member);
      return withSeats({ ...moved, standingProxies }, (seats) => seats, -1);
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
      const called = { at: occurredAt, quorum, room: roomOf(state, affair), recusals };
      const next = withAffair(state, affair, (one) => ({
        called,
        stated,
        recusals: one.recusals ?? recusals,
      }));
      return { ...next, currentAffair: affair, lastCalled: affair };
    }
    case 'MemberRecused': {
      const { affair, irregularities: _, ...recusal } = event.data;
      return withAffair(state, affair, ({ recusals }) => ({ recusals: withRecusal(recusals, recusal) }));
    }
    case 'UrgencyConfirmed': {
      const { confirmed, ballot } = event.data;
      return { ...state, urgency: { confirmed, ballot } };
    }
    case 'DoorsClosed': {
      const { affair, requestedBy, ballot, reason } = event.data;
      const doors = { from: occurredAt, until: null, affair, requestedBy, ballot, reason };
      return { ...state, closedDoors: [...state.closedDoors, doors] };
    }
    case 'DoorsReopened':
      return { ...state, closedDoors: ended(state.closedDoors, occurredAt) };
    case 'SessionSuspended': {
      const affair = state.currentAffair ?? state.lastCalled;
      const suspension = { from: occurredAt, until: null, affair, reason: event.data.reason };
      return { ...state, suspensions: [...state.suspensions, suspension] };
    }
    case 'SessionResumed':
      return { ...state, suspensions: ended(state.suspensions, occurredAt) };
    case 'BallotRequested': {
      const { irregularities: _, ...request } = event.data;
      return { ...state, ballotRequests: [...state.ballotRequests, request] };
    }
    case 'DebateNoted':
      return withAffair(state, event.data.affair, ({ debate }) => ({ debate: [...debate, event.data.text] }));
    case 'BallotOpened': {
      const { irregularities: _, ballot: id, ...opened } = event.data;
      const ballot = { ...opened, id, openedAt: occurredAt, chair: state.chair, closed: null, voided: null };
      return { ...state, ballots: [...state.ballots, ballot], openBallot: id };
    }
    case 'BallotClosed': {
      const { ballot: id, tally, computed, declared } = event.data;
      const closed = { tally, computed, declared };
      const ballots = state.ballots.map((one) => (one.id === id ? { ...one, closed } : one));
      return { ...state, ballots, openBallot: null };
    }
    case 'BallotVoided': {
      const { ballot: id, reason } = event.data;
      const voided = { reason, at: occurredAt };
      const ballots = state.ballots.map((one) => (one.id === id ? { ...one, voided } : one));
      return { ...state, ballots, openBallot: state.openBallot === id ? null : state.openBallot };
    }
    case 'AffairDecided': {
      const { affair, irregularities: _, ...decision } = event.data;
      return withOutcome(state, affair, decision);
    }
    case 'AffairNoted':
      return withOutcome(state, event.data.affair, { outcome: 'noted', proclaimed: event.data.proclaimed });
    case 'AffairPostponed':
    case 'AffairWithdrawn': {
      const { affair, reason, stated, proclaimed } = event.data;
      const outcome = event.type === 'AffairPostponed' ? 'postponed' : 'withdrawn';
      const said = stated === null ? {} : { stated };
      return withOutcome(state, affair, { outcome, outcomeReason: reason, proclaimed, ...said });
    }
    case 'SessionClosed':
      return {
        ...state,
        status: 'closed',
        closedAt: occurredAt,
        currentAffair: null,
        suspensions: ended(state.suspensions, occurredAt),
        closedDoors: ended(state.closedDoors, occurredAt),
        sheets: event.data.sheets,
        statedSheets: event.data.entries,
      };
    case 'EntryCorrected': {
      const { irregularities: _, ...recorded } = event.data;
      const next = { ...state, corrections: [...state.corrections, recorded] };
      if (state.status === 'closed') return next;
      return { ...corrected(next, recorded.correction), entries: withoutEntry(state, recorded.correction) };
    }
    case 'ListPosted':
      return { ...state, list: { postedOn: event.data.on } };
    case 'MinutesSettled': {
      const { irregularities: _, ...settled } = event.data;
      return { ...state, minutes: { ...state.minutes, settled } };
    }
    case 'MinutesPublished':
      return { ...state, minutes: { ...state.minutes, published: { on: event.data.on } } };
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
    recusals: null,
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

const withRecusal = (recusals: AffairInSession['recusals'], recusal: Recusal): readonly Recusal[] => [
  ...(recusals ?? []).filter(({ member }) => member !== recusal.member),
  recusal,
];

/** With the last span, which goes on, ended. */
const ended = <S extends Span>(spans: readonly S[], until: OccurredAt): readonly S[] =>
  spans.map((span) => (span.until === null ? { ...span, until } : span));

function withSeats(
  state: SessionState,
  change: (seats: readonly Seat[]) => readonly Seat[],
  more: 1 | -1,
): SessionState {
  if (state.bodyAtSession === null) return state;
  const { seats, inOffice } = state.bodyAtSession;
  const changed = {
    seats: seats === null ? null : change(seats),
    inOffice: inOffice === null ? null : inOffice + more,
  };
  return { ...state, bodyAtSession: { ...state.bodyAtSession, ...changed } };
}

/** The entry that an event is, for a correction to name; null: it is none. A correction names the last of its kind about that member or affair. */
export function entryOf(event: SessionEvent): string | null {
  switch (event.type) {
    case 'MemberPresent':
    case 'MemberExcused':
    case 'MemberAbsent':
    case 'MemberRepresented':
      return `attendance:${event.data.member}`;
    case 'MemberArrived':
    case 'MemberLeft':
      return `movement:${event.data.member}`;
    case 'ProxyGiven':
      return `proxy:${event.data.giver}`;
    case 'SecretaryAppointed':
      return `secretary:${event.data.member}`;
    case 'MemberRecused':
      return `recusal:${event.data.affair}:${event.data.member}`;
    case 'AffairCalled':
      return `call:${event.data.affair}`;
    case 'AffairDecided':
    case 'AffairNoted':
    case 'AffairPostponed':
    case 'AffairWithdrawn':
      return `outcome:${event.data.affair}`;
    default:
      return null;
  }
}

/** The entry that a correction corrects, as `SessionState.entries` names it. */
export function entryCorrectedBy(correction: Correction): string {
  switch (correction.kind) {
    case 'recusal':
      return `recusal:${correction.affair}:${correction.member}`;
    case 'call':
    case 'outcome':
      return `${correction.kind}:${correction.affair}`;
    default:
      return `${correction.kind}:${correction.member}`;
  }
}

/**
 * The entries once one was corrected: an attendance is from then on as the correction says; what was taken back is no
 * longer there to be corrected, and which one was before it is not kept.
 */
function withoutEntry({ entries, length }: SessionState, correction: Correction): SessionState['entries'] {
  const corrects = entryCorrectedBy(correction);
  if (correction.kind === 'attendance') return { ...entries, [corrects]: length };
  return Object.fromEntries(Object.entries(entries).filter(([entry]) => entry !== corrects));
}

function corrected(state: SessionState, correction: Correction): SessionState {
  switch (correction.kind) {
    case 'attendance': {
      const { member, status, mode } = correction;
      return withAttendance(state, { member, status, mode });
    }
    case 'movement': {
      const place = state.movements?.findLastIndex(({ member }) => member === correction.member) ?? -1;
      return { ...state, movements: state.movements?.filter((_one, index) => index !== place) ?? null };
    }
    case 'proxy': {
      const others = (proxies: SessionState['proxies']) =>
        proxies?.filter(({ giver }) => giver !== correction.member) ?? null;
      return { ...state, proxies: others(state.proxies), standingProxies: others(state.standingProxies) };
    }
    case 'secretary':
      return {
        ...state,
        secretaries: state.secretaries?.filter((one) => one !== correction.member) ?? null,
      };
    case 'recusal':
      return withAffair(state, correction.affair, ({ recusals }) => ({
        recusals: recusals?.filter(({ member }) => member !== correction.member) ?? null,
      }));
    case 'call': {
      const next = withAffair(state, correction.affair, () => ({ called: null, stated: null }));
      return {
        ...next,
        currentAffair: state.currentAffair === correction.affair ? null : state.currentAffair,
      };
    }
    case 'outcome': {
      const undecided = { outcome: null, outcomeReason: null, proclaimed: null, computed: null };
      const next = withAffair(state, correction.affair, () => ({ ...undecided, decidingBallots: null }));
      const wasCalled = next.affairs.some(({ id, called }) => id === correction.affair && called !== null);
      return wasCalled ? { ...next, currentAffair: correction.affair } : next;
    }
    default:
      return unhandled(correction);
  }
}

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

/** Of an affair's line, and of the séance as a whole, which touch all its acts; those of its own ballots do not. */
export const irregularitiesOfAct = (state: SessionState, affair: string): readonly SessionIrregularity[] =>
  state.irregularities.filter((one) => one.affair === affair || (one.affair === null && one.ballot === null));

/** All whom the séance can name, whether their mandate covers the day or not; null: nobody is named. */
export const namedAt = ({ seats, outOfMandate }: BodyAtSession): readonly Seat[] | null =>
  seats && [...(outOfMandate ?? []), ...seats];

/** The seat that somebody holds at another time, and not on the séance's day; undefined: none is known. */
export function seatOutOfMandate(state: SessionState, ref: string): Seat | undefined {
  const { seats = null, outOfMandate = null } = state.bodyAtSession ?? {};
  if (seats?.some((one) => one.ref === ref)) return undefined;
  return outOfMandate?.find((one) => one.ref === ref);
}

/** The refs of who is in the room now, in the order of the attendance list; null: nobody is named. */
export function presentNow(state: SessionState): readonly string[] | null {
  if (state.attendance === null) return null;
  const last = new Map((state.movements ?? []).map(({ member, kind }) => [member, comesIn(kind)]));
  const listed = state.attendance.filter(({ member, status }) => last.get(member) ?? status === 'present');
  const names = listed.map(({ member }) => member);
  const others = [...last].filter(([member, isIn]) => isIn && !names.includes(member));
  return [...names, ...others.map(([member]) => member)];
}

/** Whether a member is known to be out of the room: one whom a partial list does not name may be in it. */
export function isKnownOut(state: SessionState, member: string): boolean {
  if (presentNow(state)?.includes(member) !== false) return false;
  const isOf = (one: { readonly member: string }) => one.member === member;
  return !state.attendanceIsPartial || [...(state.attendance ?? []), ...(state.movements ?? [])].some(isOf);
}

/** Whether a member ceased to hold a seat during the séance. */
export const hasResigned = (state: SessionState, member: string): boolean =>
  state.movements?.findLast((one) => one.member === member)?.kind === 'resigned';

const comesIn = (kind: Movement['kind']): boolean => kind === 'arrived' || kind === 'installed';

/** Whether the séance is suspended now. */
export const isSuspended = (state: SessionState): boolean => state.suspensions.at(-1)?.until === null;

/** Whether the public is out now (huis clos). */
export const isBehindClosedDoors = (state: SessionState): boolean => state.closedDoors.at(-1)?.until === null;

/** Those who keep out of an affair; null: not known. */
export const recusalsOf = (state: SessionState, affair: string | null): readonly Recusal[] | null =>
  affair === null ? [] : (state.affairs.find(({ id }) => id === affair)?.recusals ?? null);

/**
 * The room as it is now, for the affair under discussion or another: who is recused and left is out of it (R19); a
 * proxy is idle while its bearer is out or recused, and ended once its giver has come (R11).
 */
export function roomOf(state: SessionState, affair: string | null = state.currentAffair): Room {
  const recusals = recusalsOf(state, affair) ?? [];
  const recused = new Set(recusals.map(({ member }) => member));
  const out = new Set(recusals.filter(({ left }) => left).map(({ member }) => member));
  const inRoom = presentNow(state);
  const present = inRoom?.filter((member) => !out.has(member)) ?? null;
  const mayBear = (bearer: string | null) =>
    bearer === null || (!recused.has(bearer) && (present?.includes(bearer) ?? true));
  const proxies =
    state.standingProxies?.filter(
      ({ giver, bearer }) => inRoom?.includes(giver) !== true && mayBear(bearer),
    ) ?? null;
  const represented = new Set(proxies?.map(({ giver }) => giver));
  const away = (status: Attendance['status']) =>
    state.attendance
      ?.filter(
        (one) => one.status === status && !represented.has(one.member) && !inRoom?.includes(one.member),
      )
      .map(({ member }) => member) ?? null;
  return { present, excused: away('excused'), absent: away('absent'), proxies, chair: state.chair };
}
