import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterwards } from './afterwards.js';

const MAIN = join(import.meta.dirname, 'issuer-main.js');

/** A key that an issuer signs with; the tests hold it too, to sign what an issuer would not. */
export async function issuerKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' }).sign(privateKey);
  return { kid, jwk, sign, publicKey };
}

export type IssuerKey = Awaited<ReturnType<typeof issuerKey>>;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An OpenID Connect issuer that can be stopped, and started again with another key. */
export class Issuer {
  private child: ChildProcess | undefined;

  constructor(
    readonly url: string,
    private readonly redirect: string,
  ) {
    afterwards(() => this.stop());
  }

  async start(keys: readonly IssuerKey[]): Promise<void> {
    const said = { url: this.url, redirect: this.redirect, keys: keys.map(({ jwk }) => jwk) };
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, ISSUER: JSON.stringify(said) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.child = child;
    const listening = new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('listening') && resolve());
      child.once('close', (code) => reject(new Error(`the issuer ended with ${code}`)));
    });
    await listening;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  /** An access token for a program, as the issuer makes it. */
  async accessToken(audience: string): Promise<string> {
    const answer = await fetch(`${this.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'logiciel-de-seance',
        client_secret: 'secret-of-the-tests',
        resource: audience,
        scope: 'api',
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`the issuer gave no token: ${answer.status}`);
    return token;
  }
}

/** A browser without pages: it follows redirections and keeps cookies, host by host and path by path. */
export class Visit {
  private readonly jar = new Map<string, { readonly value: string; readonly path: string }>();

  async go(url: string, form?: Readonly<Record<string, string>>): Promise<{ url: string; answer: Response }> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(new URL(url)) },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(new URL(url), answer.headers.getSetCookie());
    const next = answer.headers.get('location');
    return next === null ? { url, answer } : this.go(new URL(next, url).href);
  }

  /** The cookies of a host, as a header. */
  cookiesFor({ host, pathname }: URL): string {
    return [...this.jar]
      .filter(([place, { path }]) => place.startsWith(`${host} `) && pathname.startsWith(path))
      .map(([place, { value }]) => `${place.split(' ')[1] ?? ''}=${value}`)
      .join('; ');
  }

  private keep({ host }: URL, cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const [, path = '/'] = /; ?path=([^;]+)/i.exec(cookie) ?? [];
      const place = `${host} ${pair.slice(0, at)} ${path}`;
      if (at === pair.length - 1) this.jar.delete(place);
      else this.jar.set(place, { value: pair.slice(at + 1), path });
    }
  }
}

/** Logs in on the issuer's own pages, and consents. @returns where it ends */
export async function logIn(visit: Visit, start: string, login: string) {
  let page = await visit.go(start);
  for (let step = 0; step < 5 && /\/interaction\//.test(page.url); step++) {
    const html = await page.answer.text();
    const prompt: Record<string, string> = html.includes('name="login"')
      ? { prompt: 'login', login, password: 'x' }
      : { prompt: 'consent' };
    page = await visit.go(page.url, prompt);
  }
  return page;
}
