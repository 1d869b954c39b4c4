import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A fresh register behind its server, and whom the pages are served to: `staff` has every role, `nobody` none. */
export async function startRegister(browser) {
  const data = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const program = join(root, 'apps/cli/dist/main.js');
  const server = spawn(process.execPath, [program, 'serve', '--data', data, '--port', '0'], {
    env: { ...process.env, REGISTRE_LOG_LEVEL: 'error', REGISTRE_RATE_PERSON: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, link } = await addressesOf(server);
  const contexts = {
    staff: await browser.newContext({ locale: 'fr-FR' }),
    nobody: await browser.newContext({ locale: 'fr-FR' }),
  };
  await contexts.staff.request.get(link);
  const ask = async (method, path, data) => {
    const headers = { 'x-registre': 'pages', origin: url };
    const answer = await contexts.staff.request[method](url + path, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    url,
    contexts,
    /** @param path `/assemblee/sessions` */
    send: (path, data) => ask('post', `/api/v1${path}`, data),
    read: (path) => ask('get', `/api/v1${path}`),
    /** Loads the séance that is shipped; gives the key of its authority. */
    loadExample: async () => (await ask('post', '/api/v1/examples', {})).authority,
    /** Writes years of an authority that never was beside the server; gives its key. */
    generate: (sessions) => {
      const options = ['--sessions', String(sessions), '--seed', 'images', '--data', data, '--json'];
      return JSON.parse(execFileSync(process.execPath, [program, 'generate', ...options], { stdio: 'pipe' }))
        .authority;
    },
    stop: async () => {
      await Promise.all(Object.values(contexts).map((context) => context.close()));
      server.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Where it answers, and the link that opens a session. */
async function addressesOf(child) {
  let url;
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    const [link] = /http:\S+\/entrer\?\S+/.exec(line) ?? [];
    if (link) return { url, link };
  }
  throw new Error('the server ended before it listened');
}
