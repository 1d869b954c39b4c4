/** How a vote is taken (R16). */
export const BALLOT_METHODS = ['show-of-hands', 'roll-call', 'secret'] as const;
export type BallotMethod = (typeof BALLOT_METHODS)[number];

/** What a voter may say; `not-taking-part` is NPPV: not an abstention, not an absence (R19). */
export const CHOICES = ['for', 'against', 'abstention', 'not-taking-part'] as const;
export type Choice = (typeof CHOICES)[number];

export const CELLS = ['for', 'against', 'abstentions', 'notTakingPart'] as const;
export type Cell = (typeof CELLS)[number];

/** Votes by choice; a cell that is not known is null, never 0 (R22). */
export type Counts = { readonly [cell in Cell]: number | null };

/** Whose vote it is, by choice: the giver's ref for a vote by proxy. null where nobody is named. */
export type Named = { readonly [cell in Cell]: readonly string[] | null };

/** The choice that « the rest » made, where those who voted otherwise were counted or named. */
export const RESTS = ['for', 'against'] as const;
export type Rest = (typeof RESTS)[number];

export interface Candidate {
  /** ref of a member of the body; null for a list or a person from outside. */
  readonly member: string | null;
  readonly name: string | null;
}

export interface CandidateVotes extends Candidate {
  readonly votes: number | null;
  /** As the source or the chair declares; null where nothing is said. */
  readonly elected: boolean | null;
  /** Seats that a list obtains (R16). */
  readonly seats: number | null;
  /** refs of the members of the body elected from a list. */
  readonly persons: readonly string[] | null;
}

/** The papers of a secret ballot (R17); null where nobody says. */
export interface Papers {
  /** In the box. */
  readonly found: number | null;
  readonly blank: number | null;
  /** Nuls. */
  readonly nullVotes: number | null;
  /** Blank and null together, where only their sum is given. */
  readonly blankOrNull: number | null;
}

/** What the source itself says of the result's arithmetic; null where it does not. */
export interface StatedResult {
  /** Suffrages exprimés. */
  readonly expressed: number | null;
  /** Absolute majority. */
  readonly majority: number | null;
}

/** A seat that may vote in a ballot, and who votes for it: itself, or the bearer of its proxy. */
export interface RollSeat {
  readonly seat: string;
  /** Null: represented by someone whom the source does not name. */
  readonly voter: string | null;
}

/**
 * Who may vote in a ballot. `seats` null: nobody is named. `size` null: not known. `exact` false: recusals are
 * unknown, so the size is a ceiling, which counts that reach it prove.
 */
export interface Roll {
  readonly seats: readonly RollSeat[] | null;
  readonly size: number | null;
  readonly exact: boolean;
}

/** Whether every seat that may vote is named: those represented by an unknown proxy would be missing. */
export const namesAll = ({ seats, size }: Roll): boolean =>
  seats !== null && size !== null && seats.length >= size;

/** What a ballot gave. */
export interface Tally {
  readonly counts: Counts;
  /** Cells that nobody gave and that follow from the others (R22). */
  readonly deduced: readonly Cell[];
  readonly named: Named;
  readonly candidates: readonly CandidateVotes[] | null;
  /** Null: no papers were counted. */
  readonly papers: Papers | null;
  readonly stated: StatedResult | null;
  /** Suffrages exprimés: for + against, or the candidates' votes; null where unknown (R14). */
  readonly expressed: number | null;
}

export type BallotOutcome = 'adopted' | 'rejected' | 'elected' | 'no-majority';

/** The result by the rules of the séance's day. */
export interface ComputedResult {
  readonly outcome: BallotOutcome;
  /** All expressed votes agree (R18); null where it cannot be known, or in an election. */
  readonly unanimous: boolean | null;
  /** What settled it: the votes, the chair's voice in a tie (R15), the law on tied accounts (L1612-12), age (R16); null: not kept. */
  readonly basis: ResultBasis | null;
  /** Places, in the list of candidates, of those elected; null: a vote for or against, or not known. */
  readonly elected: readonly number[] | null;
}

export type ResultBasis = 'votes' | 'casting-vote' | 'tied-accounts' | 'age' | 'single-candidate';

/** The result in the source's or the chair's own words, kept apart from the computed one (R18). */
export interface DeclaredResult {
  readonly outcome: BallotOutcome | null;
  readonly proclaimed: string | null;
}

export const NO_COUNTS: Counts = { for: null, against: null, abstentions: null, notTakingPart: null };
export const NO_NAMES: Named = { for: null, against: null, abstentions: null, notTakingPart: null };
