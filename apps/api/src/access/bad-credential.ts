import { Refusal } from '@registre/platform';
import { errors } from 'jose';

/** Why a token or a session is not taken; told to the journal, and to its holder as far as it helps them. */
export type Fault =
  | 'unreadable'
  | 'forged'
  | 'algorithm-not-allowed'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-claim'
  | 'expired'
  | 'ended'
  | 'replayed'
  | 'no-grant';

/** What somebody showed is not good. */
export class BadCredential extends Refusal {
  constructor(
    readonly fault: Fault,
    /** Whom it says that it is, when its signature was good; else null. */
    readonly actor: string | null = null,
  ) {
    super(
      'unauthenticated',
      CODES[fault] ?? 'invalid-token',
      MESSAGES[fault] ?? 'Ce jeton n’est pas valable.',
    );
  }
}

const CODES: Partial<Record<Fault, string>> = {
  expired: 'expired-token',
  ended: 'revoked-token',
  replayed: 'link-already-used',
};

const MESSAGES: Partial<Record<Fault, string>> = {
  expired: 'Cet accès a expiré : demandez-en un nouveau.',
  ended: 'Cet accès a été retiré.',
  replayed:
    'Ce lien a déjà servi : chaque lien n’ouvre qu’une session. La commande « registre token link » en donne un autre.',
};

/** The fault that jose found. @throws the error itself when it is none of the token's */
export function badCredential(error: unknown): BadCredential {
  if (error instanceof BadCredential) return error;
  if (error instanceof errors.JWTExpired) return new BadCredential('expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const faults: Partial<Record<string, Fault>> = { iss: 'wrong-issuer', aud: 'wrong-audience' };
    return new BadCredential(faults[error.claim] ?? 'wrong-claim');
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return new BadCredential('algorithm-not-allowed');
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return new BadCredential('forged');
  }
  if (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return new BadCredential('unreadable');
  }
  throw error;
}
