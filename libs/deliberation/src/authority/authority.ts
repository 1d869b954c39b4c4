import { unhandled, type Aggregate } from '../command/aggregate.js';
import type { MayBeIrregular } from '../command/irregularity.js';

export const AUTHORITY_KINDS = [
  'commune',
  'metropole',
  'epci',
  'departement',
  'region',
  'syndicat',
  'ccas',
  'other',
] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A local authority (collectivité) as its documents name it; null where unknown. */
export interface AuthorityDescription {
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly kind: AuthorityKind | null;
  /** Inhabitants: the convocation period depends on it. */
  readonly population: number | null;
  /** Three characters, as ACTES writes it. */
  readonly department: string | null;
  /** IANA name of the zone in which its times are told. */
  readonly timezone: string;
}

export type AuthorityEvent =
  | {
      readonly type: 'AuthorityRegistered';
      readonly data: AuthorityDescription & { readonly key: string } & MayBeIrregular;
    }
  | { readonly type: 'AuthorityDescribed'; readonly data: AuthorityDescription & MayBeIrregular };

export interface AuthorityState {
  readonly description: AuthorityDescription | null;
}

export const authorityAggregate: Aggregate<AuthorityState, AuthorityEvent> = {
  initial: { description: null },
  evolve(_state, event) {
    switch (event.type) {
      case 'AuthorityRegistered': {
        const { key: _key, irregularities: _, ...description } = event.data;
        return { description };
      }
      case 'AuthorityDescribed': {
        const { irregularities: _, ...description } = event.data;
        return { description };
      }
      default:
        return unhandled(event);
    }
  },
};
