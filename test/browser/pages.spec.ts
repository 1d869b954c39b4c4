import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const there = existsSync(CHROMIUM);
if (!there) process.stderr.write(`\n!! SKIPPED: no Chromium at ${CHROMIUM}: the pages are not tested\n\n`);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

(there ? describe : describe.skip)('given an empty register in a real browser', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ dataDir: tempFolder() });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  });
  afterAll(() => browser?.close());

  const violations = async (): Promise<string[]> => {
    await page.waitForLoadState('networkidle');
    return (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
  };

  it('when it is first visited, then one button loads the example séance into the register', async () => {
    await page.goto(server.url);
    await page.getByText('registre token link').waitFor();
    expect(await violations()).toEqual([]);
    await page.goto(await server.entryLink());
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /Charger la séance/ }).click();
    await page.getByRole('link', { name: /Association Medinsoft/ }).waitFor();
    expect(await page.getByText('IVIS-005-13913/23/BM').count()).toBe(1);
    expect(await violations()).toEqual([]);
  });

  it('when the act is opened, then what its source does not say is said to be unknown, and never 0', async () => {
    await page.getByRole('link', { name: /Association Medinsoft/ }).click();
    await page.getByText('19 si les 37 nommés sont tous en exercice').first().waitFor();
    const votes = await page.getByRole('row', { name: /^Pour/ }).first().innerText();
    expect(votes).toContain('non renseigné');
    expect(votes).not.toMatch(/\d/);
    expect(await violations()).toEqual([]);
  });

  it('when its history is opened, then it is told event by event, to the certified extract', async () => {
    await page.getByRole('link', { name: 'Historique' }).click();
    await page.getByText('ExtractCertified').waitFor();
    for (const type of ['ReportSubmitted', 'AffairCalled', 'BallotOpened', 'AffairDecided']) {
      expect(await page.getByText(type, { exact: true }).count()).toBe(1);
    }
    expect(await violations()).toEqual([]);
  });

  it('when the séances are opened, then the board of the séance can be reached', async () => {
    await page.getByRole('link', { name: 'Séances' }).click();
    await page
      .getByRole('link', { name: /4 mai 2023/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Martine VASSAL').count()).toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
  });

  it('when the rules are opened, then each is told with its article, as it was on the day that is asked', async () => {
    const [, authority] = new URL(page.url()).pathname.split('/');
    await page.goto(`${server.url}/${authority}/regles`);
    await page.getByRole('heading', { name: 'Règles appliquées', level: 1 }).waitFor();
    const quorum = page.getByRole('row', { name: /^Quorum/ });
    await page.getByLabel('Au jour du').fill('2023-05-04');
    await quorum.getByText('plus de la moitié des membres en exercice').waitFor();
    expect(await quorum.innerText()).toContain('L5211-1');
    await page.getByLabel('Au jour du').fill('2020-04-30');
    await quorum.getByText('un tiers des membres en exercice').waitFor();
    expect(await quorum.innerText()).toContain('ord. 2020-391 art. 2');
    expect(await page.getByRole('row', { name: /R23\.list-late/ }).innerText()).toContain('L2121-25');
    expect(await violations()).toEqual([]);
  });
});
