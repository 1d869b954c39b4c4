import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';
import { parseStrictJson } from '@registre/platform';
import { AUTHORITY_KEY } from '@registre/event-store';
import { EVERY_AUTHORITY, ROLES, type Grant, type Role } from './roles.js';

/** `https`, or `http` on this machine only. */
const SAFE_URL = /^(https:\/\/[^\s/?#@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)(\/[^\s?#]*)?$/;
const ORIGIN = String.raw`https?:\/\/[^\s/?#@,]+`;
const HOST = String.raw`[A-Za-z0-9.:[\]-]+`;
const list = (one: string): RegExp => new RegExp(`^${one}(,${one})*$`);

/** The environment's variables about who may do what, each optional. */
export class AccessEnvironment {
  /** Where browsers reach this server, when it is not where it listens: behind TLS, say. */
  @IsOptional()
  @Matches(SAFE_URL)
  REGISTRE_PUBLIC_URL?: string;

  /** Further names by which it may be asked (Host), between commas. */
  @IsOptional()
  @Matches(list(HOST))
  REGISTRE_ALLOWED_HOSTS?: string;

  /** Whether anybody may read the public register. */
  @IsIn(['on', 'off'])
  REGISTRE_PUBLIC_READING: 'on' | 'off' = 'on';

  /** Origins whose pages may read from a browser, between commas. */
  @IsOptional()
  @Matches(list(ORIGIN))
  REGISTRE_CORS_ORIGINS?: string;

  /** The key that signs tokens and sessions, shared by the nodes that answer for one register. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  REGISTRE_ACCESS_KEY_FILE?: string;

  /** Requests a minute that one person may make. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  REGISTRE_RATE_PERSON = 12_000;

  /** Requests a minute from one address, of people who are not known. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  REGISTRE_RATE_ADDRESS = 1_200;

  /** Requests (and live streams) of one person, or of one address, under way at once. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  REGISTRE_REQUESTS_AT_ONCE = 256;

  @Type(() => Number)
  @IsInt()
  @Min(30)
  @Max(36_500)
  REGISTRE_ACCESS_JOURNAL_DAYS = 365;

  /** Proxies before this server whose `X-Forwarded-For` is believed: addresses or networks, between commas. */
  @IsOptional()
  @Matches(list(String.raw`[0-9a-fA-F.:]+(\/\d{1,3})?`))
  REGISTRE_TRUSTED_PROXIES?: string;

  @IsOptional()
  @Matches(SAFE_URL)
  REGISTRE_OIDC_ISSUER?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_CLIENT_ID?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_CLIENT_SECRET?: string;

  /** `aud` of the access tokens that this server takes. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_AUDIENCE?: string;

  /** The claim that holds what is mapped to roles. */
  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_ROLES_CLAIM = 'roles';

  /** The claim that names the person in the history. */
  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_ACTOR_CLAIM = 'sub';

  @IsString()
  @MinLength(1)
  REGISTRE_OIDC_SCOPE = 'openid';

  /** JSON: what each value of the claim grants, `{"greffe": [{"authority": "200054807", "roles": ["clerk"]}]}`. */
  @IsOptional()
  @Matches(/^\s*\{/)
  REGISTRE_OIDC_ROLES?: string;
}

export interface OidcConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly audience: string;
  readonly rolesClaim: string;
  readonly actorClaim: string;
  readonly scope: string;
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
}

export interface AccessConfiguration {
  readonly publicUrl: string | null;
  readonly allowedHosts: readonly string[];
  readonly publicReading: boolean;
  readonly corsOrigins: readonly string[];
  /** Null: in the data folder. */
  readonly keyFile: string | null;
  readonly rates: { readonly person: number; readonly address: number; readonly atOnce: number };
  readonly journalDays: number;
  readonly trustedProxies: readonly string[];
  readonly oidc: OidcConfiguration | null;
}

/** @throws Error naming the variables that do not go together, or whose content is wrong */
export function accessConfiguration(said: AccessEnvironment): AccessConfiguration {
  return {
    publicUrl: said.REGISTRE_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    allowedHosts: listed(said.REGISTRE_ALLOWED_HOSTS),
    publicReading: said.REGISTRE_PUBLIC_READING === 'on',
    corsOrigins: listed(said.REGISTRE_CORS_ORIGINS),
    keyFile: said.REGISTRE_ACCESS_KEY_FILE ?? null,
    rates: {
      person: said.REGISTRE_RATE_PERSON,
      address: said.REGISTRE_RATE_ADDRESS,
      atOnce: said.REGISTRE_REQUESTS_AT_ONCE,
    },
    journalDays: said.REGISTRE_ACCESS_JOURNAL_DAYS,
    trustedProxies: listed(said.REGISTRE_TRUSTED_PROXIES),
    oidc: oidcConfiguration(said),
  };
}

const listed = (text: string | undefined): readonly string[] => text?.split(',') ?? [];

function oidcConfiguration(said: AccessEnvironment): OidcConfiguration | null {
  const { REGISTRE_OIDC_ISSUER: issuer } = said;
  const needed = ['REGISTRE_OIDC_CLIENT_ID', 'REGISTRE_OIDC_AUDIENCE', 'REGISTRE_OIDC_ROLES'] as const;
  if (issuer === undefined) {
    const [alone] = needed.filter((name) => said[name] !== undefined);
    if (alone !== undefined) throw new Error(`Configuration refusée : ${alone} sans REGISTRE_OIDC_ISSUER`);
    return null;
  }
  const missing = needed.filter((name) => said[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`Configuration refusée : REGISTRE_OIDC_ISSUER demande aussi ${missing.join(', ')}`);
  }
  return {
    issuer,
    clientId: said.REGISTRE_OIDC_CLIENT_ID ?? '',
    clientSecret: said.REGISTRE_OIDC_CLIENT_SECRET ?? null,
    audience: said.REGISTRE_OIDC_AUDIENCE ?? '',
    rolesClaim: said.REGISTRE_OIDC_ROLES_CLAIM,
    actorClaim: said.REGISTRE_OIDC_ACTOR_CLAIM,
    scope: said.REGISTRE_OIDC_SCOPE,
    grants: readGrants(said.REGISTRE_OIDC_ROLES ?? ''),
  };
}

function readGrants(text: string): ReadonlyMap<string, readonly Grant[]> {
  const wrong = (why: string): Error => new Error(`Configuration refusée : REGISTRE_OIDC_ROLES, ${why}`);
  let mapping: unknown;
  try {
    mapping = parseStrictJson(text);
  } catch {
    throw wrong('qui n’est pas du JSON');
  }
  return new Map(
    Object.entries(mapping as object).map(([value, grants]) => {
      if (!Array.isArray(grants)) throw wrong(`« ${value} » : une liste est attendue`);
      return [
        value,
        grants.map((grant: unknown) => {
          const read = grantOf(grant);
          if (read === undefined) throw wrong(`« ${value} » : { authority, roles, bodies? } est attendu`);
          return read;
        }),
      ];
    }),
  );
}

/** A grant, when it has the form of one; else undefined. */
export function grantOf(value: unknown): Grant | undefined {
  const { authority, roles, bodies = null, ...others } = (value ?? {}) as Record<string, unknown>;
  const good =
    typeof authority === 'string' &&
    (authority === EVERY_AUTHORITY || AUTHORITY_KEY.test(authority)) &&
    Array.isArray(roles) &&
    roles.length > 0 &&
    roles.every((role) => ROLES.includes(role as Role)) &&
    (bodies === null || (Array.isArray(bodies) && bodies.every((body) => typeof body === 'string'))) &&
    Object.keys(others).length === 0;
  return good ? { authority, roles: roles as Role[], bodies } : undefined;
}
