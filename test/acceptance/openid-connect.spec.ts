import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { newId } from '@registre/platform';
import { freePort, Issuer, issuerKey, logIn, Visit, type IssuerKey } from '../support/issuer.js';
import { newAuthority, RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

jest.setTimeout(180_000);

const AUDIENCE = 'urn:registre:tests';
const commune = { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' };

describe('given a server that takes the word of an OpenID Connect issuer', () => {
  const authority = newAuthority();
  const dataDir = tempFolder();
  let server: RunningServer;
  let issuer: Issuer;
  let first: IssuerKey;
  let staff: RegisterClient;

  beforeAll(async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    server = await startServer({
      dataDir,
      env: {
        REGISTRE_OIDC_ISSUER: url,
        REGISTRE_OIDC_CLIENT_ID: 'logiciel-de-seance',
        REGISTRE_OIDC_CLIENT_SECRET: 'secret-of-the-tests',
        REGISTRE_OIDC_AUDIENCE: AUDIENCE,
        REGISTRE_OIDC_ROLES: JSON.stringify({ greffe: [{ authority, roles: ['clerk'] }] }),
      },
    });
    issuer = new Issuer(url, `${server.url}/entrer/retour`);
    first = await issuerKey('first');
    await issuer.start([first]);
    staff = new RegisterClient(server.url, authority);
    await staff.command('', commune);
    await staff.read('');
  });

  const claims = (more: object = {}) => ({
    iss: issuer.url,
    aud: AUDIENCE,
    sub: 'marie',
    roles: ['greffe'],
    exp: Math.floor(Date.now() / 1000) + 600,
    ...more,
  });
  const withToken = (token: string) => new RegisterClient(server.url, authority, token);
  const tried = async (token: string) => {
    // An address of its own: what is refused again within a minute is counted, not listed again.
    const { status, body } = await withToken(token).ask(`/affairs/${newId()}`);
    const { items } = await staff.read('/access-journal');
    return { status, code: body.code, noted: items[0]?.code };
  };

  it('when a program shows the issuer’s token, then it may what its roles are mapped to, and no more', async () => {
    const program = withToken(await issuer.accessToken(AUDIENCE));
    await program.command('/bodies', { key: 'CM', name: 'Conseil municipal', kind: 'council' });
    const { items } = await program.read('/events?type=BodyConstituted');
    expect(items).toMatchObject([{ actor: 'logiciel-de-seance' }]);
    expect((await program.ask('/access-journal')).status).toBe(403);
    expect(
      (await new RegisterClient(server.url, newAuthority(), await issuer.accessToken(AUDIENCE)).ask(''))
        .status,
    ).toBe(403);
  });

  it('when somebody logs in with a browser, then a session with their roles begins, under their name', async () => {
    const visit = new Visit();
    const { url, answer } = await logIn(visit, `${server.url}/entrer`, 'marie.durand');
    expect([url, answer.status]).toEqual([`${server.url}/`, 200]);
    const cookie = visit.cookiesFor(new URL(server.url));
    expect(cookie).toContain('registre_session=');
    const seen = await fetch(`${server.url}/api/session`, { headers: { cookie } });
    expect(await seen.json()).toMatchObject({ actor: 'marie.durand', entry: 'issuer' });
    const written = await fetch(`${server.url}/api/v1/${authority}/bodies`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'x-registre': '1',
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ key: 'BM', name: 'Bureau', kind: 'bureau' }),
    });
    expect(written.status).toBe(200);
    const events = (await staff.read('/events?actor=marie.durand')).items;
    expect(events).toMatchObject([{ type: 'BodyConstituted' }]);
  });

  it('when somebody without a role logs in, then no session begins, and it is listed', async () => {
    const { answer } = await logIn(new Visit(), `${server.url}/entrer`, 'sans-role');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('registre_session=ey');
    const { stdout } = await runCli(['access-journal', '--general', '--data', dataDir, '--json']);
    expect(JSON.parse(stdout)[0]).toMatchObject({ code: 'no-grant', actor: 'sans-role' });
  });

  it('when the answer of a login is brought by another browser, or twice, then it opens nothing', async () => {
    const stolen = await fetch(`${server.url}/entrer/retour?code=abc&state=def`, { redirect: 'manual' });
    expect(stolen.status).toBe(401);
    const begun = await fetch(`${server.url}/entrer`, { redirect: 'manual' });
    const address = new URL(begun.headers.get('location') ?? '');
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('nonce')).toBeTruthy();
    const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
    const forged = await fetch(`${server.url}/entrer/retour?code=abc&state=another`, {
      headers: { cookie },
      redirect: 'manual',
    });
    expect(forged.status).toBe(401);
  });

  it('when a token is for another audience, from another issuer, or of no role here, then it is refused and listed', async () => {
    const elsewhere = await issuer.accessToken('urn:somebody:else');
    expect(await tried(elsewhere)).toMatchObject({ status: 401, noted: 'wrong-audience' });
    const foreign = await first.sign(claims({ iss: 'http://127.0.0.1:1' }));
    expect(await tried(foreign)).toMatchObject({ status: 401, noted: 'wrong-issuer' });
    expect(await tried(await first.sign(claims({ roles: ['cantine'] })))).toMatchObject({
      status: 401,
      noted: 'no-grant',
    });
  });

  it('when a token has expired, or says no end, then it is refused and listed', async () => {
    const past = Math.floor(Date.now() / 1000) - 60;
    expect(await tried(await first.sign(claims({ exp: past })))).toMatchObject({
      code: 'expired-token',
      noted: 'expired',
    });
    expect(await tried(await first.sign(claims({ exp: undefined })))).toMatchObject({
      status: 401,
      noted: 'wrong-claim',
    });
  });

  it('when a token needs no signature, or is signed with the public key as if it were a secret, then it is refused', async () => {
    expect(await tried(new UnsecuredJWT(claims()).encode())).toMatchObject({
      status: 401,
      noted: 'algorithm-not-allowed',
    });
    const secret = new TextEncoder().encode(await exportSPKI(first.publicKey));
    const confused = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(secret);
    expect(await tried(confused)).toMatchObject({ status: 401, noted: 'algorithm-not-allowed' });
  });

  it('when a token of the issuer takes the name of one of the register’s own actors, then it is refused', async () => {
    expect(await tried(await first.sign(claims({ sub: 'local' })))).toMatchObject({
      status: 401,
      noted: 'wrong-claim',
    });
  });

  it('when the issuer’s key is replaced, then new tokens are good without a restart, and the old key’s are not', async () => {
    const second = await issuerKey('second');
    await issuer.stop();
    await issuer.start([second]);
    // The keys are not fetched again for any stranger’s sake, but every few seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await withToken(await second.sign(claims({ sub: 'jeanne' }))).ask('/events')).status).toBe(200);
    expect(await tried(await first.sign(claims({ sub: 'ancien' })))).toMatchObject({
      status: 401,
      noted: 'forged',
    });
  });

  it('when the issuer cannot be reached, then what was verified goes on, and what was not is told to come again', async () => {
    const third = await issuerKey('third');
    await issuer.stop();
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const { status, body } = await withToken(await third.sign(claims())).ask('/events');
    expect([status, body.code]).toEqual([503, 'issuer-unavailable']);
  });
});

describe('given a configuration of an issuer that is not whole or not safe', () => {
  const start = async (env: Record<string, string>) =>
    (await runCli(['serve', '--data', tempFolder(), '--port', '0'], env)).stderr;
  const good = {
    REGISTRE_OIDC_ISSUER: 'https://identite.example',
    REGISTRE_OIDC_CLIENT_ID: 'logiciel-de-seance',
    REGISTRE_OIDC_AUDIENCE: AUDIENCE,
    REGISTRE_OIDC_ROLES: '{"greffe": [{"authority": "valmont", "roles": ["clerk"]}]}',
  };

  it('then the server does not start, and names the variable', async () => {
    expect(await start({ ...good, REGISTRE_OIDC_ISSUER: 'http://identite.example' })).toContain(
      'REGISTRE_OIDC_ISSUER',
    );
    const { REGISTRE_OIDC_AUDIENCE: _, ...without } = good;
    expect(await start(without)).toContain('REGISTRE_OIDC_AUDIENCE');
    expect(
      await start({
        ...good,
        REGISTRE_OIDC_ROLES: '{"greffe": [{"authority": "valmont", "roles": ["roi"]}]}',
      }),
    ).toContain('REGISTRE_OIDC_ROLES');
  });
});
