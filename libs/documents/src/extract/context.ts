import type {
  AuthorityKind,
  BallotMethod,
  BallotOutcome,
  BodyKind,
  Cell,
  ConvenedSession,
  Counts,
  Member,
  Outcome,
  Report,
} from '@registre/deliberation';
import type { LocalDate } from '@registre/platform';

/**
 * The variables that a template receives for the extract of one affair, as `extract-context.schema.json` describes
 * them. Every variable is there: null means unknown, an empty list means none.
 */
export interface ExtractContext {
  readonly authority: AuthorityContext;
  readonly body: BodyContext;
  readonly session: SessionContext;
  readonly affair: AffairContext;
  /** Null: a draft. */
  readonly extract: CertificationContext | null;
}

/** Local time of the authority's zone, `YYYY-MM-DDTHH:MM`. */
type LocalDateTime = string;

export interface AuthorityContext {
  readonly key: string;
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly kind: AuthorityKind | null;
  readonly department: string | null;
}

export interface BodyContext {
  readonly key: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly membersInOffice: number | null;
}

export interface Person extends Omit<Member, 'birthDate'> {
  readonly fullName: string;
}

export interface SessionContext {
  readonly date: LocalDate;
  readonly dateLong: string;
  readonly kind: ConvenedSession['kind'];
  readonly public: boolean | null;
  readonly place: string | null;
  readonly convenedOn: LocalDate | null;
  readonly convenedOnLong: string | null;
  readonly openedAt: LocalDateTime | null;
  readonly openedAtLong: string | null;
  readonly closedAt: LocalDateTime | null;
  readonly closedAtLong: string | null;
  readonly secondConvocation: boolean | null;
  /** Who presided at the opening. */
  readonly chair: Person | null;
  readonly secretaries: readonly Person[] | null;
}

/** The paper: what was submitted. */
export interface ReportContext {
  readonly subject: string;
  readonly classification: string | null;
  readonly references: Report['references'];
  readonly rapporteur: { readonly member: Person | null; readonly role: string | null } | null;
  readonly delegation: string | null;
  readonly report: string | null;
  readonly reportFormat: Report['format'];
  readonly citations: readonly string[] | null;
  readonly recitals: readonly string[] | null;
  readonly articles: Report['articles'];
}

export interface RecusalContext {
  readonly member: Person;
  readonly ground: 'personal-interest' | 'designated-representative' | null;
  readonly left: boolean | null;
}

/** Who is there when the affair is put into discussion, named or only counted. */
export interface PresenceContext {
  readonly present: readonly Person[] | null;
  readonly represented: readonly Person[] | null;
  readonly excused: readonly Person[] | null;
  readonly absent: readonly Person[] | null;
  readonly recused: readonly RecusalContext[] | null;
  readonly proxies: readonly { readonly giver: Person; readonly bearer: Person }[] | null;
  readonly presentCount: number | null;
  readonly representedCount: number | null;
  readonly excusedCount: number | null;
  readonly absentCount: number | null;
  readonly voterCount: number | null;
  readonly quorum: {
    readonly inOffice: number | null;
    readonly required: number | null;
    readonly present: number | null;
    readonly reached: boolean | null;
  };
}

export interface AffairContext extends ReportContext, PresenceContext {
  readonly key: string;
  readonly order: number | null;
  readonly number: string | null;
  readonly sheet: number | null;
  readonly annexes: readonly { readonly title: string; readonly sha256: string | null }[] | null;
  /** Who presides over this affair. */
  readonly chair: Person | null;
  readonly ballots: readonly BallotContext[] | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: string | null;
  readonly resultLong: string | null;
  readonly proclaimed: string | null;
}

export interface BallotContext {
  readonly question: string | null;
  readonly method: BallotMethod | null;
  readonly methodLong: string | null;
  readonly secrecyWaived: boolean | null;
  readonly round: number | null;
  readonly deciding: boolean;
  /** Number of voters. */
  readonly roll: number | null;
  readonly counts: Counts;
  readonly expressed: number | null;
  /** Always null in a secret ballot (R17). */
  readonly named: { readonly [cell in Cell]: readonly Person[] | null };
  readonly found: number | null;
  readonly blank: number | null;
  readonly nullVotes: number | null;
  readonly blankOrNull: number | null;
  readonly candidates:
    | readonly { readonly name: string; readonly votes: number | null; readonly elected: boolean | null }[]
    | null;
  readonly castingVote: boolean | null;
  readonly result: BallotOutcome | null;
  readonly resultLong: string | null;
  readonly proclaimed: string | null;
  readonly deduced: readonly Cell[];
}

export interface CertificationContext {
  readonly formula: string | null;
  readonly signatory: {
    readonly fullName: string | null;
    readonly office: string | null;
    readonly remit: readonly string[] | null;
  };
  readonly certifiedOn: LocalDate | null;
  readonly certifiedOnLong: string | null;
}
