import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser } from '../support/browser.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const AUTHORITY = 'brindas';

// Somebody else's dashboard, on another port of this machine: another origin for a browser.
(hasChromium ? describe : describe.skip)('figures read by the page of another server', () => {
  const dataDir = tempFolder();
  const others: Server[] = [];
  let browser: Browser;
  let stats: string;
  let token: string;
  let allowed: string;
  let allowedToOthers: string;
  let notAllowed: string;

  beforeAll(async () => {
    allowed = await serve();
    allowedToOthers = await serve();
    notAllowed = await serve();
    const env = { REGISTRE_CORS_ORIGINS: `${allowed},${allowedToOthers}`, REGISTRE_PUBLIC_READING: 'off' };
    const { url } = await startServer({ dataDir, env });
    const register = new RegisterClient(url, AUTHORITY);
    await constituteCouncil(register, 3);
    const seance = await openSeance(register, { inOffice: 3, present: ['m1', 'm2', 'm3'] });
    await seance.close();
    await register.read('/stats');
    stats = `${url}/api/v1/${AUTHORITY}/stats`;
    const asked = [
      '--role',
      'reader',
      '--for',
      'tableau de bord',
      '--authority',
      AUTHORITY,
      '--origin',
      allowed,
    ];
    const { stdout, code } = await runCli(['token', ...asked, '--data', dataDir]);
    expect(code).toBe(0);
    token = stdout.trim();
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const other of others) other.close();
  });

  async function serve(): Promise<string> {
    const other = createServer((_, reply) => {
      reply
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end('<!doctype html><title>Tableau de bord</title>');
    });
    others.push(other);
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  }

  /** What a page of that origin gets, asking with that token. */
  async function askedFrom(origin: string, asked: string, shown: string | null): Promise<string> {
    const page = await browser.newPage();
    try {
      await page.goto(origin);
      return await page.evaluate(
        async ([url, bearer]) => {
          const headers: Record<string, string> =
            bearer === null ? {} : { authorization: `Bearer ${bearer}` };
          const answer = await fetch(url, { headers }).catch(() => null);
          return answer === null ? 'the browser refuses' : `${answer.status} ${await answer.text()}`;
        },
        [asked, shown] as const,
      );
    } finally {
      await page.close();
    }
  }

  it('are given with a reading token from an origin that is configured, as JSON and as CSV', async () => {
    const answer = await askedFrom(allowed, stats, token);
    expect(answer.slice(0, 4)).toBe('200 ');
    expect(JSON.parse(answer.slice(4)).items).toMatchObject([
      { sessions: { held: 1 }, attendance: { present: 3 } },
    ]);
    const csv = await askedFrom(allowed, `${stats}.csv?by=month`, token);
    expect(csv).toContain('"CM","Conseil municipal",2024,3,,"attendance","present",3');
  });

  it('are not given without a token where the public may not read', async () => {
    expect(await askedFrom(allowed, stats, null)).toMatch(/^401 /);
  });

  it('are not given from an origin that the token is not for, nor, by the browser, from one that is not configured', async () => {
    expect(await askedFrom(allowedToOthers, stats, token)).toMatch(/^403 .*origin-not-allowed/);
    expect(await askedFrom(notAllowed, stats, token)).toBe('the browser refuses');
  });

  it('come with a token that reads and does not write', async () => {
    const sent = await fetch(stats.replace('/stats', '/sessions'), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(sent.status).toBe(403);
  });
});
