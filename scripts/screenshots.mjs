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
    await page.waitForTimeout(800);
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
  await takePicturesAtWork(page, url);
}

/** A séance of 240 members under way, on a phone, a laptop and the screen of a meeting room. */
async function takePicturesAtWork(page, url) {
  const session = await seanceUnderWay(page, url);
  const sizes = { telephone: [390, 844], portable: [1366, 768], salle: [1920, 1080] };
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    for (const [name, path] of [
      ['conduite', 'conduite'],
      ['ecran-de-salle', 'salle'],
    ]) {
      await page.goto(`${url}/assemblee/seances/${session}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // The live stream keeps the network busy: the page is there once its heading is.
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
      console.log(`${name}-${size}.png`);
    }
  }
}

/** Convenes, opens and takes to its first vote by name; gives the séance's id. */
async function seanceUnderWay(page, url) {
  const send = async (path, data) => {
    const headers = { 'x-registre': 'pages', origin: url };
    const answer = await page.request.post(`${url}/api/v1/assemblee${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const members = Array.from({ length: 240 }, (_, place) => ({
    ref: `m${place + 1}`,
    givenName: ['Marie-Antoinette', 'Jean', 'Aïcha', 'Léo'][place % 4],
    familyName: place === 1 ? 'DE LA ROCHEFOUCAULD-MONTBEL' : `MEMBRE ${place + 1}`,
  }));
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await send('', { name: 'Assemblée', kind: 'metropole', timezone: 'Europe/Paris' });
  await send('/bodies', { key: 'conseil', name: 'Conseil', kind: 'council', numbering: 'body' });
  await send('/bodies/conseil/members', { members });
  const convened = { body: 'conseil', date: day(0), inOffice: 240, convenedOn: day(30) };
  const { id } = await send('/sessions', convened);
  const affairs = [];
  for (const [place, subject] of ['Budget primitif', 'Tarifs des transports', 'Vœu'].entries()) {
    affairs.push(await send(`/sessions/${id}/affairs`, { subject, order: place + 1 }));
  }
  const entries = members.map(({ ref }, place) => ({
    member: ref,
    status: place % 12 === 5 ? 'absent' : 'present',
  }));
  await send(`/sessions/${id}/attendance`, { entries });
  await send(`/sessions/${id}/opening`, { attendance: [], proxies: [], movements: [], secretaries: [] });
  await send(`/sessions/${id}/chair`, { member: 'm1' });
  await send(`/sessions/${id}/affairs/${affairs[0].id}/call`, { recusals: [] });
  const opened = { affair: affairs[0].id, method: 'roll-call' };
  const { id: ballot } = await send(`/sessions/${id}/ballots`, opened);
  const voters = entries.filter(({ status }) => status === 'present').slice(0, 150);
  for (const [place, { member }] of voters.entries()) {
    const choice = place % 5 === 1 ? 'against' : place % 11 === 3 ? 'abstention' : 'for';
    await send(`/ballots/${ballot}/votes`, { seat: member, choice });
  }
  return id;
}
