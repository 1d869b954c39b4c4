import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { DATED, datedHistory, keepHistory } from '../support/dated-register.js';
import { RegisterClient } from '../support/register-client.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

(hasChromium ? describe : describe.skip)('given an act wrongly published, rectified, then withdrawn', () => {
  let server: RunningServer;
  let browser: Browser;
  let citizen: Clerk;
  let register: string;
  let act: string;

  beforeAll(async () => {
    const dataDir = tempFolder();
    await keepHistory(dataDir, datedHistory());
    server = await startServer({ dataDir });
    // The first question has the log read.
    await new RegisterClient(server.url, DATED.authority).read('/register');
    browser = await startBrowser();
    citizen = await Clerk.enter(browser, null);
    register = `${server.url}/${DATED.authority}`;
    act = `${register}/affaires/${DATED.act}`;
  }, 120_000);
  afterAll(() => browser?.close());

  const banner = () => citizen.page.getByText(/^Vous lisez/);

  // Known on, in effect on → certified, fate, in effect.
  it.each([
    ['2024-03-21', '2024-04-15', 'PROJET', null, 'inconnu'],
    ['2024-03-22', '2024-04-15', 'Extrait certifié', null, 'inconnu'],
    ['2024-04-02', '2024-03-26', 'Extrait certifié', null, 'non'],
    ['2024-04-02', '2024-04-15', 'Extrait certifié', null, 'oui'],
    ['2024-04-12', '2024-04-15', 'Extrait certifié', 'Acte rectifié', 'oui'],
    ['2024-05-22', '2024-04-15', 'Extrait certifié', 'Acte retiré', 'non'],
  ])('as known on %s, on %s: %s, %s, in effect: %s', async (known, effect, certified, fate, answer) => {
    const { page } = citizen;
    await page.goto(`${act}?connu=${known}&vigueur=${effect}`);
    await banner().waitFor();
    await page.getByText(certified).first().waitFor();
    const row = page.locator('dl > div', { has: page.getByText(/^En vigueur le/) });
    expect(await row.locator('dd').innerText()).toBe(answer);
    for (const one of ['Acte rectifié', 'Acte retiré']) {
      const isTold = fate !== null && (one === fate || fate === 'Acte retiré');
      expect((await page.getByText(new RegExp(`^${one} le`)).count()) > 0).toBe(isTold);
    }
  });

  it('when a moment is chosen on the register, then links stay in it, until one comes back to today', async () => {
    const { page } = citizen;
    await page.goto(register);
    await citizen.press('Machine à remonter le temps');
    await page.getByRole('group', { name: 'Tel que connu le…' }).getByLabel('Jour').fill('2024-04-02');
    await banner().waitFor();
    expect(await banner().innerText()).toContain('le 2 avril 2024, en fin de journée');
    await page.getByRole('group', { name: 'Tel qu’en vigueur le…' }).getByLabel('Jour').fill('2024-04-15');
    await page.getByRole('columnheader', { name: 'En vigueur' }).waitFor();
    await page.getByRole('cell', { name: 'oui' }).waitFor();
    expect(await page.getByRole('link', { name: 'Achat d’une parcelle' }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await citizen.press('Budget primitif', 'link');
    await page.waitForURL('**/affaires/**');
    expect(new URL(page.url()).searchParams.get('connu')).toBe('2024-04-02');
    expect(await page.getByText('Acte retiré').count()).toBe(0);
    await page.getByText(/^Document d’aujourd’hui/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await citizen.press('Revenir à aujourd’hui');
    await page.getByText(/^Acte retiré le/).waitFor();
    expect(await banner().count()).toBe(0);
    expect(page.url()).toBe(act);
  });

  it('when one steps from change to change, then each is told, in both directions', async () => {
    const { page } = citizen;
    await page.goto(`${act}?connu=2024-04-02`);
    await citizen.press('Machine à remonter le temps');
    await page.getByText(/changement 4 sur 6/).waitFor();
    await citizen.press('Changement suivant');
    await page.getByText(/changement 5 sur 6/).waitFor();
    await page.getByText(/^Acte rectifié le/).waitFor();
    await citizen.press('Changement suivant');
    await page.getByText(/^Acte retiré le/).waitFor();
    await citizen.press('Changement précédent');
    await page.getByText(/changement 5 sur 6/).waitFor();
    await page.getByRole('slider', { name: 'Tel que connu le' }).focus();
    await page.keyboard.press('Home');
    await page.getByText('PROJET – non certifié').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when the past was imported, then its page says since when the register knows it', async () => {
    const { page } = citizen;
    const imported = `${register}/affaires/${DATED.importedAct}`;
    await page.goto(imported);
    const since = page.getByText(/^Connu du registre depuis le 1er juin 2024/);
    await since.waitFor();
    expect(await since.innerText()).toContain('4 mai 2022');
    await page.goto(`${imported}?connu=2024-05-30`);
    await page.getByText(/n’était pas connue du registre à ce moment-là/).waitFor();
    await banner().waitFor();
    await page.goto(`${register}/seances/${DATED.importedSession}`);
    await since.waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when a member is read in the past, then only the séances that were known count', async () => {
    const { page } = citizen;
    await page.goto(`${register}/elus/tanguy?connu=2024-04-02`);
    await page.getByText(/^Vous lisez ce membre/).waitFor();
    const day = (text: string) => page.getByText(text).locator('visible=true').first();
    await day('21 mars 2024').waitFor();
    expect(await page.getByText('4 mai 2022').count()).toBe(0);
    await citizen.press('Revenir à aujourd’hui');
    await day('4 mai 2022').waitFor();
  });

  it('when two moments are compared, then what differs stands side by side', async () => {
    const { page } = await Clerk.enter(browser, await server.entryLink());
    await page.goto(`${register}/comparer?du=2024-03-22&au=2024-04-30`);
    const row = page.getByRole('row', { name: /^Publié/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/non renseigné[\s\S]*27 mars 2024, site internet/);
    await page.getByRole('row', { name: /^Suites aucune Acte rectifié \(10 avril 2024\)/ }).waitFor();
    expect(await page.getByRole('row', { name: /^Objet/ }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'L’acte entier, côte à côte' }).click();
    await page.getByText('4 éléments diffèrent.').waitFor();
    await page.getByRole('checkbox', { name: 'Montrer aussi ce qui est pareil' }).check();
    await page.getByRole('row', { name: /^Objet Budget primitif Budget primitif/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('et tel que connu le').fill('2024-03-22');
    await page.getByRole('button', { name: 'Comparer' }).click();
    await page.getByText('Rien ne diffère entre ces deux moments.').waitFor();
  });
});
