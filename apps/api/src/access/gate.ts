import { Logger } from '@nestjs/common';
import { forbidden, Refusal } from '@registre/platform';
import type { EventStore } from '@registre/event-store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from './access.js';
import { Authentication } from './authentication.js';
import { BadCredential } from './bad-credential.js';
import { BodyOf } from './body-of.js';
import { requireSameOrigin } from './csrf.js';
import { nameOf } from './hosts.js';
import { PERMISSIONS, type Permission } from './permissions.js';
import { RateLimits } from './rate-limits.js';
import { Rights, type Person } from './roles.js';
import { CONVENING } from './routes-of.js';
import { UnderWay } from './under-way.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set for every request that passed the gate. */
    person: Person | null;
    permission: Permission | null;
  }
  interface FastifyInstance {
    /** Every route, `GET /api/v1`; files of the pages as `GET <pages>`. */
    routes: Set<string>;
  }
}

export interface GateOptions {
  readonly access: Access;
  readonly store: EventStore;
  readonly hosts: ReadonlySet<string>;
}

const PAGES = 'GET <pages>';
const PAGE_FILE: Permission = { roles: 'anyone' };

/** Collects the routes, from now on. */
export function collectRoutes(fastify: FastifyInstance): void {
  const routes = new Set<string>();
  fastify.decorate('routes', routes);
  fastify.addHook('onRoute', ({ method, url, config }) => {
    const isFile = (config as { file?: unknown } | undefined)?.file !== undefined;
    for (const one of [method].flat()) {
      if (one !== 'HEAD') routes.add(isFile ? PAGES : `${one} ${url}`);
    }
  });
}

/**
 * The gate before every route: by which name the server is asked, who asks, whether they may. It is closed to what
 * permissions.ts does not name. Refusals go to the access journal.
 */
export function setGate(fastify: FastifyInstance, options: GateOptions): void {
  const gate = new Gate(fastify, options);
  fastify.decorateRequest('person', null);
  fastify.decorateRequest('permission', null);
  fastify.addHook('onRequest', (request, reply) => gate.enter(request, reply));
  fastify.addHook('preHandler', (request) => gate.bodyNamedInside(request));
  fastify.addHook('onReady', async () => gate.tellUnknownRoutes());
  fastify.addHook('onClose', async () => gate.close());
}

class Gate {
  private readonly logger = new Logger('Access');
  private readonly authentication: Authentication;
  private readonly bodyOf: BodyOf;
  private readonly underWay: UnderWay;
  private readonly rates: RateLimits;

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly options: GateOptions,
  ) {
    const { access, store } = options;
    this.authentication = new Authentication(access);
    this.bodyOf = new BodyOf(store);
    this.underWay = new UnderWay(access.configuration.rates.atOnce, (id) =>
      access.credentials.book.stands(id),
    );
    this.rates = new RateLimits(fastify, access.configuration.rates);
  }

  async enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      this.requireHost(request);
      if (request.is404) return;
      const permission = permissionOf(request);
      request.permission = permission;
      await this.identify(request, reply);
      await this.require(request, permission);
    } catch (error) {
      if (error instanceof Refusal) this.tell(request, reply, error);
      throw error;
    }
  }

  /** A séance to be convened names its body in the request's own body, which is read by now. */
  async bodyNamedInside(request: FastifyRequest): Promise<void> {
    const { permission } = request;
    if (permission === null || permission.roles === 'anyone' || !isConvening(request)) return;
    const { body } = (request.body ?? {}) as { body?: unknown };
    const rights = rightsOf(request);
    if (rights === undefined || rights.has(permission.roles, typeof body === 'string' ? body : null)) return;
    const refusal = limitedToBodies();
    this.record(request, refusal.code);
    throw refusal;
  }

  tellUnknownRoutes(): void {
    for (const route of unknownRoutes(this.fastify.routes)) {
      this.logger.warn(`${route}: no line in access/permissions.ts, refused to everybody`);
    }
  }

  close(): void {
    this.underWay.close();
  }

  private requireHost({ headers, url }: FastifyRequest): void {
    // Probes of an orchestrator come by address.
    if (url.startsWith('/health/') || this.options.hosts.has(nameOf(headers.host))) return;
    throw new Refusal('misdirected', 'host-not-allowed', 'Ce serveur ne répond pas sous ce nom.');
  }

  private async identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    let person: Person;
    try {
      if (!this.authentication.isKnown(request)) await this.rates.requireFewFailures(request);
      const { person: found, fault } = await this.authentication.personOf(request, reply);
      person = found;
      if (fault !== null) await this.rates.countFailure(request);
      if (fault !== null) this.record(request, fault.fault, fault.actor);
    } catch (error) {
      if (error instanceof BadCredential) await this.rates.countFailure(request);
      throw error;
    }
    request.person = person;
    const key = person.actor === null ? request.ip : `${person.by} ${person.credential ?? person.actor}`;
    await this.rates.requireFew(request, person, key);
    this.underWay.add(key, person, reply);
    if (person.by === 'session') requireSameOrigin(request, this.options.hosts);
    requireOrigin(request, person);
  }

  private async require(request: FastifyRequest, permission: Permission): Promise<void> {
    const { roles } = permission;
    const person = request.person ?? this.options.access.nobody;
    if (roles === 'anyone') return;
    const { authority } = request.params as { authority?: string };
    if (authority === undefined) return this.requireAnywhere(person, permission);
    const rights = new Rights(person, authority);
    if (!rights.any) {
      if (person.actor === null) throw unauthenticated();
      throw forbidden('other-authority', 'Votre accès n’est pas pour cette collectivité.');
    }
    if (rights.has(roles, null)) return;
    if (!rights.hasSomewhere(roles)) {
      if (person.actor === null) throw unauthenticated();
      throw forbidden(
        'not-your-role',
        `Il faut pour cela être ${roles.map((role) => FRENCH[role]).join(' ou ')}.`,
      );
    }
    if (isConvening(request) || (await this.isWithin(request, authority, rights, permission))) return;
    throw limitedToBodies();
  }

  // What is in no authority: the list of all, of which each sees their own, and what only the operator does.
  private requireAnywhere({ actor, grants }: Person, { roles, shows }: Permission): void {
    if (shows === 'authorities') {
      if (grants.length > 0) return;
    } else if (new Rights({ grants }, '*').has(roles === 'anyone' ? [] : roles, null)) return;
    if (actor === null) throw unauthenticated();
    throw forbidden('not-your-role', 'Seul l’exploitant du serveur le peut.');
  }

  private async isWithin(
    { params }: FastifyRequest,
    authority: string,
    rights: Rights,
    { roles }: Permission,
  ): Promise<boolean> {
    const { body, session, ballot } = params as { body?: string; session?: string; ballot?: string };
    const named =
      body ??
      (session === undefined ? undefined : await this.bodyOf.session(authority, session)) ??
      (ballot === undefined ? undefined : await this.bodyOf.ballot(authority, ballot));
    return named !== undefined && roles !== 'anyone' && rights.has(roles, named);
  }

  private tell(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
    if (refusal.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer realm="registre"');
    if (refusal.kind === 'too-many') {
      void reply.header('retry-after', (refusal.extensions['retryAfter'] as number | undefined) ?? 1);
    }
    // Who reads the public register without a name, and is asked for one, was refused nothing that they claimed.
    if (refusal.code === 'not-authenticated' && request.method === 'GET') return;
    const isFault = refusal instanceof BadCredential;
    this.record(request, isFault ? refusal.fault : refusal.code, isFault ? refusal.actor : null);
  }

  private record(request: FastifyRequest, code: string, claimed: string | null = null): void {
    const { authority } = (request.params ?? {}) as { authority?: string };
    const [path = ''] = request.url.split('?');
    this.options.access.journal.record(authority ?? null, {
      kind: 'refused',
      code,
      actor: request.person?.actor ?? claimed,
      credential: request.person?.credential ?? null,
      address: request.ip,
      method: request.method,
      path,
    });
  }
}

/** The routes that no line of the table names. */
export const unknownRoutes = (routes: Iterable<string>): string[] =>
  [...routes].filter((route) => route !== PAGES && !PERMISSIONS.has(route) && !route.startsWith('OPTIONS '));

/** The rights of who asks in the authority that the request names. */
export function rightsOf(request: FastifyRequest): Rights | undefined {
  const { authority } = request.params as { authority?: string };
  return authority === undefined || request.person === null
    ? undefined
    : new Rights(request.person, authority);
}

/** @throws Refusal `forbidden` for a route that the table does not name */
function permissionOf({ method, routeOptions }: FastifyRequest): Permission {
  if ((routeOptions.config as { file?: unknown } | undefined)?.file !== undefined) return PAGE_FILE;
  const route = `${method === 'HEAD' ? 'GET' : method} ${routeOptions.url ?? ''}`;
  const permission = PERMISSIONS.get(route);
  if (permission !== undefined) return permission;
  throw forbidden('no-permission', `Aucune ligne de access/permissions.ts ne dit qui peut : ${route}.`);
}

const isConvening = ({ method, routeOptions }: FastifyRequest): boolean =>
  `${method} ${routeOptions.url}` === CONVENING;

function requireOrigin({ headers }: FastifyRequest, { origins }: Person): void {
  const { origin } = headers;
  if (origins === null || origin === undefined || origins.includes(origin)) return;
  throw forbidden('origin-not-allowed', 'Ce jeton ne sert pas aux pages de cette origine.');
}

const unauthenticated = (): Refusal =>
  new Refusal(
    'unauthenticated',
    'not-authenticated',
    'Il faut être connu du registre pour cela : entrez d’abord.',
  );

const limitedToBodies = (): Refusal =>
  forbidden('other-body', 'Votre rôle est limité à certaines instances, et cela n’en est pas.');

const FRENCH = {
  reader: 'lecteur',
  auditor: 'auditeur',
  clerk: 'greffier',
  chair: 'président de séance',
  signatory: 'signataire',
  operator: 'exploitant du serveur',
} as const;
