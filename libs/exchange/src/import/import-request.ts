import type { CommandContext } from '@registre/deliberation';
import type { RecordFolder } from '../checks/record-folder.js';
import type { Commands, Stores } from './scratch-commands.js';

/** The register that a record is imported into. */
export interface Register extends Stores {
  /** The bus on which the domain's handlers are registered. */
  readonly commands: Commands;
}

export interface ImportRequest {
  /** The record's JSON text, in UTF-8. */
  readonly bytes: Uint8Array;
  /** Where the files that it names are; null: it came alone. */
  readonly folder: RecordFolder | null;
  /** Who imports: told by the import's last word, RecordImported. */
  readonly context: Pick<CommandContext, 'actor' | 'correlationId'>;
  /** Take what is irregular as the source proclaims it, each disagreement recorded. */
  readonly asProclaimed: boolean;
  /** Record what a later revision says otherwise as corrections; absent: its differences are only listed. */
  readonly asCorrection?: boolean;
  /** Told after each step. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

export interface ImportedRecord {
  readonly authority: string;
  readonly record: string;
  readonly revision: number;
  /** Id of the séance. */
  readonly session: string;
  readonly affairs: readonly { readonly key: string; readonly affair: string }[];
  /** How many disagreements are recorded with it. */
  readonly disagreements: number;
  /** How many corrections a later revision was recorded as. */
  readonly corrections: number;
  /** Whether it stood in the register already, so that nothing was written. */
  readonly already: boolean;
}
