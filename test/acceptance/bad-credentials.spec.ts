import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAuthority, RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';
import { ALL_GRANTS, giveOut } from '../support/tokens.js';

jest.setTimeout(180_000);

const commune = { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' };

describe('given a register and its server', () => {
  const dataDir = tempFolder();
  const authority = newAuthority();
  let server: RunningServer;
  let staff: RegisterClient;

  beforeAll(async () => {
    server = await startServer({ dataDir });
    staff = new RegisterClient(server.url, authority);
    await staff.command('', commune);
  });

  const claims = (more: object = {}) => ({
    iss: 'registre',
    aud: 'registre:token',
    sub: 'intrus',
    jti: 'intrus',
    exp: Math.floor(Date.now() / 1000) + 3600,
    grants: ALL_GRANTS,
    ...more,
  });
  const ownKey = () => Buffer.from(readFileSync(join(dataDir, '_access/key'), 'utf8').trim(), 'base64url');
  const signed = (key: Uint8Array, more: object = {}, alg = 'HS256') =>
    new SignJWT(claims(more)).setProtectedHeader({ alg }).sign(key);

  const journal = async () =>
    (await staff.read('/access-journal?limit=500')).items.filter(
      ({ kind }: { kind: string }) => kind === 'refused',
    );
  const tried = async (token: string) => {
    const { status, body } = await new RegisterClient(server.url, authority, token).send('/bodies', {
      key: 'CM',
      name: 'Conseil',
      kind: 'council',
    });
    return { status, code: body.code, noted: (await journal())[0].code };
  };

  it('when a token is forged, then it is refused and listed', async () => {
    const token = await signed(randomBytes(32));
    expect(await tried(token)).toEqual({ status: 401, code: 'invalid-token', noted: 'forged' });
  });

  it('when a token says that it needs no signature, then it is refused and listed', async () => {
    const token = new UnsecuredJWT(claims()).encode();
    expect(await tried(token)).toEqual({
      status: 401,
      code: 'invalid-token',
      noted: 'algorithm-not-allowed',
    });
  });

  it('when a token is signed by another algorithm, then it is refused and listed', async () => {
    const token = await signed(randomBytes(64), {}, 'HS512');
    expect(await tried(token)).toEqual({
      status: 401,
      code: 'invalid-token',
      noted: 'algorithm-not-allowed',
    });
  });

  it('when a token is for another use or from another issuer, then it is refused and listed', async () => {
    const session = await signed(ownKey(), { aud: 'registre:session' });
    expect(await tried(session)).toMatchObject({ status: 401, noted: 'wrong-audience' });
    const foreign = await signed(ownKey(), { iss: 'https://ailleurs.example' });
    expect(await tried(foreign)).toMatchObject({ status: 401, noted: 'wrong-issuer' });
  });

  it('when a token was never given out, though its signature is good, then it is refused', async () => {
    expect(await tried(await signed(ownKey()))).toMatchObject({ status: 401, noted: 'ended' });
  });

  it('when a token has expired, then it is refused and listed', async () => {
    const { text } = await giveOut(dataDir, 'token', { grants: ALL_GRANTS, lifetime: -10 });
    expect(await tried(text)).toEqual({ status: 401, code: 'expired-token', noted: 'expired' });
  });

  it('when a token is revoked by the command line, then it is refused at once, and listed with its holder', async () => {
    const { stdout } = await runCli([
      'token',
      '--role',
      'clerk',
      '--for',
      'Mme Durand',
      '--authority',
      authority,
      '--data',
      dataDir,
      '--json',
    ]);
    const { id, token } = JSON.parse(stdout);
    const client = new RegisterClient(server.url, authority, token);
    expect((await client.ask('')).status).toBe(200);
    const { stdout: said } = await runCli(['token', 'revoke', id, '--data', dataDir]);
    expect(said).toContain('Retiré');
    expect(await tried(token)).toEqual({ status: 401, code: 'revoked-token', noted: 'ended' });
    expect((await journal())[0].actor).toBe('Mme Durand');
    const { stdout: list } = await runCli(['token', 'list', '--data', dataDir, '--json']);
    expect(JSON.parse(list).find((one: { id: string }) => one.id === id)).toMatchObject({ ended: 'revoked' });
    expect(list).not.toContain(token);
  });

  it('when what is shown is no token at all, then it is refused', async () => {
    for (const token of ['x', 'a.b.c', 'é', 'y'.repeat(20_000)]) {
      const { status } = await fetch(`${server.url}/api/v1/${authority}`, {
        headers: { authorization: `Bearer ${encodeURI(token)}` },
      });
      expect([401, 431]).toContain(status);
    }
  });

  describe('given a one-time link', () => {
    const open = (link: string) => fetch(link, { redirect: 'manual' });
    let cookie: string;
    let link: string;

    it('when it is opened, then a session begins that scripts and other sites cannot take', async () => {
      link = await server.entryLink();
      const answer = await open(link);
      expect(answer.status).toBe(303);
      const set = answer.headers.get('set-cookie') ?? '';
      expect(set).toMatch(/; Path=\/;/);
      expect(set).toMatch(/HttpOnly; SameSite=Strict/);
      expect(set).toMatch(/Expires=/);
      cookie = set.split(';')[0] ?? '';
    });

    it('when it is opened again, then it is refused, and listed', async () => {
      const answer = await open(link);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'link-already-used' });
      await staff.read('/access-journal');
      const { stdout } = await runCli(['access-journal', '--general', '--data', dataDir, '--json']);
      expect(JSON.parse(stdout)[0]).toMatchObject({ code: 'replayed', path: '/entrer', method: 'GET' });
    });

    it('when two open it at once, then one enters', async () => {
      const again = await server.entryLink();
      const statuses = (await Promise.all([open(again), open(again)])).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([303, 401]);
    });

    const write = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1/${authority}/bodies`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: '{}',
      });

    it('when another site’s page sends what its cookie would allow, then it is refused', async () => {
      const attempts: Record<string, string>[] = [
        {},
        { 'x-registre': '1' },
        { 'x-registre': '1', 'sec-fetch-site': 'cross-site' },
        { 'x-registre': '1', 'sec-fetch-site': 'same-site' },
        { 'x-registre': '1', origin: 'https://ailleurs.example' },
        // Another server of the same machine.
        { 'x-registre': '1', origin: 'http://localhost:1' },
        { 'x-registre': '1', origin: `${server.url}0` },
        { 'sec-fetch-site': 'same-origin' },
      ];
      for (const headers of attempts) {
        const answer = await write(headers);
        expect([headers, answer.status]).toEqual([headers, 403]);
        expect(await answer.json()).toMatchObject({ code: 'cross-site' });
      }
      expect((await write({ 'x-registre': '1', 'sec-fetch-site': 'same-origin' })).status).toBe(400);
      expect((await write({ 'x-registre': '1', origin: server.url })).status).toBe(400);
    });

    it('when its holder leaves, then the cookie opens nothing any more', async () => {
      const left = await fetch(`${server.url}/sortir`, {
        method: 'POST',
        headers: { cookie, 'x-registre': '1', 'sec-fetch-site': 'same-origin' },
      });
      expect(left.status).toBe(204);
      expect((await write({ 'x-registre': '1', 'sec-fetch-site': 'same-origin' })).status).toBe(401);
    });
  });

  it('when a command is accepted, then its actor is who showed the token, whatever the request says', async () => {
    const body = { key: 'CM', name: 'Conseil municipal', kind: 'council' };
    expect((await staff.send('/bodies', { ...body, actor: 'un autre' })).status).toBe(400);
    await staff.command('/bodies', body);
    const { items } = await staff.read('/events?type=BodyConstituted');
    expect(items).toMatchObject([{ actor: 'greffe' }]);
  });

  it('when the server is asked under another name, then it does not answer', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(server.url, { headers: { host: 'ailleurs.example' } }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('then its key is for its owner only, and neither in a database nor in the journal', async () => {
    const { statSync, readdirSync } = await import('node:fs');
    expect(statSync(join(dataDir, '_access/key')).mode & 0o777).toBe(0o600);
    const key = readFileSync(join(dataDir, '_access/key'), 'utf8').trim();
    for (const name of readdirSync(join(dataDir, '_access'), { recursive: true, encoding: 'utf8' })) {
      const path = join(dataDir, '_access', name);
      if (name === 'key' || statSync(path).isDirectory()) continue;
      const content = readFileSync(path, 'latin1');
      expect(content).not.toContain(key);
      expect(content).not.toContain('eyJhbGciOi');
    }
  });
});

describe('given a server that keeps the register to those whom it knows', () => {
  it('when anybody asks, then nothing is told', async () => {
    const server = await startServer({ dataDir: tempFolder(), env: { REGISTRE_PUBLIC_READING: 'off' } });
    const known = new RegisterClient(server.url);
    await known.command('', commune);
    await known.read('');
    const anybody = new RegisterClient(server.url, known.authority, null);
    for (const path of ['', '/register', '/sessions']) expect((await anybody.ask(path)).status).toBe(401);
    expect((await fetch(`${server.url}/api/v1`)).status).toBe(401);
  });
});

describe('given a dashboard of others, and a token for it', () => {
  it('then a browser may read from its origin only, and nothing is allowed that was not configured', async () => {
    const dataDir = tempFolder();
    const [allowed, other] = ['https://tableau.example', 'https://autre.example'];
    const server = await startServer({ dataDir, env: { REGISTRE_CORS_ORIGINS: `${allowed},${other}` } });
    const register = new RegisterClient(server.url);
    await register.command('', commune);
    await register.read('');
    const { text } = await giveOut(dataDir, 'token', {
      grants: [{ authority: register.authority, roles: ['reader'], bodies: null }],
      origins: [allowed],
    });
    const from = async (origin: string) => {
      const answer = await fetch(`${server.url}/api/v1/${register.authority}/register`, {
        headers: { origin, authorization: `Bearer ${text}` },
      });
      return [answer.status, answer.headers.get('access-control-allow-origin')];
    };
    expect(await from(allowed)).toEqual([200, allowed]);
    expect((await from(other))[0]).toBe(403);
    expect(await from('https://inconnu.example')).toEqual([403, null]);

    const { url } = await startServer({ dataDir: tempFolder() });
    const closed = await fetch(`${url}/api/v1`, { headers: { origin: allowed } });
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
  });
});
