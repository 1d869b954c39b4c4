import type { BodyDetails } from '@registre/projections';

/** A body, for the parts of its page. */
export interface OfBody {
  readonly authority: string;
  readonly body: BodyDetails;
}

/** A form about a body, in a dialog. */
export interface FormOfBody extends OfBody {
  readonly done: () => void;
}
