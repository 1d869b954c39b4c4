import '@fastify/cookie';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie of a browser's session: kept from scripts and from other sites; where there is TLS, also from anything
 * that could set it without (`__Host-`, RFC 6265bis §4.1.3.2).
 */
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(publicUrl: string | null) {
    this.secure = publicUrl?.startsWith('https:') ?? false;
    this.name = this.secure ? '__Host-registre' : 'registre_session';
  }

  read({ cookies }: FastifyRequest): string | undefined {
    return cookies[this.name];
  }

  /** @param expiresAt seconds since 1970 */
  write(reply: FastifyReply, text: string, expiresAt: number): void {
    void reply.setCookie(this.name, text, { ...this.options(), expires: new Date(expiresAt * 1000) });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options());
  }

  private options(): CookieSerializeOptions {
    return { httpOnly: true, sameSite: 'strict', secure: this.secure, path: '/' };
  }
}
