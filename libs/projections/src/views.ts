import type {
  AffairErasure,
  AffairInSession,
  Annex,
  Answer,
  Attendance,
  AuthorityDescription,
  BallotInSession,
  BallotMethod,
  BallotState,
  BodyKind,
  BodyRules,
  CertifiedExtract,
  Choice,
  ComputedResult,
  Counted,
  DeliberationEvent,
  Disagreement,
  Effect,
  Enforceability,
  Fate,
  FateKind,
  Irregularity,
  Member,
  Movement,
  Numbering,
  Outcome,
  Proxy,
  Publication,
  Quorum,
  Report,
  Room,
  Seat,
  SessionState,
  Signatories,
  Tally,
  StoredContent,
  Transmission,
} from '@registre/deliberation';
import type { EventSource } from '@registre/event-store';
import type { OccurredAt } from '@registre/platform';

import type { AtAffair, MemberAtSession, NamedVote } from './sessions/member-rows.js';

/** What the read models answer: the seam between them and the doors (HTTP, pages, command line). */

/** Where a read model stopped: before an event that it could not apply. */
export interface HaltedAt {
  /** Name of the read model. */
  readonly model: string;
  readonly ordinal: number;
  /** The register's clock at that event (ISO 8601, UTC): what was recorded since is not taken into account. */
  readonly recordedAt: string;
  readonly type: string;
  readonly error: string;
}

/** Up to where an answer is true. */
export interface Freshness {
  /** Ordinal of the last event taken into account; null: none yet. */
  readonly ordinal: number | null;
  /** The register's clock at that event (ISO 8601, UTC). */
  readonly recordedAt: string | null;
  /** Set when the read model met an event that it could not apply and stopped before it. */
  readonly halted: HaltedAt | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** To be given back as `cursor` for the next page; null at the end. */
  readonly next: string | null;
  readonly freshness: Freshness;
}

export interface BodyView {
  readonly key: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly numbering: Numbering;
  readonly seats: readonly Seat[];
  readonly template: { readonly name: string; readonly revision: number; readonly sha256: string } | null;
  /** Revision of the body's stream, for `If-Match`. */
  readonly revision: number;
}

/** A body with what it adopted. */
export interface BodyDetails extends BodyView {
  /** Its own rules; null: none are recorded. */
  readonly rules: BodyRules | null;
  /** The extract's template in force, in Liquid; null: none was adopted. */
  readonly templateText: string | null;
  /** Refs that were given up for another, of the same person. */
  readonly merged: { readonly [from: string]: string };
  readonly freshness: Freshness;
}

export interface AuthorityView extends AuthorityDescription {
  readonly key: string;
  readonly bodies: readonly BodyView[];
  readonly freshness: Freshness;
}

/** One line of the register: an affair that a closed séance decided (or noted), entered in order. */
export interface RegisterLine {
  readonly affair: string;
  readonly number: string | null;
  readonly order: number | null;
  readonly sheet: number | null;
  readonly subject: string;
  readonly body: string;
  readonly bodyName: string;
  readonly session: string;
  readonly date: string;
  readonly outcome: Outcome | null;
  readonly proclaimed: string | null;
  /** When the extract was certified: an ISO 8601 instant of the register's clock; null: not certified. */
  readonly certifiedAt: string | null;
  /** What became of the act later: what undid it, else its last correction; null: nothing is recorded. */
  readonly fate: FateKind | null;
  /** Whether the act is enforceable (exécutoire), by what is recorded of its publicity and transmission. */
  readonly enforceable: Answer;
  /** Whether it is in effect on the day that was asked about; null: no day was. */
  readonly inEffect: EffectOn | null;
  readonly irregularities: number;
  /** The register's clock when the line came in: an imported past is known only since its import. */
  readonly knownSince: string;
}

/** Whether an act is in effect on a day, by what was known of it. */
export interface EffectOn extends Effect {
  readonly on: string;
}

/** A point of the log: null when it had no event yet. */
export interface PointOfLog {
  readonly ordinal: number | null;
  /** The register's clock at that ordinal (ISO 8601, UTC). */
  readonly recordedAt: string | null;
}

/** When what the register says of something changed, so that one can go there. */
export interface Moments {
  /** Since when anything of it is known; null: nothing is. */
  readonly first: PointOfLog | null;
  /** The end of the log. */
  readonly last: PointOfLog;
  /** Points of the log after which it said something else, in order; what is close together shares one. */
  readonly marks: readonly PointOfLog[];
  /** The day of the séance, of the register its first one; and, of one act, the days on which its effect may have changed. */
  readonly effect: { readonly from: string | null; readonly days: readonly string[] };
  readonly freshness: Freshness;
}

export interface RegisterPage extends Page<RegisterLine> {
  /** How many lines the filters let through; null: told on the first page only, or where lines are passed over. */
  readonly total: number | null;
  /** Null: as it is known now. */
  readonly asKnown: PointOfLog | null;
}

/** What a change of a line may be about. */
export type ChangedFact =
  | 'session'
  | 'order'
  | 'sheet'
  | 'number'
  | 'subject'
  | 'outcome'
  | 'proclaimed'
  | 'certified'
  | 'transmission'
  | 'publication'
  | 'enforceable'
  | 'fate'
  | 'irregularities';

/** An event that changed a line of the register. */
export interface ChangingEvent {
  readonly ordinal: number;
  readonly type: string | null;
  readonly recordedAt: string;
  /** Null: the history has not taken it yet. */
  readonly sentence: string | null;
}

/** A line with what its comparison is made from. */
export interface ComparedLine extends RegisterLine {
  readonly transmission: Transmission | null;
  readonly publications: readonly Publication[];
  readonly fates: readonly Fate[];
}

/** A line of the register that came in, or changed, between two points of the log. */
export interface RegisterChange {
  readonly affair: string;
  readonly appeared: boolean;
  /** What is not the same at both points; [] where it came in, or where all came back to what it was. */
  readonly changed: readonly ChangedFact[];
  readonly before: ComparedLine | null;
  readonly after: ComparedLine;
  readonly events: readonly ChangingEvent[];
}

export interface RegisterChangesPage extends Page<RegisterChange> {
  readonly from: PointOfLog;
  readonly until: PointOfLog;
}

export type SessionStatus = Exclude<SessionState['status'], 'none'>;

/** One séance in a list. */
export interface SessionLine {
  readonly session: string;
  readonly body: string;
  readonly bodyName: string;
  readonly date: string;
  readonly status: SessionStatus;
  readonly affairs: number;
  readonly decided: number;
  /** Id of the imported record it comes from. */
  readonly record: string | null;
}

/** When an answer of the past was true, and since when the register knows of the thing at all. */
export interface AsKnown {
  readonly ordinal: number;
  /** The register's clock at that ordinal (ISO 8601, UTC). */
  readonly recordedAt: string;
  /** The register's clock when it first learned of it: an imported past is known only since its import. */
  readonly knownSince: string;
}

/** Who is in the room as it stands, for the affair under discussion, and what that makes of the quorum. */
export interface RoomNow {
  readonly room: Room;
  readonly quorum: Quorum;
}

/** An open ballot: what was cast, signed or counted so far, and what that would give if it were closed now. */
export interface VotingView {
  readonly ballot: string;
  /** Choice by seat, where votes are cast by name. */
  readonly votes: BallotState['votes'];
  /** Seats that have signed, in a secret ballot. */
  readonly signed: readonly string[];
  readonly counted: Counted | null;
  readonly tally: Tally;
  readonly computed: ComputedResult | null;
}

/** A séance as it stands: its board. */
export interface SessionBoard {
  readonly session: string;
  /** Revision of the séance's stream, for `If-Match`. */
  readonly revision: number;
  readonly state: SessionState;
  readonly now: RoomNow;
  /** What has come in of the ballot that is open; null: none is. */
  readonly voting: VotingView | null;
  /** Who signs in the register, by the rule of that day (L2121-23); null: none is known. */
  readonly signatories: Signatories | null;
  readonly record: string | null;
  readonly disagreements: readonly Disagreement[];
  /** Null: as it is known now. */
  readonly asKnown: AsKnown | null;
  readonly freshness: Freshness;
}

/** An irregularity that an act shows, the event that says it, and what it concerns; `affair` null: the whole séance. */
export interface ActIrregularity extends Irregularity {
  readonly event: DeliberationEvent['type'];
  readonly affair: string | null;
  readonly ballot: string | null;
}

/** One affair that a look-up found. */
export interface AffairLine {
  readonly affair: string;
  /** `RECORD/KEY` of an imported affair. */
  readonly alias: string | null;
  readonly number: string | null;
  readonly order: number | null;
  readonly subject: string;
  readonly outcome: Outcome | null;
  readonly session: string;
  readonly date: string;
  readonly body: string;
  readonly bodyName: string;
}

/** An affair from the agenda to the certified act, with the vote and the presence at it. */
export interface AffairDossier {
  readonly affair: string;
  /** `RECORD/KEY` of an imported affair. */
  readonly alias: string | null;
  /** The last séance on whose agenda it stands. */
  readonly session: string;
  /** Those before it, in order. */
  readonly earlierSessions: readonly EarlierSession[];
  readonly date: string;
  readonly body: string;
  readonly bodyName: string;
  readonly authority: AuthorityDescription & { readonly key: string };
  readonly sessionStatus: SessionStatus;
  readonly number: string | null;
  readonly sheet: number | null;
  /** Its line of the séance: call, room, debate, outcome. */
  readonly agenda: AffairInSession;
  readonly ballots: readonly BallotInSession[];
  readonly report: Report | null;
  readonly reportVersion: number;
  readonly annexes: readonly Annex[] | null;
  readonly extract: (CertifiedExtract & { readonly certifiedAt: string }) | null;
  readonly transmission: Transmission | null;
  readonly acknowledgement: Transmission | null;
  readonly publications: readonly Publication[];
  /** What became of the act later, in order; the act itself stays as it was decided. */
  readonly fates: readonly Fate[];
  /** What the affair holds, or held, in the file store. */
  readonly contents: readonly StoredContent[];
  readonly erasures: readonly AffairErasure[];
  /** Null: the affair was not decided, there is no act. */
  readonly enforceability: Enforceability | null;
  /** Whether it is in effect on the day that was asked about; null: no day was. */
  readonly inEffect: EffectOn | null;
  /** Facts of the séance that an act states. */
  readonly openedAt: OccurredAt | null;
  readonly closedAt: OccurredAt | null;
  readonly convenedOn: string | null;
  readonly secretaries: readonly string[] | null;
  readonly inOffice: number | null;
  /** Those who hold a seat at the séance, by ref. */
  readonly members: { readonly [ref: string]: Member };
  readonly attendance: readonly Attendance[] | null;
  readonly proxies: readonly Proxy[] | null;
  readonly movements: readonly Movement[] | null;
  /** Of the affair's paper and line, and those of the séance as a whole. */
  readonly irregularities: readonly ActIrregularity[];
  /** Of the affair (`affair` is its key in the record), and those of the record as a whole (null). */
  readonly disagreements: readonly Disagreement[];
  /** Null: as it is known now. */
  readonly asKnown: AsKnown | null;
  /** Revision of the affair's stream, -1 when it has none yet. */
  readonly revision: number;
  readonly freshness: Freshness;
}

/** How far the paper of an affair is, from the agenda to its number. */
export interface AffairPaper {
  readonly affair: string;
  readonly key: string;
  readonly order: number | null;
  readonly subject: string;
  readonly outcome: Outcome | null;
  readonly number: string | null;
  /** Null: none was submitted. */
  readonly report: {
    readonly version: number;
    readonly rapporteur: Report['rapporteur'];
    readonly classification: string | null;
    readonly delegation: string | null;
    readonly hasText: boolean;
    /** Of the operative part; null: not known. */
    readonly articles: number | null;
  } | null;
  readonly annexes: readonly Annex[] | null;
  /** Revision of the affair's stream, -1 when it has none yet. */
  readonly revision: number;
}

/** The affairs of a séance's agenda, as it has them, each with how far its paper is. */
export interface SessionPapers {
  readonly items: readonly AffairPaper[];
  readonly freshness: Freshness;
}

/** A séance on whose agenda an affair stood, and which did not decide it. */
export interface EarlierSession {
  readonly session: string;
  readonly date: string;
  readonly status: SessionStatus;
  readonly order: number | null;
  /** Postponed; null: it was not dealt with. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
}

/** One event of the audit trail. */
export interface AuditEntry {
  readonly ordinal: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** When it was true. */
  readonly occurredAt: OccurredAt;
  /** When the register learned it: its clock, which never runs back. */
  readonly recordedAt: string;
  readonly source: EventSource | null;
  readonly session: string | null;
  readonly affair: string | null;
  /** What happened, in one French sentence. */
  readonly sentence: string;
  /** Ordinal of the event that this one corrects or revises. */
  readonly corrects: number | null;
  /** Ordinal of a later event that corrects this one. */
  readonly correctedBy: number | null;
  readonly irregularities: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly found: string;
  }[];
}

/** A part of a span of time, both ends included, and how many events it holds: instants (UTC), or days. */
export interface HistoryBucket {
  readonly from: string;
  readonly until: string;
  readonly count: number;
}

/** How the events that a filter finds are spread over time, and what the history can be filtered by. */
export interface HistorySummary {
  readonly by: 'recorded' | 'occurred';
  readonly total: number;
  /** Parts of the same length, in order. */
  readonly buckets: readonly HistoryBucket[];
  /** By the days on which things were true: how many say no day. */
  readonly undated: number;
  /** Types and actors of the whole history, whatever the filter. */
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly freshness: Freshness;
}

/** Where words that were asked for stand in a text: pieces of it in order, those found marked. */
export interface SearchSnippet {
  readonly part: 'number' | 'subject' | 'names' | 'articles' | 'text';
  readonly pieces: readonly { readonly text: string; readonly found: boolean }[];
}

/** An affair that a search found. */
export interface SearchHit {
  readonly affair: string;
  readonly number: string | null;
  readonly subject: string;
  readonly classification: string | null;
  readonly outcome: Outcome | null;
  readonly session: string;
  readonly sessionStatus: SessionStatus;
  readonly date: string;
  readonly body: string;
  readonly bodyName: string;
  /** False: the report is long, stands in the file store, and was not searched. */
  readonly isWhole: boolean;
  /** What the member asked for is to the act; null: none was asked for. */
  readonly memberAs: readonly MemberPart[] | null;
  readonly snippets: readonly SearchSnippet[];
}

/** What a member may be to an act. Votes are those by name, in ballots that were neither secret nor void. */
export type MemberPart = 'rapporteur' | 'voter' | 'recused' | 'chair';

export interface SearchPage extends Page<SearchHit> {
  /** How many there are in all; not exact: at least so many. Null: told on the first page only. */
  readonly total: { readonly count: number; readonly isExact: boolean } | null;
  /** How many reports of the register no search looks into: they stand in the file store. */
  readonly notIndexed: { readonly reports: number };
}

/** What a closed séance tells of a member. */
export interface MemberSession extends Omit<MemberAtSession, 'votes' | 'name'> {
  readonly session: string;
  readonly date: string;
  readonly body: string;
  readonly bodyName: string;
}

/** Over all closed séances; what nobody says is counted as unknown. */
export interface MemberTotals {
  readonly sessions: { readonly [status in Attendance['status'] | 'unknown']: number };
  readonly affairs: { readonly [was in AtAffair]: number };
  readonly proxies: {
    readonly given: number;
    readonly borne: number;
    /** Séances of which nobody says whether there were any. */
    readonly unknownSessions: number;
  };
  /** By name, in ballots that were not secret. */
  readonly votes: { readonly [choice in Choice]: number };
}

/** A member's record: presence, proxies and recusals, séance by séance, the latest first. */
export interface MemberRecord extends Page<MemberSession> {
  readonly ref: string;
  readonly name: string | null;
  readonly mandates: readonly Mandate[];
  /** The register's clock when the first of these séances became known by its closing; null: none has. */
  readonly knownSince: string | null;
  /** Null: as it is known now. */
  readonly asKnown: PointOfLog | null;
  readonly totals: MemberTotals;
}

/** A seat that a member is known to hold, or to have held; null: not known. */
export interface Mandate {
  readonly body: string;
  readonly bodyName: string;
  /** The last one that is known. */
  readonly office: string | null;
  readonly group: string | null;
  readonly from: string | null;
  /** Last day in office. */
  readonly until: string | null;
  /** ref of the titular; null for a titular. */
  readonly substituteOf: string | null;
}

/** One member in the list, over the closed séances that are asked about. */
export interface MemberLine {
  readonly ref: string;
  readonly name: string | null;
  readonly mandates: readonly Mandate[];
  readonly sessions: MemberTotals['sessions'];
}

/** A public vote of a member, or one that the member cast for another. */
export interface MemberVote extends NamedVote {
  readonly session: string;
  readonly date: string;
  readonly body: string;
  readonly number: string | null;
  readonly subject: string | null;
}

/** What the law asks after a séance. */
export type AskedKind = 'list' | 'minutes' | 'publication' | 'transmission';

/** That, and the préfet’s acknowledgement, which no article asks for (R25). */
export type DelayKind = AskedKind | 'acknowledgement';

/** Affairs by outcome; `unknown`: the closed séance does not say. */
export type OutcomeFigures = { readonly [outcome in Outcome | 'unknown']: number } & {
  /** Of those adopted: all expressed votes agreed (R18). */
  readonly unanimous: number;
  /** Of those adopted: not all agreed. Of the rest of them it is not known, or they were elections. */
  readonly divided: number;
};

/** A time that the law leaves, in days. */
export interface LegalLimit {
  readonly days: number;
  readonly article: string;
  /** It binds individual decisions only, and the register does not know whether an act is one. */
  readonly onlyIfIndividual: boolean;
}

/** How long something took after a séance, and whether that was in time. The first six exclude each other. */
export interface DelayFigures {
  readonly kind: DelayKind;
  readonly inTime: number;
  readonly late: number;
  /** Done on a day that is known, where the law sets no last day. */
  readonly withoutLimit: number;
  /** Not recorded as done, and its last day is over. */
  readonly overdue: number;
  /** Not recorded as done, and its last day is not over, or the law sets none. */
  readonly pending: number;
  /** Done on a day that is not known, or left out by the source. */
  readonly unknown: number;
  /** Those that the law in force on the séance’s day set; [] where it set none, or none is known. */
  readonly limits: readonly LegalLimit[];
  /** How many took how many days, of what is done on a known day; the shortest first. */
  readonly days: readonly { readonly days: number; readonly count: number }[];
}

/** Séances by how they went; `notQuorate` and `held` exclude each other. */
export interface SessionCounts {
  readonly held: number;
  /** Could not open for want of a quorum (R8). */
  readonly notQuorate: number;
  /** Of both: on a second convocation. */
  readonly secondConvocation: number;
  /** Of both: nobody says whether it was one. */
  readonly secondConvocationUnknown: number;
}

/**
 * Seats of the séances that were held, séance by séance. Who came at any time is present; who did not and gave a proxy
 * is represented.
 */
export interface AttendanceFigures {
  readonly present: number;
  /** Of those present: at a distance. */
  readonly remote: number;
  /** Of those present: nobody says whether in the room or at a distance. */
  readonly modeUnknown: number;
  readonly represented: number;
  readonly excused: number;
  readonly absent: number;
  /** Seats of which nobody says whether they were held. */
  readonly unknown: number;
  /** Séances of which the number of members in office is not known: seats that are not named are then not counted. */
  readonly inOfficeUnknown: number;
  /** Present, among present, represented, excused and absent; null: nothing is known. */
  readonly rate: number | null;
}

/** Who took part in ballots, of those that were closed and not voided. */
export interface TurnoutFigures {
  readonly ballots: number;
  /** Those of which both the roll and who voted are known: `roll` and `voted` are of these. */
  readonly counted: number;
  readonly unknown: number;
  readonly roll: number;
  readonly voted: number;
  readonly rate: number | null;
  /** The same of the votes expressed (for and against, or for a candidate: R14). */
  readonly expressedCounted: number;
  readonly expressedRoll: number;
  readonly expressed: number;
  readonly expressedRate: number | null;
}

/** Subsidies of adopted acts that nothing undid. */
export interface SubsidyFigures {
  /** Euros, two decimals. */
  readonly amount: string;
  readonly acts: number;
  /** Adopted acts of which nobody says whether they grant any. */
  readonly unknownActs: number;
}

/** Figures of one body in one year or month. A rate is of what is known; null: nothing is. */
export interface StatsLine {
  readonly body: string;
  readonly bodyName: string;
  readonly year: number;
  /** 1 to 12; null: the whole year. */
  readonly month: number | null;
  readonly sessions: SessionCounts;
  readonly attendance: AttendanceFigures;
  readonly participation: TurnoutFigures & {
    /** By how the vote was taken; null: not known. */
    readonly methods: readonly (TurnoutFigures & { readonly method: BallotMethod | null })[];
  };
  readonly outcomes: OutcomeFigures;
  /** Those recorded with a reason, by the rule that was broken, and what that rule says (in French; null: it is none of ours). */
  readonly irregularities: readonly {
    readonly rule: string;
    readonly words: string | null;
    readonly count: number;
  }[];
  readonly delays: readonly DelayFigures[];
  readonly subsidies: SubsidyFigures;
}

/** A séance that was held, in figures. */
export interface SessionFiguresLine {
  readonly session: string;
  readonly body: string;
  readonly bodyName: string;
  readonly date: string;
  readonly inOffice: number | null;
  readonly attendance: AttendanceFigures;
}

/** What was done too late, or is not recorded as done and its last day is over. */
export interface LateLine {
  readonly kind: DelayKind;
  readonly session: string;
  readonly date: string;
  readonly body: string;
  readonly bodyName: string;
  /** The act; null: the séance as a whole. */
  readonly affair: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  readonly due: string;
  /** Null: it is not recorded as done. */
  readonly done: string | null;
  /** Late only if the act is an individual decision. */
  readonly onlyIfIndividual: boolean;
}

export interface Stats {
  /** The day on which what is not done is late or not. */
  readonly on: string;
  readonly by: 'year' | 'month';
  /** The latest year or month first. */
  readonly items: readonly StatsLine[];
  /** By the first level of the classification; null: none is known. */
  readonly subjects: readonly {
    readonly classification: string | null;
    readonly outcomes: OutcomeFigures;
    readonly subsidies: SubsidyFigures;
  }[];
  /** The latest séances that were held, in order, at most 60. */
  readonly sessions: readonly SessionFiguresLine[];
  readonly sessionsLeftOut: number;
  /** The latest first, at most 100. */
  readonly late: readonly LateLine[];
  readonly lateLeftOut: number;
  /** The largest first, at most 100. */
  readonly beneficiaries: readonly {
    readonly beneficiary: string;
    readonly year: number;
    /** Euros, two decimals. */
    readonly amount: string;
    readonly acts: number;
  }[];
  readonly beneficiariesLeftOut: number;
  readonly freshness: Freshness;
}

/** What is to be done after a séance and is not recorded as done. */
export interface DelayLine {
  readonly kind: AskedKind;
  readonly session: string;
  /** The act; null: the séance as a whole. */
  readonly affair: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  readonly date: string;
  readonly bodyName: string;
  /** What is to be done, in French. */
  readonly what: string;
  /** The last day; null: the law sets none, or its beginning is not known. */
  readonly due: string | null;
  /** The last day, were the act an individual decision: the register does not know whether it is. */
  readonly dueIfIndividual: string | null;
  readonly late: boolean;
  readonly rule: string;
  readonly article: string;
  /** The imported record that is silent on it: it may have been done. Null: the séance was entered here. */
  readonly record: string | null;
}

/** Something that must follow from an event and has not yet. */
export interface DueWork {
  readonly process: string;
  /** What it is about: a séance's id, a ballot's, `séance/ballot` for a voting to open, `affair/content` for an erasure. */
  readonly subject: string;
  /** Ordinal of the event that it follows from. */
  readonly ordinal: number;
}

/** One authority in a list. */
export interface AuthorityLine {
  readonly key: string;
  /** Null while it is not known: its log is not read yet, or does not say. */
  readonly name: string | null;
}

/** How far one read model is. */
export interface ReadModelStatus {
  readonly name: string;
  readonly version: number;
  /** Ordinal of the last event taken into account; null: none yet. */
  readonly ordinal: number | null;
  /** How many events that this node has read are not taken into account. */
  readonly lag: number;
  readonly halted: Freshness['halted'];
}

/** How the read models of one authority do on this node. */
export interface ProjectionStatus {
  readonly authority: string;
  readonly models: readonly ReadModelStatus[];
  /** Whether the end of the log was reached and what is appended is followed. */
  readonly live: boolean;
  /**
   * What keeps them from going on. `log-shorter`: the store was restored to an earlier state, and an operator decides
   * whether to rebuild; `fault`: tried again by itself.
   */
  readonly trouble: { readonly kind: 'log-shorter' | 'fault'; readonly message: string } | null;
  /** Set while a new file is built; `total` is an estimate, null: unknown. */
  readonly rebuild: { readonly done: number; readonly total: number | null } | null;
  /** The thread that projects: how often it had to be started again, and why the last time. */
  readonly crashes: { readonly count: number; readonly last: string | null };
}

export type { Quorum };
