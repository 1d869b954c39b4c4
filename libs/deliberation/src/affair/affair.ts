import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { MayBeIrregular } from '../command/irregularity.js';

/** A content kept in the file store, named by the hash of salt and bytes. */
export interface FileReference {
  /** SHA-256 of salt ‖ bytes, hexadecimal: its name in the store. */
  readonly id: string;
  /** Sixteen random bytes, base64. */
  readonly salt: string;
  /** Length in bytes. */
  readonly size: number;
}

export interface BudgetLine {
  /** Euros, two decimals, e.g. `75000.00`. */
  readonly amount: string;
  readonly currency: 'EUR';
  readonly year: number;
  readonly section: 'fonctionnement' | 'investissement' | null;
  readonly chapter: string | null;
  readonly function: string | null;
  readonly nature: string | null;
  readonly policy: string | null;
}

export interface Subsidy {
  readonly beneficiary: string;
  readonly siret: string | null;
  readonly rna: string | null;
  /** Euros, two decimals. */
  readonly amount: string;
  /** Share of the budget of what is subsidised: 0.1453 for 14.53 %. */
  readonly shareOfBudget: number | null;
  readonly agreementDate: string | null;
}

/** The report and what it proposes to decide. null: unknown; []: none. */
export interface Report {
  readonly subject: string;
  readonly classification: string | null;
  readonly references: readonly { readonly system: string; readonly id: string }[] | null;
  readonly rapporteur: { readonly member: string | null; readonly role: string | null } | null;
  readonly delegation: string | null;
  /** The text; one above 64 KiB stands in the file store. */
  readonly text: string | FileReference | null;
  readonly format: 'text' | 'markdown';
  readonly citations: readonly string[] | null;
  readonly recitals: readonly string[] | null;
  readonly articles: readonly { readonly label: string | null; readonly text: string }[] | null;
  readonly budget: readonly BudgetLine[] | null;
  readonly subsidies: readonly Subsidy[] | null;
}

export interface Annex {
  readonly title: string;
  readonly file: FileReference | null;
  /** SHA-256 of the file's bytes where known, hexadecimal. */
  readonly sha256: string | null;
}

export interface Signatory {
  readonly member: string | null;
  readonly office: string | null;
  readonly remit: readonly string[] | null;
}

/** A certified extract: frozen. The three contents are in the file store, named by hash. */
export interface CertifiedExtract {
  readonly formula: string | null;
  readonly signatory: Signatory;
  readonly certifiedOn: string | null;
  readonly template: FileReference;
  readonly variables: FileReference;
  readonly text: FileReference;
}

export type AffairEvent =
  | {
      readonly type: 'ReportSubmitted';
      readonly data: {
        readonly session: string;
        readonly report: Report;
        /** [] none so far; null: unknown. */
        readonly annexes: readonly [] | null;
      } & MayBeIrregular;
    }
  | {
      readonly type: 'ReportRevised';
      readonly data: { readonly report: Report; readonly reason: string | null } & MayBeIrregular;
    }
  | { readonly type: 'AnnexAttached'; readonly data: Annex & MayBeIrregular }
  | {
      readonly type: 'AffairNumbered';
      readonly data: { readonly session: string; readonly number: string } & MayBeIrregular;
    }
  | {
      readonly type: 'ExtractCertified';
      readonly data: CertifiedExtract & { readonly session: string } & MayBeIrregular;
    };

export interface AffairState {
  readonly session: string | null;
  readonly report: Report | null;
  /** How many reports there were: 0 none, 1 as submitted, 2 revised once… */
  readonly reportVersion: number;
  readonly annexes: readonly Annex[] | null;
  readonly number: string | null;
  readonly extract: CertifiedExtract | null;
}

export const affairAggregate: Aggregate<AffairState, AffairEvent> = {
  initial: { session: null, report: null, reportVersion: 0, annexes: null, number: null, extract: null },
  evolve(state, event) {
    switch (event.type) {
      case 'ReportSubmitted': {
        const { session, report, annexes } = event.data;
        return { ...state, session, report, reportVersion: 1, annexes: state.annexes ?? annexes };
      }
      case 'ReportRevised':
        return { ...state, report: event.data.report, reportVersion: state.reportVersion + 1 };
      case 'AnnexAttached': {
        const { title, file, sha256 } = event.data;
        return { ...state, annexes: [...(state.annexes ?? []), { title, file, sha256 }] };
      }
      case 'AffairNumbered':
        return { ...state, session: event.data.session, number: event.data.number };
      case 'ExtractCertified': {
        const { session, irregularities: _, ...extract } = event.data;
        return { ...state, session, extract };
      }
      default:
        return unhandled(event);
    }
  },
};
