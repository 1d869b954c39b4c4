/**
 * - `reader`: the public register, as anybody may read it
 * - `auditor`: everything, to read; and the access journal
 * - `clerk`: prepares the séance and writes what happens in it
 * - `chair`: conducts the séance
 * - `signatory`: signs what is certified, and orders an erasure
 * - `operator`: registers authorities
 */
export const ROLES = ['reader', 'auditor', 'clerk', 'chair', 'signatory', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Every authority of this server: the operator's. */
export const EVERY_AUTHORITY = '*';

/** Roles that somebody has in one authority (or `*`), in all its bodies or in some. */
export interface Grant {
  readonly authority: string;
  readonly roles: readonly Role[];
  /** Keys of bodies; null: all, and what concerns the whole authority. */
  readonly bodies: readonly string[] | null;
}

/** Who asks. */
export interface Person {
  /** The events' `actor`; null: nobody known. */
  readonly actor: string | null;
  readonly by: 'nobody' | 'token' | 'session' | 'issuer';
  /** Id of the token or session, by which it is revoked; null: nobody, or an issuer's token. */
  readonly credential: string | null;
  /** When what they showed ends, in seconds since 1970; null: nobody. */
  readonly expiresAt: number | null;
  readonly grants: readonly Grant[];
  /** The only origins from which a browser may send the token; null: any that the server allows. */
  readonly origins: readonly string[] | null;
}

/** Somebody who showed nothing. @param reads whether the public register is open to all */
export const nobody = (reads: boolean): Person => ({
  actor: null,
  by: 'nobody',
  credential: null,
  expiresAt: null,
  grants: reads ? [{ authority: EVERY_AUTHORITY, roles: ['reader'], bodies: null }] : [],
  origins: null,
});

/** What somebody may do in one authority. */
export class Rights {
  private readonly grants: readonly Grant[];

  constructor(
    { grants }: Pick<Person, 'grants'>,
    readonly authority: string,
  ) {
    this.grants = grants.filter((grant) => [authority, EVERY_AUTHORITY].includes(grant.authority));
  }

  /** Whether anything at all was granted here. */
  get any(): boolean {
    return this.grants.length > 0;
  }

  /** Whether one of the roles is held in the whole authority (null), or in that body. Every role reads the register. */
  has(roles: readonly Role[], body: string | null): boolean {
    return this.grants.some(
      ({ roles: held, bodies }) =>
        (roles.includes('reader') && held.length > 0) ||
        (held.some((role) => roles.includes(role)) &&
          (bodies === null || (body !== null && bodies.includes(body)))),
    );
  }

  /** Whether one of the roles is held in some body. */
  hasSomewhere(roles: readonly Role[]): boolean {
    return this.grants.some(({ roles: held }) => held.some((role) => roles.includes(role)));
  }
}
