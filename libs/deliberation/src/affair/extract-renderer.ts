import type { Irregularity } from '../command/irregularity.js';
import type { SessionState } from '../session/session.js';
import type { AffairState, CertifiedExtract } from './affair.js';
import type { FileReference } from './file-reference.js';

/** All that the extract of one affair is printed from. */
export interface ExtractSubject {
  readonly authority: string;
  readonly affair: string;
  readonly sheet: number | null;
  readonly session: SessionState;
  readonly paper: AffairState;
  /** What was irregular when its number was taken. */
  readonly ofNumber: readonly Irregularity[];
}

/** What the certification says. */
export type Certification = Pick<CertifiedExtract, 'formula' | 'signatory' | 'certifiedOn'>;

/** The three contents of an extract, as they stand in the file store. */
export interface RenderedExtract {
  readonly template: FileReference;
  readonly variables: FileReference;
  readonly text: FileReference;
}

/** Prints extracts; the documents' side knows how. */
export abstract class ExtractRenderer {
  /** Prints and stores: the template's bytes, the variables, the text. */
  abstract render(
    subject: ExtractSubject,
    template: string,
    certification: Certification,
  ): Promise<RenderedExtract>;
}
