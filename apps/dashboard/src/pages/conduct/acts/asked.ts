import type { Correction } from '@registre/deliberation';

type OfSession =
  | 'chair'
  | 'secretary'
  | 'suspension'
  | 'closed-doors'
  | 'urgency'
  | 'installation'
  | 'new-affair'
  | 'closing'
  | 'quorum-failure';
type OfMember = 'recusal' | 'resignation' | 'departure' | 'attendance' | 'revocation';
type OfAffair = 'postponement' | 'withdrawal';

/** The acts that are asked for in a form of their own, and what each is about. */
export type Asked =
  | { [A in OfSession]: { readonly act: A } }[OfSession]
  | { [A in OfMember]: { readonly act: A; readonly member: string } }[OfMember]
  | { [A in OfAffair]: { readonly act: A; readonly affair: string } }[OfAffair]
  | { readonly act: 'correction'; readonly correction: Slip; readonly what: string }
  | { readonly act: 'ballot-request'; readonly affair: string | null }
  | { readonly act: 'voiding'; readonly ballot: string };

/** A correction that takes an entry back: nothing else is to be told. */
export type Slip = Exclude<Correction, { readonly kind: 'attendance' }>;

export type ActOf<A extends Asked['act']> = Extract<Asked, { readonly act: A }>;

/** Where what is typed in an act's form is kept. */
export const draftOf = (session: string, asked: Asked): string => `acte.${session}.${JSON.stringify(asked)}`;

/** Where the form that is open is kept: a reload opens it again. */
export const askedIn = (session: string): string => `demande.${session}`;
