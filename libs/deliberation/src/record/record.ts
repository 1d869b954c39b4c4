import { unhandled, type Aggregate } from '../command/aggregate.js';

export type RecordEvent =
  | {
      readonly type: 'RecordImported';
      readonly data: {
        readonly record: string;
        readonly revision: number;
        /** SHA-256 of the record's own JSON, hexadecimal. */
        readonly sha256: string;
        readonly source: {
          readonly title: string;
          readonly uri: string | null;
          readonly sha256: string | null;
        } | null;
        readonly session: string;
        readonly affairs: readonly { readonly key: string; readonly affair: string }[];
        /** How many disagreements were recorded with it. */
        readonly disagreements: number;
      };
    }
  | { readonly type: 'DisagreementRecorded'; readonly data: Disagreement };

/** A contradiction of a record with itself or with the rules, taken as the source proclaims it. */
export interface Disagreement {
  /** Number in the list of checks, e.g. `6`. */
  readonly check: string;
  /** Dotted path in the record. */
  readonly path: string;
  /** Code of the rule or check. */
  readonly rule: string;
  /** In French. */
  readonly message: string;
  /** Key of the affair concerned, if one is. */
  readonly affair: string | null;
}

export interface RecordState {
  /** The revision that was imported first: the ids of the séance and its affairs derive from it. */
  readonly firstRevision: number | null;
  readonly imported: {
    readonly revision: number;
    readonly sha256: string;
    readonly session: string;
    readonly affairs: readonly { readonly key: string; readonly affair: string }[];
    readonly disagreements: number;
  } | null;
  readonly disagreements: readonly Disagreement[];
}

export const recordAggregate: Aggregate<RecordState, RecordEvent> = {
  initial: { firstRevision: null, imported: null, disagreements: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'RecordImported': {
        const { revision, sha256, session, affairs, disagreements } = event.data;
        const firstRevision = state.firstRevision ?? revision;
        return { ...state, firstRevision, imported: { revision, sha256, session, affairs, disagreements } };
      }
      case 'DisagreementRecorded':
        return { ...state, disagreements: [...state.disagreements, event.data] };
      default:
        return unhandled(event);
    }
  },
};
