import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntryQuery } from '../queries/query-parameters.js';
import { Access } from './access.js';
import { BadCredential } from './bad-credential.js';
import { IssuerLogin } from './issuer-login.js';
import type { Grant } from './roles.js';
import { routesOf } from './routes-of.js';
import { SessionCookie } from './session-cookie.js';

/** How long a session lasts, in seconds. */
const SESSION = 12 * 3600;

export interface GrantView extends Grant {
  /** The routes that it opens, as permissions.ts names them; in its bodies only, where it is for some. */
  readonly may: readonly string[];
}

/** Who the pages are served to, and how one enters. */
export interface SessionView {
  /** Null: nobody known. */
  readonly actor: string | null;
  readonly grants: readonly GrantView[];
  /** How one enters: by a link that the server printed, or at the issuer. */
  readonly entry: 'link' | 'issuer';
}

/** The door of the pages: a one-time link or the issuer's login opens a session. */
@ApiExcludeController()
@Controller()
export class EntryController {
  private readonly cookie: SessionCookie;
  private readonly login: IssuerLogin | null;

  constructor(private readonly access: Access) {
    this.cookie = new SessionCookie(access.configuration.publicUrl);
    this.login = access.issuer === null ? null : new IssuerLogin(access);
  }

  @Get('api/session')
  session(@Req() { person }: FastifyRequest): SessionView {
    const { actor, grants } = person ?? this.access.nobody;
    const views = grants.map((grant) => ({ ...grant, may: routesOf(grant) }));
    return { actor, grants: views, entry: this.login === null ? 'link' : 'issuer' };
  }

  /** With a link's `jeton`: uses it up. Without: goes to the issuer. */
  @Get('entrer')
  async enter(
    @Req() request: FastifyRequest,
    @Query() { jeton }: EntryQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (jeton === undefined) {
      await (this.login === null ? reply.redirect('/', 303) : this.login.begin(request, reply));
      return;
    }
    await this.open(request, reply, () => this.access.credentials.useLink(jeton));
  }

  @Get('entrer/retour')
  async back(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { login } = this;
    if (login === null) throw new BadCredential('wrong-issuer');
    await this.open(request, reply, () => login.end(request, reply));
  }

  @Post('sortir')
  @HttpCode(204)
  leave(@Req() { person }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    if (person?.by === 'session' && person.credential !== null) {
      this.access.credentials.book.end(person.credential, 'left');
    }
    this.cookie.clear(reply);
  }

  private async open(
    request: FastifyRequest,
    reply: FastifyReply,
    who: () => Promise<Pick<NonNullable<FastifyRequest['person']>, 'grants'> & { actor: string | null }>,
  ): Promise<void> {
    try {
      const { actor, grants } = await who();
      if (actor === null) throw new BadCredential('wrong-claim');
      const session = await this.access.credentials.issue('session', { actor, grants, lifetime: SESSION });
      this.cookie.write(reply, session.text, session.expiresAt);
      await reply.header('cache-control', 'no-store').redirect('/', 303);
    } catch (error) {
      if (error instanceof BadCredential) this.record(request, error);
      throw error;
    }
  }

  private record({ ip, method, url }: FastifyRequest, { fault, actor }: BadCredential): void {
    const [path = ''] = url.split('?');
    const said = {
      kind: 'refused',
      code: fault,
      actor,
      credential: null,
      address: ip,
      method,
      path,
    } as const;
    this.access.journal.record(null, said);
  }
}
