/** Two moments, and perhaps one body; null: the beginning of the register, now, and all of them. */
export interface Asked {
  readonly from: string | null;
  readonly until: string | null;
  readonly body: string | null;
}
