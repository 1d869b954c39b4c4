import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { constituteSeven, conveneSeven, dayFrom, openSeven } from '../support/council.js';
import { RegisterClient } from '../support/register-client.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

(hasChromium ? describe : describe.skip)('given a séance that was held', () => {
  let server: RunningServer;
  let browser: Browser;
  let clerk: Clerk;
  let session: string;

  beforeAll(async () => {
    server = await startServer({ dataDir: tempFolder() });
    browser = await startBrowser();
    const register = new RegisterClient(server.url, 'brindas');
    await constituteSeven(register);
    session = await conveneSeven(register);
    await openSeven(register, session);
    clerk = await Clerk.enter(browser, await server.entryLink());
  }, 120_000);
  afterAll(() => browser?.close());

  it('when its history is opened, then it is played again step by step', async () => {
    const { page } = clerk;
    await page.goto(`${server.url}/brindas/seances/${session}/historique`);
    const slider = page.getByRole('slider', { name: 'Étape de la séance' });
    await slider.focus();
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight');
    await page.getByText(/^Étape 13 sur \d+$/).waitFor();
    await page.getByRole('img', { name: /présents/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when another is convened too late, then the reason is asked for and recorded', async () => {
    const { page } = clerk;
    await page.goto(`${server.url}/brindas/seances`);
    await clerk.press('Convoquer une séance', 'link');
    await page.getByLabel('Date de la séance').fill(dayFrom(0));
    await page.getByLabel('Convocation envoyée le').fill(dayFrom(-1));
    await page.getByLabel('Membres en exercice').fill('7');
    await page.getByRole('textbox', { name: 'Ordre du jour' }).fill('Comptes\nVœu');
    expect(await violationsOf(page)).toEqual([]);
    await clerk.press('Convoquer');
    await page.getByLabel('Motif (règle R12.notice)').fill('Une urgence');
    expect(await violationsOf(page)).toEqual([]);
    await clerk.press('Convoquer malgré la règle');
    await page.waitForURL('**/preparation');
    await page.getByRole('link', { name: 'Vœu' }).waitFor();
  });
});
