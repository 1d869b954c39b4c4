import type { AffairPaper } from '@registre/projections';

/** A form about the paper of an affair. */
export interface FormOfPaper {
  readonly authority: string;
  readonly session: string;
  readonly paper: AffairPaper;
  readonly done: () => void;
}
