/** Counts that a source itself states; null where it does not. None is deduced from names. */
export interface Stated {
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
