// Takes the pictures of the README: a fresh register, the example séance loaded by its button, each page in a real
// Chromium. Run after npm run build:  node scripts/screenshots.mjs [FOLDER]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'apps', 'dashboard', 'screenshots');
const data = mkdtempSync(join(tmpdir(), 'screenshots-'));
mkdirSync(folder, { recursive: true });

const server = spawn(
  process.execPath,
  [join(root, 'apps/cli/dist/main.js'), 'serve', '--data', data, '--port', '0'],
  {
    env: { ...process.env, REGISTRE_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  await takePictures(await addressesOf(server));
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true, force: true });
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

async function takePictures({ url, link }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
  const picture = async (name) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
    console.log(`${name}.png`);
  };
  await page.goto(link);
  await picture('accueil');
  await page.getByRole('button', { name: /Charger la séance/ }).click();
  await page.getByRole('table').waitFor();
  await picture('registre');
  const { items } = await (await fetch(`${url}/api/v1/200054807/register`)).json();
  const [{ affair, session }] = items;
  for (const [name, path] of [
    ['acte', `affaires/${affair}`],
    ['historique', `affaires/${affair}/historique`],
    ['seances', 'seances'],
    ['seance', `seances/${session}`],
  ]) {
    await page.goto(`${url}/200054807/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(name);
  }
}
