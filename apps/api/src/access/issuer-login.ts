import type { JWTPayload } from 'jose';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { hkdfSync } from 'node:crypto';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from './access.js';
import { BadCredential } from './bad-credential.js';
import type { Person } from './roles.js';

/** How long somebody may take to log in, in seconds. */
const PATIENCE = 600;
const COOKIE = 'registre_entree';
const PATH = '/entrer/retour';

interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The browser's login at the issuer: authorization code with PKCE, state and nonce (OpenID Connect Core §3.1). */
export class IssuerLogin {
  private readonly key: Uint8Array;

  constructor(private readonly access: Access) {
    this.key = new Uint8Array(hkdfSync('sha256', access.key, '', 'registre login', 32));
  }

  async begin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { client, configuration } = await this.issuer();
    const begun: Begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(client, {
      redirect_uri: this.returnAddress(request),
      scope: configuration.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    const sealed = await new EncryptJWT({ ...begun })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${PATIENCE} s`)
      .encrypt(this.key);
    await reply.setCookie(COOKIE, sealed, { ...this.cookie(), maxAge: PATIENCE }).redirect(address.href, 303);
  }

  /** Who came back. @throws BadCredential */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<Person> {
    const { client, issuer } = await this.issuer();
    const begun = await this.begun(request);
    void reply.clearCookie(COOKIE, this.cookie());
    const { search } = new URL(request.url, 'http://unused');
    try {
      const tokens = await authorizationCodeGrant(client, new URL(this.returnAddress(request) + search), {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new BadCredential('unreadable');
      return issuer.personOf(await this.withRoles(claims, tokens.access_token));
    } catch (error) {
      if (isIssuersRefusal(error)) throw new BadCredential('wrong-claim');
      throw error;
    }
  }

  // Many issuers put in the id token only who it is; what they are is asked with the access token.
  private async withRoles(claims: JWTPayload, accessToken: string): Promise<JWTPayload> {
    const { client, configuration } = await this.issuer();
    if (claims[configuration.rolesClaim] !== undefined || claims.sub === undefined) return claims;
    return { ...(await fetchUserInfo(client, accessToken, claims.sub)), ...claims };
  }

  private async begun(request: FastifyRequest): Promise<Begun> {
    const sealed = request.cookies[COOKIE];
    if (sealed === undefined) throw new BadCredential('replayed');
    try {
      return (await jwtDecrypt<Begun & JWTPayload>(sealed, this.key)).payload;
    } catch {
      throw new BadCredential('forged');
    }
  }

  private async issuer() {
    const { issuer, configuration } = this.access;
    if (issuer === null || configuration.oidc === null) throw new BadCredential('wrong-issuer');
    return { issuer, client: await issuer.client(), configuration: configuration.oidc };
  }

  private returnAddress({ protocol, host }: FastifyRequest): string {
    return `${this.access.configuration.publicUrl ?? `${protocol}://${host}`}${PATH}`;
  }

  // Lax: the browser comes back from the issuer's site.
  private cookie(): CookieSerializeOptions {
    const secure = this.access.configuration.publicUrl?.startsWith('https:') ?? false;
    return { httpOnly: true, sameSite: 'lax', secure, path: PATH };
  }
}

const isIssuersRefusal = (error: unknown): boolean =>
  error instanceof AuthorizationResponseError ||
  error instanceof ResponseBodyError ||
  error instanceof ClientError;
