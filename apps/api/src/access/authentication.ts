import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import type { Access } from './access.js';
import { BadCredential } from './bad-credential.js';
import { LOCAL_ISSUER } from './local-credentials.js';
import type { Person } from './roles.js';
import { SessionCookie } from './session-cookie.js';

/** The longest token that is looked at, in characters. */
const LONGEST = 8_192;

export interface Identified {
  readonly person: Person;
  /** What was wrong with the session that the browser showed. */
  readonly fault: BadCredential | null;
}

/** Who asks: by a bearer token (RFC 6750), else by the session's cookie, else nobody known. */
export class Authentication {
  private readonly cookie: SessionCookie;

  constructor(private readonly access: Access) {
    this.cookie = new SessionCookie(access.configuration.publicUrl);
  }

  /** Whether there is nothing to verify, or it was verified lately. */
  isKnown(request: FastifyRequest): boolean {
    const token = bearer(request);
    const { credentials, issuer } = this.access;
    if (token !== undefined) return credentials.knows('token', token) || (issuer?.knows(token) ?? false);
    const session = this.cookie.read(request);
    return session === undefined || credentials.knows('session', session);
  }

  /** @throws BadCredential for a token; for a session, only where something is to be changed */
  async personOf(request: FastifyRequest, reply: FastifyReply): Promise<Identified> {
    const token = bearer(request);
    if (token !== undefined) return { person: await this.ofToken(token), fault: null };
    const session = this.cookie.read(request);
    if (session === undefined) return { person: this.access.nobody, fault: null };
    try {
      return { person: await this.access.credentials.person('session', session), fault: null };
    } catch (error) {
      if (!(error instanceof BadCredential)) throw error;
      // The browser forgets it, and may read on as anybody may.
      this.cookie.clear(reply);
      if (request.method !== 'GET') throw error;
      return { person: this.access.nobody, fault: error };
    }
  }

  private ofToken(token: string): Promise<Person> {
    const { credentials, issuer } = this.access;
    // Who is to verify it is only read here; whether it is true is for them.
    if (token.length > LONGEST) throw new BadCredential('unreadable');
    const claimed = issuerOf(token);
    if (claimed === LOCAL_ISSUER) return credentials.person('token', token);
    if (issuer === null || claimed !== issuer.name) throw new BadCredential('wrong-issuer');
    return issuer.person(token);
  }
}

function bearer({ headers: { authorization } }: FastifyRequest): string | undefined {
  if (authorization === undefined) return undefined;
  const [, token] = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new BadCredential('unreadable');
  return token;
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new BadCredential('unreadable');
  }
}
