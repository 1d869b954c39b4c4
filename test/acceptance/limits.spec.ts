import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { LiveReader } from '../support/live-reader.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';
import { ALL_GRANTS, giveOut } from '../support/tokens.js';

jest.setTimeout(180_000);

const commune = { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' };
const statuses = async (answers: Promise<{ status: number }>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

describe('given a server that allows little', () => {
  it('when one address, or one person, asks more, then it is told when to come again, and others go on', async () => {
    const dataDir = tempFolder();
    const env = { REGISTRE_RATE_ADDRESS: '5', REGISTRE_RATE_PERSON: '20' };
    const server = await startServer({ dataDir, env });
    const known = new RegisterClient(server.url);
    await known.command('', commune);
    const anybody = new RegisterClient(server.url, known.authority, null);
    for (let time = 0; time < 5; time++) expect((await anybody.ask('')).status).not.toBe(429);
    const { status, body, headers } = await anybody.ask('');
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await known.ask('')).status).toBe(200);

    const busy = await statuses(Array.from({ length: 30 }, () => known.ask('')));
    expect(busy).toContain(429);
    const { text } = await giveOut(dataDir, 'token', { grants: ALL_GRANTS, actor: 'un autre' });
    expect((await new RegisterClient(server.url, known.authority, text).ask('')).status).toBe(200);
  });
});

describe('given somebody who follows a register live', () => {
  const dataDir = tempFolder();
  let server: Awaited<ReturnType<typeof startServer>>;
  let known: RegisterClient;
  beforeAll(async () => {
    server = await startServer({ dataDir, env: { REGISTRE_REQUESTS_AT_ONCE: '2' } });
    known = new RegisterClient(server.url);
    await known.command('', commune);
    await known.read('');
  });

  const holding = async (lifetime: number) => {
    const { id, text } = await giveOut(dataDir, 'token', {
      grants: ALL_GRANTS,
      actor: 'Mme Durand',
      lifetime,
    });
    const address = `${server.url}/api/v1/${known.authority}/live`;
    const follow = () => LiveReader.open(address, { authorization: `Bearer ${text}` });
    const asked = async (): Promise<[status: number, code: unknown]> => {
      const { status, body } = await new RegisterClient(server.url, known.authority, text).ask('');
      return [status, body.code];
    };
    return { id, follow, asked };
  };
  const whatBecomesOf = (stream: LiveReader) =>
    Promise.race([
      stream.ended().then(
        () => 'over',
        () => 'over',
      ),
      delay(15_000, 'goes on'),
    ]);

  it('when the token is revoked, then the stream is over', async () => {
    const { id, follow, asked } = await holding(3_600);
    const stream = await follow();
    await runCli(['token', 'revoke', id, '--data', dataDir]);
    expect(await whatBecomesOf(stream)).toBe('over');
    expect(await asked()).toEqual([401, 'revoked-token']);
  });

  it('when the token expires, then the stream is over, and the token known a moment ago is refused', async () => {
    const { follow, asked } = await holding(4);
    const stream = await follow();
    expect(await asked()).toEqual([200, undefined]);
    expect(await whatBecomesOf(stream)).toBe('over');
    expect(await asked()).toEqual([401, 'expired-token']);
  });

  it('when so many streams are open, then one more waits for another to end, and other people do not', async () => {
    const { follow, asked } = await holding(3_600);
    const streams = [await follow(), await follow()];
    expect(await asked()).toEqual([429, 'too-many-at-once']);
    expect((await known.ask('')).status).toBe(200);
    streams[0]?.close();
    let answer = await asked();
    for (let time = 0; time < 50 && answer[0] === 429; time++) {
      await delay(100);
      answer = await asked();
    }
    expect(answer).toEqual([200, undefined]);
    streams[1]?.close();
  });
});

describe('given somebody who shows bad tokens again and again', () => {
  it('then they are verified no more, and who was known before goes on from the same address', async () => {
    const server = await startServer({ dataDir: tempFolder() });
    const known = new RegisterClient(server.url);
    await known.command('', commune);
    await known.read('');
    const forged = (number: number) => server.token.slice(0, -4) + String(number).padStart(4, 'x');
    const bad = () =>
      statuses(
        Array.from({ length: 70 }, (_, number) =>
          new RegisterClient(server.url, known.authority, forged(number)).ask('/register'),
        ),
      );
    expect(await bad()).toContain(401);
    expect(new Set(await bad())).toEqual(new Set([429]));
    expect(await statuses(Array.from({ length: 20 }, () => known.ask('/register')))).toEqual(
      Array.from({ length: 20 }, () => 200),
    );
    // What one flood does is counted in the journal, not repeated in it.
    const { items } = await known.read('/access-journal?limit=500');
    expect(items.filter(({ kind }: { kind: string }) => kind === 'refused').length).toBeLessThan(10);
  });
});
