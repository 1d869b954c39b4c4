/**
 * A session record as it is read (format session-record/1): every property is there, null where the source does not
 * say, [] where it says that there is none. The schema beside this file says what each property means.
 */
export interface SessionRecord {
  readonly format: 'session-record/1';
  readonly id: string;
  readonly revision: number;
  readonly source: RecordSource | null;
  readonly authority: RecordAuthority;
  readonly body: RecordBody;
  readonly session: RecordSession;
  readonly affairs: readonly RecordAffair[];
}

export interface RecordSource {
  readonly title: string;
  readonly uri: string | null;
  readonly sha256: string | null;
}

export interface RecordAuthority {
  readonly key: string;
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly kind:
    'commune' | 'metropole' | 'epci' | 'departement' | 'region' | 'syndicat' | 'ccas' | 'other' | null;
  readonly population: number | null;
  readonly department: string | null;
  readonly timezone: string;
}

export interface RecordBody {
  readonly key: string;
  readonly name: string;
  readonly kind: 'council' | 'bureau' | 'committee' | 'other';
  readonly membersInOffice: number | null;
  readonly members: readonly RecordMember[] | null;
  readonly template: string | null;
}

export interface RecordMember {
  readonly ref: string;
  readonly givenName: string | null;
  readonly familyName: string;
  readonly civility: 'Madame' | 'Monsieur' | null;
  readonly formOfAddress: string | null;
  readonly office: string | null;
  readonly group: string | null;
  readonly birthDate: string | null;
  readonly mandateFrom: string | null;
  readonly mandateUntil: string | null;
  readonly substituteOf: string | null;
}

export interface RecordSession {
  readonly date: string;
  readonly kind: 'ordinary' | 'extraordinary' | null;
  readonly public: boolean | null;
  readonly place: string | null;
  readonly convenedOn: string | null;
  readonly urgency: { readonly reason: string | null; readonly confirmed: boolean | null } | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly secondConvocation: boolean | null;
  readonly secondConvocationOf: string | null;
  readonly held: boolean | null;
  readonly chair: string | null;
  readonly chairs: readonly RecordChair[] | null;
  readonly secretaries: readonly string[] | null;
  readonly stated: RecordStated | null;
  readonly attendance: readonly RecordAttendance[] | null;
  readonly attendanceComplete: boolean | null;
  readonly proxies: readonly RecordProxy[] | null;
  readonly movements: readonly RecordMovement[] | null;
  readonly corrections: readonly RecordCorrection[] | null;
  readonly closedDoors: readonly RecordClosedDoors[] | null;
  readonly suspensions: readonly { readonly from: Moment | null; readonly until: Moment | null }[] | null;
  readonly ballots: readonly RecordBallot[] | null;
  readonly listPostedOn: string | null;
  readonly minutes: RecordMinutes | null;
}

/** A point of the séance: its local time, its place among the affairs, or both. */
export interface Moment {
  readonly at: string | null;
  readonly beforeAffair: string | null;
  readonly afterAffair: string | null;
  readonly duringAffair: string | null;
}

export interface RecordChair {
  readonly member: string;
  readonly fromAffair: string;
  readonly untilAffair: string;
  readonly reason: string | null;
}

export interface RecordStated {
  readonly inOffice: number | null;
  readonly present: number | null;
  readonly represented: number | null;
  readonly excused: number | null;
  readonly absent: number | null;
  readonly voters: number | null;
  readonly quorumRequired: number | null;
  readonly quorumReached: boolean | null;
  readonly substitutesPresent: number | null;
}

export type AttendanceStatus = 'present' | 'excused' | 'absent' | 'represented';

export interface RecordAttendance {
  readonly member: string;
  readonly status: AttendanceStatus;
  readonly mode: 'in-person' | 'remote' | null;
}

export interface RecordProxy {
  readonly giver: string;
  readonly bearer: string | null;
  readonly from: Moment | null;
  readonly until: Moment | null;
  readonly givenOn: string | null;
  readonly reason: 'illness' | 'maternity' | 'other' | null;
}

export interface RecordMovement {
  readonly member: string;
  readonly kind: 'arrived' | 'left' | 'installed' | 'resigned';
  readonly when: Moment | null;
  readonly reason: string | null;
}

export interface RecordCorrection {
  readonly on: string | null;
  readonly member: string;
  readonly status: AttendanceStatus;
  readonly note: string | null;
}

export interface RecordClosedDoors {
  readonly from: Moment | null;
  readonly until: Moment | null;
  readonly requestedBy: readonly string[] | null;
  readonly reason: string | null;
}

export interface RecordMinutes {
  readonly adoptedOn: string | null;
  readonly publishedOn: string | null;
  readonly text: string | null;
}

export interface RecordAffair {
  readonly key: string;
  readonly order: number | null;
  readonly number: string | null;
  readonly sheet: number | null;
  readonly subject: string | null;
  readonly classification: string | null;
  readonly references: readonly { readonly system: string; readonly id: string }[] | null;
  readonly calledAt: string | null;
  readonly stated: RecordStated | null;
  readonly rapporteur: { readonly member: string | null; readonly role: string | null } | null;
  readonly delegation: string | null;
  readonly report: string | null;
  readonly reportFormat: 'text' | 'markdown';
  readonly citations: readonly string[] | null;
  readonly recitals: readonly string[] | null;
  readonly articles: readonly { readonly label: string | null; readonly text: string }[] | null;
  readonly budget: readonly RecordBudgetLine[] | null;
  readonly subsidies: readonly RecordSubsidy[] | null;
  readonly annexes: readonly RecordAnnex[] | null;
  readonly debate: string | null;
  readonly recusals: readonly RecordRecusal[] | null;
  readonly ballotRequest: RecordBallotRequest | null;
  readonly ballots: readonly RecordBallot[] | null;
  readonly decidingBallots: readonly number[] | null;
  readonly outcome: 'adopted' | 'rejected' | 'postponed' | 'withdrawn' | 'noted' | null;
  readonly outcomeReason: string | null;
  readonly proclaimed: string | null;
  readonly extract: RecordExtract | null;
  readonly transmission: RecordTransmission | null;
  readonly publication: RecordPublication | null;
  readonly fates: readonly RecordFate[] | null;
}

export interface RecordBudgetLine {
  readonly amount: string;
  readonly currency: 'EUR';
  readonly year: number;
  readonly section: 'fonctionnement' | 'investissement' | null;
  readonly chapter: string | null;
  readonly function: string | null;
  readonly nature: string | null;
  readonly policy: string | null;
}

export interface RecordSubsidy {
  readonly beneficiary: string;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly amount: string;
  readonly shareOfBudget: number | null;
  readonly agreementDate: string | null;
}

export interface RecordAnnex {
  readonly title: string;
  readonly file: string | null;
  readonly sha256: string | null;
}

export interface RecordRecusal {
  readonly member: string;
  readonly ground: 'personal-interest' | 'designated-representative' | null;
  readonly left: boolean | null;
  readonly note: string | null;
}

export interface RecordBallotRequest {
  readonly method: 'roll-call' | 'secret';
  readonly requestedBy: readonly string[] | null;
  readonly count: number | null;
}

export interface RecordCounts {
  readonly for: number | null;
  readonly against: number | null;
  readonly abstentions: number | null;
  readonly notTakingPart: number | null;
}

export interface RecordNamed {
  readonly for: readonly string[] | null;
  readonly against: readonly string[] | null;
  readonly abstentions: readonly string[] | null;
  readonly notTakingPart: readonly string[] | null;
}

export interface RecordCandidate {
  readonly member: string | null;
  readonly name: string | null;
  readonly votes: number | null;
  readonly elected: boolean | null;
  readonly seats: number | null;
  readonly persons: readonly string[] | null;
}

export interface RecordBallot {
  readonly question: string | null;
  readonly method: 'show-of-hands' | 'roll-call' | 'secret' | null;
  readonly secrecyWaived: boolean | null;
  readonly round: number | null;
  readonly roll: number | null;
  readonly counts: RecordCounts | null;
  readonly named: RecordNamed | null;
  readonly found: number | null;
  readonly blank: number | null;
  readonly nullVotes: number | null;
  readonly blankOrNull: number | null;
  readonly expressed: number | null;
  readonly majority: number | null;
  readonly candidates: readonly RecordCandidate[] | null;
  readonly outcome: 'adopted' | 'rejected' | 'elected' | 'no-majority' | null;
  readonly proclaimed: string | null;
}

export interface RecordExtract {
  readonly formula: string | null;
  readonly signatory: {
    readonly member: string | null;
    readonly office: string | null;
    readonly remit: readonly string[] | null;
  };
  readonly certifiedOn: string | null;
}

export interface RecordTransmission {
  readonly on: string | null;
  readonly identifier: string | null;
  readonly acknowledgedOn: string | null;
}

export interface RecordPublication {
  readonly on: string | null;
  readonly media: readonly ('website' | 'posting' | 'paper')[] | null;
  readonly masked: boolean | null;
}

export interface RecordFate {
  readonly kind:
    'material-error' | 'rectified' | 'vote-rectified' | 'withdrawn' | 'repealed' | 'replaced' | 'annulled';
  readonly on: string | null;
  readonly effectiveFrom: string | null;
  readonly byNumber: string | null;
  readonly by: string | null;
  readonly note: string | null;
  readonly counts: RecordCounts | null;
}
