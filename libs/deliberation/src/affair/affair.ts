import type { LocalDate } from '@registre/platform';
import type { Counts } from '../ballot/tally.js';
import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { Irregularity, MayBeIrregular } from '../command/irregularity.js';
import type { FileReference } from './file-reference.js';

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

/** A transmission to the préfet (L2131-1, R25). */
export interface Transmission {
  readonly on: LocalDate | null;
  /** Identifier of the act in @CTES. */
  readonly identifier: string | null;
}

export const PUBLICATION_MEDIA = ['website', 'posting', 'paper'] as const;
export type PublicationMedium = (typeof PUBLICATION_MEDIA)[number];

export interface Publication {
  readonly on: LocalDate | null;
  /** Null: by what means is not known. */
  readonly media: readonly PublicationMedium[] | null;
  /** Whether personal data are masked in what was published (R27, CRPA L312-1-2). */
  readonly masked: boolean | null;
}

/** What became of an act later (R26): who did it, when, and from when on. */
export interface LaterAct {
  /** Date of the act or judgment that does it. */
  readonly on: LocalDate | null;
  /** First day of its effect, where it is another day. */
  readonly effectiveFrom: LocalDate | null;
  /** Number of the later act. */
  readonly byNumber: string | null;
  /** Id of the later affair, where the register holds it. */
  readonly byAffair: string | null;
  /** Who does it, e.g. the court. */
  readonly by: string | null;
  readonly note: string | null;
}

export const FATE_KINDS = [
  'material-error',
  'rectified',
  'vote-rectified',
  'withdrawn',
  'repealed',
  'replaced',
  'annulled',
] as const;
export type FateKind = (typeof FATE_KINDS)[number];

/** Fates that undo the act: nothing lawfully follows them (R26). */
export const UNDOING: readonly FateKind[] = ['withdrawn', 'replaced', 'annulled'];

/** A later fate of an act; the first version stays readable. */
export interface Fate extends LaterAct {
  readonly kind: FateKind;
  /** Of a corrected vote: the tally as corrected; null: not said, or another fate. */
  readonly counts: Counts | null;
}

export const CONTENT_KINDS = ['report', 'annex', 'extract'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** A content that was put into the file store. */
export interface StoredContent {
  readonly what: ContentKind;
  readonly file: FileReference;
}

/** A content that is taken out of the file store; that it was there stays known (R27). */
export interface Erasure {
  readonly what: ContentKind;
  /** Name of the content in the file store. */
  readonly content: string;
  /** The text of law, or the decision, that asks it. */
  readonly basis: string;
}

export const MENTION_KINDS = ['transmission', 'acknowledgement', 'publication', 'fate'] as const;
/** What the register mentions of an act after its séance. */
export type MentionKind = (typeof MENTION_KINDS)[number];

/** A mention that is struck out: it was a slip, what it tells did not happen or not so. It stays in the history. */
export interface StruckMention {
  readonly kind: MentionKind;
  /** Its rank among the mentions of its kind that stood, from 1 on, oldest first. */
  readonly place: number;
  /** Revision of the struck event. */
  readonly entry: number;
  readonly reason: string;
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
    }
  | { readonly type: 'TransmittedToPrefecture'; readonly data: Transmission & MayBeIrregular }
  | {
      /** The préfet's acknowledgement (AR): it proves, it is no condition (R25). */
      readonly type: 'TransmissionAcknowledged';
      readonly data: Transmission & MayBeIrregular;
    }
  | { readonly type: 'DeliberationPublished'; readonly data: Publication & MayBeIrregular }
  | {
      readonly type:
        | 'MaterialErrorCorrected'
        | 'DeliberationRectified'
        | 'DeliberationWithdrawn'
        | 'DeliberationRepealed'
        | 'DeliberationReplaced'
        | 'DeliberationAnnulled';
      readonly data: LaterAct & MayBeIrregular;
    }
  | {
      /** The vote as a later séance corrected it. */
      readonly type: 'VoteRectified';
      readonly data: LaterAct & { readonly counts: Counts } & MayBeIrregular;
    }
  | { readonly type: 'MentionStruckOut'; readonly data: StruckMention & MayBeIrregular }
  | { readonly type: 'ContentErased'; readonly data: Erasure & MayBeIrregular }
  | {
      /** The bytes of an erased content are gone from the file store: the second half of the erasure. */
      readonly type: 'ErasureCompleted';
      readonly data: { readonly content: string } & MayBeIrregular;
    };

export interface AffairState {
  readonly session: string | null;
  readonly report: Report | null;
  /** How many reports there were: 0 none, 1 as submitted, 2 revised once… */
  readonly reportVersion: number;
  readonly annexes: readonly Annex[] | null;
  readonly number: string | null;
  readonly extract: CertifiedExtract | null;
  readonly transmission: Transmission | null;
  readonly acknowledgement: Transmission | null;
  /** In order: an act may be published by several means, on several days. */
  readonly publications: readonly Publication[];
  readonly fates: readonly Fate[];
  /** The mentions that stand, oldest first, each by the revision of its event. */
  readonly mentions: readonly Mention[];
  /** How many events the stream holds. */
  readonly length: number;
  readonly erasures: readonly AffairErasure[];
  /** All that the affair's events ever named in the file store, erased or not. */
  readonly contents: readonly StoredContent[];
  readonly irregularities: readonly (Irregularity & { readonly event: AffairEvent['type'] })[];
}

export interface Mention {
  readonly kind: MentionKind;
  readonly entry: number;
}

/** An erasure, and whether the bytes are gone. */
export interface AffairErasure extends Erasure {
  readonly completed: boolean;
}

export const affairAggregate: Aggregate<AffairState, AffairEvent> = {
  initial: {
    session: null,
    report: null,
    reportVersion: 0,
    annexes: null,
    number: null,
    extract: null,
    transmission: null,
    acknowledgement: null,
    publications: [],
    fates: [],
    mentions: [],
    length: 0,
    erasures: [],
    contents: [],
    irregularities: [],
  },
  evolve(state, event) {
    const evolved = evolveAffair(state, event);
    const contents = [...state.contents, ...contentsNamedBy(event)];
    const told = (event.data.irregularities ?? []).map((one) => ({ ...one, event: event.type }));
    return {
      ...evolved,
      contents,
      mentions: mentionsAfter(state, event),
      length: state.length + 1,
      irregularities: [...state.irregularities, ...told],
    };
  },
};

function evolveAffair(state: AffairState, event: AffairEvent): AffairState {
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
    case 'TransmittedToPrefecture':
      return { ...state, transmission: transmissionOf(event.data) };
    case 'TransmissionAcknowledged':
      return { ...state, acknowledgement: transmissionOf(event.data) };
    case 'DeliberationPublished': {
      const { on, media, masked } = event.data;
      return { ...state, publications: [...state.publications, { on, media, masked }] };
    }
    case 'MaterialErrorCorrected':
    case 'DeliberationRectified':
    case 'DeliberationWithdrawn':
    case 'DeliberationRepealed':
    case 'DeliberationReplaced':
    case 'DeliberationAnnulled':
      return withFate(state, FATE_OF[event.type], event.data, null);
    case 'VoteRectified':
      return withFate(state, 'vote-rectified', event.data, event.data.counts);
    case 'MentionStruckOut':
      return withoutMention(state, event.data);
    case 'ContentErased': {
      const { what, content, basis } = event.data;
      return { ...state, erasures: [...state.erasures, { what, content, basis, completed: false }] };
    }
    case 'ErasureCompleted': {
      const { content } = event.data;
      const erasures = state.erasures.map((one) =>
        one.content === content ? { ...one, completed: true } : one,
      );
      return { ...state, erasures };
    }
    default:
      return unhandled(event);
  }
}

function withoutMention(state: AffairState, { kind, place }: StruckMention): AffairState {
  switch (kind) {
    case 'transmission':
      return { ...state, transmission: null };
    case 'acknowledgement':
      return { ...state, acknowledgement: null };
    case 'publication':
      return { ...state, publications: state.publications.toSpliced(place - 1, 1) };
    case 'fate':
      return { ...state, fates: state.fates.toSpliced(place - 1, 1) };
  }
}

function mentionsAfter({ mentions, length }: AffairState, event: AffairEvent): readonly Mention[] {
  if (event.type === 'MentionStruckOut') return mentions.filter(({ entry }) => entry !== event.data.entry);
  const kind = mentionOf(event.type);
  return kind === null ? mentions : [...mentions, { kind, entry: length }];
}

function mentionOf(type: AffairEvent['type']): MentionKind | null {
  switch (type) {
    case 'TransmittedToPrefecture':
      return 'transmission';
    case 'TransmissionAcknowledged':
      return 'acknowledgement';
    case 'DeliberationPublished':
      return 'publication';
    default:
      return type === 'VoteRectified' || type in FATE_OF ? 'fate' : null;
  }
}

function contentsNamedBy(event: AffairEvent): readonly StoredContent[] {
  switch (event.type) {
    case 'ReportSubmitted':
    case 'ReportRevised': {
      const { text } = event.data.report;
      return text === null || typeof text === 'string' ? [] : [{ what: 'report', file: text }];
    }
    case 'AnnexAttached': {
      const { file } = event.data;
      return file === null ? [] : [{ what: 'annex', file }];
    }
    case 'ExtractCertified': {
      const { template, variables, text } = event.data;
      return [template, variables, text].map((file) => ({ what: 'extract', file }));
    }
    default:
      return [];
  }
}

/** The fate that says what has become of the act: the last that undid it, else the last of all; null: none. */
export const lastingFate = (fates: readonly Fate[]): Fate | null =>
  fates.findLast(({ kind }) => UNDOING.includes(kind)) ?? fates.at(-1) ?? null;

/** The fate that each event brings. */
export const FATE_OF = {
  MaterialErrorCorrected: 'material-error',
  DeliberationRectified: 'rectified',
  DeliberationWithdrawn: 'withdrawn',
  DeliberationRepealed: 'repealed',
  DeliberationReplaced: 'replaced',
  DeliberationAnnulled: 'annulled',
} as const satisfies { readonly [type: string]: FateKind };

const transmissionOf = ({ on, identifier }: Transmission): Transmission => ({ on, identifier });

function withFate(
  state: AffairState,
  kind: FateKind,
  { on, effectiveFrom, byNumber, byAffair, by, note }: LaterAct,
  counts: Counts | null,
): AffairState {
  const fate: Fate = { kind, on, effectiveFrom, byNumber, byAffair, by, note, counts };
  return { ...state, fates: [...state.fates, fate] };
}
