import { createHash } from 'node:crypto';
import { newId } from '@registre/platform';
import { jwtVerify, SignJWT } from 'jose';
import { BadCredential, badCredential } from './bad-credential.js';
import type { CredentialBook, CredentialKind } from './credential-book.js';
import type { Grant, Person } from './roles.js';

/** `iss` of what this server signs itself. */
export const LOCAL_ISSUER = 'registre';
const ALGORITHM = 'HS256';
/** How many verified tokens are remembered. */
const REMEMBERED = 2_000;

export interface Issue {
  readonly actor: string;
  readonly grants: readonly Grant[];
  readonly origins?: readonly string[] | null;
  /** In seconds from now. */
  readonly lifetime: number;
}

export interface Issued {
  readonly id: string;
  /** What its holder shows. */
  readonly text: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

interface Verified {
  readonly id: string;
  readonly actor: string;
  readonly grants: readonly Grant[];
  readonly origins: readonly string[] | null;
  readonly expiresAt: number;
}

/** Tokens, sessions and one-time links, signed with the data folder's key: JSON Web Tokens (RFC 7519). */
export class LocalCredentials {
  private readonly verified = new Map<string, Verified>();

  constructor(
    private readonly key: Uint8Array,
    readonly book: CredentialBook,
  ) {}

  async issue(kind: CredentialKind, { actor, grants, origins = null, lifetime }: Issue): Promise<Issued> {
    const id = newId();
    const issuedAt = Math.floor(Date.now() / 1000);
    const expiresAt = issuedAt + lifetime;
    const text = await new SignJWT({ grants, origins })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(LOCAL_ISSUER)
      .setAudience(audienceOf(kind))
      .setSubject(actor)
      .setJti(id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    this.book.add({ id, kind, actor, grants, origins, issuedAt, expiresAt });
    return { id, text, expiresAt };
  }

  /** Whether it was verified lately, and so costs nothing to verify again. */
  knows(kind: CredentialKind, text: string): boolean {
    return this.verified.has(placeOf(kind, text));
  }

  /** Who holds it. @throws BadCredential */
  async person(kind: 'token' | 'session', text: string): Promise<Person> {
    const { id, ...held } = await this.standing(kind, text);
    return { ...held, credential: id, by: kind };
  }

  /** Uses a one-time link. @throws BadCredential `replayed` the second time */
  async useLink(text: string): Promise<Verified> {
    const link = await this.verify('link', text);
    if (!this.book.end(link.id, 'used')) throw new BadCredential('replayed', link.actor);
    return link;
  }

  private async standing(kind: CredentialKind, text: string): Promise<Verified> {
    const found = await this.verify(kind, text);
    if (!this.book.stands(found.id)) throw new BadCredential('ended', found.actor);
    return found;
  }

  private async verify(kind: CredentialKind, text: string): Promise<Verified> {
    const place = placeOf(kind, text);
    const known = this.verified.get(place);
    if (known !== undefined) {
      if (known.expiresAt > Date.now() / 1000) return known;
      this.verified.delete(place);
    }
    const fresh = await this.read(kind, text);
    this.verified.set(place, fresh);
    const [oldest] = this.verified.keys();
    if (this.verified.size > REMEMBERED && oldest !== undefined) this.verified.delete(oldest);
    return fresh;
  }

  private async read(kind: CredentialKind, text: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(text, this.key, {
        algorithms: [ALGORITHM],
        issuer: LOCAL_ISSUER,
        audience: audienceOf(kind),
        requiredClaims: ['exp', 'jti', 'sub', 'grants'],
      });
      return {
        id: payload.jti ?? '',
        actor: payload.sub ?? '',
        grants: payload['grants'] as readonly Grant[],
        origins: (payload['origins'] ?? null) as readonly string[] | null,
        expiresAt: payload.exp ?? 0,
      };
    } catch (error) {
      throw badCredential(error);
    }
  }
}

const audienceOf = (kind: CredentialKind): string => `registre:${kind}`;

// What is remembered of a token opens no door.
const placeOf = (kind: CredentialKind, text: string): string =>
  `${kind} ${createHash('sha256').update(text).digest('base64url')}`;
