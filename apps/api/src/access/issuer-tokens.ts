import { createHash } from 'node:crypto';
import { Refusal } from '@registre/platform';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  None,
  type ClientAuth,
  type Configuration as Client,
} from 'openid-client';
import type { OidcConfiguration } from './access-configuration.js';
import { BadCredential, badCredential } from './bad-credential.js';
import type { Grant, Person } from './roles.js';

/** Only signatures by a key that the issuer alone has: never `none`, never one shared with its clients. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** How far its clock and ours may be apart, in seconds. */
const TOLERANCE = 30;
/** How often at most its keys are fetched again for a key that is not known, in ms. */
const KEYS_COOLDOWN = 5_000;
const TIMEOUT = 5_000;
const REMEMBERED = 2_000;
/** Actors that the register gives itself. */
const RESERVED = ['local', 'import', 'registre'];

/** Access tokens of an OpenID Connect issuer (RFC 9068), and what its claims are worth here. */
export class IssuerTokens {
  readonly name: string;
  private readonly verified = new Map<string, Person>();
  private discovered: Promise<Client> | undefined;
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(private readonly configuration: OidcConfiguration) {
    this.name = configuration.issuer;
  }

  /** The issuer as it describes itself; asked when it is first needed, and again after a failure. */
  client(): Promise<Client> {
    const { issuer, clientId, clientSecret } = this.configuration;
    const isLocal = issuer.startsWith('http:');
    this.discovered ??= discovery(new URL(issuer), clientId, undefined, clientAuthentication(clientSecret), {
      timeout: TIMEOUT / 1000,
      ...(isLocal ? { execute: [allowInsecureRequests] } : {}),
    }).catch((cause: unknown) => {
      this.discovered = undefined;
      throw unavailable(cause);
    });
    return this.discovered;
  }

  knows(text: string): boolean {
    return this.verified.has(fingerprint(text));
  }

  /** Who holds it. @throws BadCredential; Refusal `unavailable` while the issuer cannot be asked for its keys */
  async person(text: string): Promise<Person> {
    const place = fingerprint(text);
    const known = this.verified.get(place);
    if (known !== undefined && (known.expiresAt ?? 0) + TOLERANCE > Date.now() / 1000) return known;
    this.verified.delete(place);
    const person = this.personOf(await this.read(text));
    this.verified.set(place, person);
    const [oldest] = this.verified.keys();
    if (this.verified.size > REMEMBERED && oldest !== undefined) this.verified.delete(oldest);
    return person;
  }

  /** Whom an access or id token's claims are about. @throws BadCredential `no-grant` */
  personOf(claims: JWTPayload): Person {
    const { rolesClaim, actorClaim, grants } = this.configuration;
    const actor = claims[actorClaim];
    if (typeof actor !== 'string' || actor === '' || RESERVED.includes(actor)) {
      throw new BadCredential('wrong-claim');
    }
    const values = [claims[rolesClaim] ?? []].flat();
    const granted = values.flatMap((value): readonly Grant[] =>
      typeof value === 'string' ? (grants.get(value) ?? []) : [],
    );
    if (granted.length === 0) throw new BadCredential('no-grant', actor);
    return {
      actor: actor.normalize('NFC'),
      by: 'issuer',
      credential: null,
      expiresAt: claims.exp ?? 0,
      grants: granted,
      origins: null,
    };
  }

  private async read(text: string): Promise<JWTPayload> {
    const keys = await this.jwks();
    try {
      const { payload } = await jwtVerify(text, keys, {
        algorithms: ALGORITHMS,
        issuer: this.name,
        audience: this.configuration.audience,
        clockTolerance: TOLERANCE,
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || isFetchFailure(error)) throw unavailable(error);
      throw badCredential(error);
    }
  }

  private async jwks(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    if (this.keys !== undefined) return this.keys;
    const { jwks_uri: uri } = (await this.client()).serverMetadata();
    if (uri === undefined) throw unavailable(new Error('no jwks_uri'));
    this.keys ??= createRemoteJWKSet(new URL(uri), {
      cooldownDuration: KEYS_COOLDOWN,
      timeoutDuration: TIMEOUT,
    });
    return this.keys;
  }
}

// As the issuer says that it takes the secret; where it does not say, in the header (OpenID Connect Discovery §3).
function clientAuthentication(secret: string | null): ClientAuth {
  if (secret === null) return None();
  return (server, client, body, headers) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    (inBody ? ClientSecretPost(secret) : ClientSecretBasic(secret))(server, client, body, headers);
  };
}

// jose says of an answer that is no key set that it is JOSEGeneric; of none, what fetch says.
const isFetchFailure = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');

function unavailable(cause: unknown): Refusal {
  const message = 'Le fournisseur d’identité ne répond pas : réessayez.';
  return Object.assign(new Refusal('unavailable', 'issuer-unavailable', message), { cause });
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');
