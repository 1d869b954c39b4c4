import type { LocalDate } from '@registre/platform';
import { unhandled, type Aggregate } from '../command/aggregate.js';

export const BODY_KINDS = ['council', 'bureau', 'committee', 'other'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Within what an affair's number is unique. */
export const NUMBERINGS = ['body', 'session'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** An elected person as the body's documents name them; null where unknown. */
export interface Member {
  /** Identity of the person within the body. */
  readonly ref: string;
  readonly givenName: string | null;
  readonly familyName: string;
  readonly civility: 'Madame' | 'Monsieur' | null;
  /** e.g. « Madame la Présidente ». */
  readonly formOfAddress: string | null;
  /** e.g. « Maire ». */
  readonly office: string | null;
  readonly group: string | null;
  /** The eldest wins a tie in an election (L2122-7). */
  readonly birthDate: LocalDate | null;
}

/** A seat of the body and who holds it (membre en exercice). */
export interface Seat extends Member {
  readonly mandateFrom: LocalDate | null;
  readonly mandateUntil: LocalDate | null;
  /** The member whom this substitute (suppléant) replaces when absent; null for a titular. */
  readonly substituteOf: string | null;
}

/** The extract's template in force: its text stands in the body's stream, named here by revision and hash. */
export interface TemplateReference {
  readonly name: string;
  /** Revision of TemplateAdopted in the body's stream. */
  readonly revision: number;
  /** SHA-256 of the template's UTF-8 bytes, hexadecimal. */
  readonly sha256: string;
}

/** What the body's own rules (règlement intérieur, statutes) settle; null: they do not say, or nobody knows. */
export interface BodyRules {
  /** Whether titulars have substitutes (suppléants, L5211-6; a syndicat's statutes). */
  readonly substitutes: boolean | null;
  /** How a commune under 3,500 inhabitants chose to publish (R24, L2131-1). */
  readonly publication: 'electronic' | 'posting' | 'paper' | null;
}

export type BodyEvent =
  | {
      readonly type: 'BodyConstituted';
      readonly data: {
        readonly key: string;
        readonly name: string;
        readonly kind: BodyKind;
        readonly numbering: Numbering;
      };
    }
  | { readonly type: 'MemberSeated'; readonly data: { readonly seat: Seat } }
  | {
      /** End of a mandate (death, resignation, end of term…). */
      readonly type: 'MemberUnseated';
      readonly data: {
        readonly member: string;
        /** Last day in office. */
        readonly until: LocalDate;
        readonly reason: string | null;
      };
    }
  | {
      readonly type: 'OfficeAssigned';
      readonly data: {
        readonly member: string;
        /** e.g. « 1er adjoint »; null: holds none any more. */
        readonly office: string | null;
        readonly from: LocalDate | null;
        /** The affair that elected, where the register holds it. */
        readonly affair: string | null;
      };
    }
  | {
      /** Two refs were one person: `from` stands for `into` from now on. */
      readonly type: 'MembersMerged';
      readonly data: { readonly from: string; readonly into: string };
    }
  | {
      readonly type: 'RulesAdopted';
      readonly data: {
        readonly rules: BodyRules;
        readonly numbering: Numbering;
        readonly on: LocalDate | null;
      };
    }
  | {
      readonly type: 'TemplateAdopted';
      readonly data: { readonly name: string; readonly text: string; readonly sha256: string };
    };

export interface BodyState {
  readonly constituted: {
    readonly name: string;
    readonly kind: BodyKind;
    readonly numbering: Numbering;
  } | null;
  readonly seats: readonly Seat[];
  readonly template: (TemplateReference & { readonly text: string }) | null;
  readonly rules: BodyRules | null;
  /** Refs that were merged into another. */
  readonly merged: { readonly [from: string]: string };
  /** How many events the stream holds: the next one's revision. */
  readonly length: number;
}

export const bodyAggregate: Aggregate<BodyState, BodyEvent> = {
  initial: { constituted: null, seats: [], template: null, rules: null, merged: {}, length: 0 },
  evolve(state, event) {
    const next = { ...state, length: state.length + 1 };
    switch (event.type) {
      case 'BodyConstituted': {
        const { name, kind, numbering } = event.data;
        return { ...next, constituted: { name, kind, numbering } };
      }
      case 'MemberSeated':
        return { ...next, seats: withSeat(state.seats, event.data.seat) };
      case 'MemberUnseated': {
        const { member, until } = event.data;
        return { ...next, seats: withChange(state.seats, member, { mandateUntil: until }) };
      }
      case 'OfficeAssigned': {
        const { member, office } = event.data;
        return { ...next, seats: withChange(state.seats, member, { office }) };
      }
      case 'MembersMerged': {
        const { from, into } = event.data;
        const seats = state.seats
          .filter(({ ref }) => ref !== from)
          .map((seat) => (seat.substituteOf === from ? { ...seat, substituteOf: into } : seat));
        return { ...next, seats, merged: { ...state.merged, [from]: into } };
      }
      case 'RulesAdopted': {
        const { rules, numbering } = event.data;
        return { ...next, rules, constituted: state.constituted && { ...state.constituted, numbering } };
      }
      case 'TemplateAdopted':
        return { ...next, template: { ...event.data, revision: state.length } };
      default:
        return unhandled(event);
    }
  },
};

const withChange = (seats: readonly Seat[], member: string, change: Partial<Seat>): readonly Seat[] =>
  seats.map((seat) => (seat.ref === member ? { ...seat, ...change } : seat));

// Whoever is described anew keeps the place: the order of the seats is that of the body's table (tableau).
function withSeat(seats: readonly Seat[], seat: Seat): readonly Seat[] {
  const place = seats.findIndex(({ ref }) => ref === seat.ref);
  return place === -1 ? [...seats, seat] : seats.with(place, seat);
}
