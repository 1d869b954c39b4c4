import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { DATED, datedHistory, keepHistory } from '../support/dated-register.js';
import { RegisterClient } from '../support/register-client.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

(hasChromium ? describe : describe.skip)(
  'given a history, and an event that two views cannot take in',
  () => {
    let server: RunningServer;
    let browser: Browser;
    let auditor: Clerk;
    let register: string;

    beforeAll(async () => {
      const dataDir = tempFolder();
      const history = datedHistory();
      // Somebody decides on what is on no agenda: nothing that a command of ours would write.
      history.decided(DATED.session, 'unknown');
      const corrected = { recordedAt: '2024-06-03T08:00:00.000Z', actor: 'secretariat' };
      const revised = { session: DATED.session, number: '2024-01' };
      history.add('affair', DATED.act, 'AffairNumbered', revised, corrected);
      history.add('affair', DATED.act, 'AffairNumbered', { ...revised, number: '2024-02' }, corrected);
      await keepHistory(dataDir, history);
      server = await startServer({ dataDir });
      // The first question has the log read.
      await new RegisterClient(server.url, DATED.authority).read('/register');
      browser = await startBrowser();
      auditor = await Clerk.enter(browser, await server.entryLink());
      register = `${server.url}/${DATED.authority}`;
    }, 120_000);
    afterAll(() => browser?.close());

    const told = () => auditor.page.getByRole('region', { name: 'Événements' }).getByRole('listitem');

    it('when the journal is opened, then it is filtered by what, whom and when, and exported alike', async () => {
      const { page } = auditor;
      await page.goto(`${register}/journal`);
      await told().first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.getByLabel('Ce qui s’est passé').selectOption({ label: 'Vote exprimé' });
      await auditor.press('Filtrer');
      await page.getByText('4 événements à l’écran', { exact: false }).waitFor();
      await page.getByLabel('Vrai du').fill('2024-01-01');
      await auditor.press('Filtrer');
      await page.getByText('Aucun événement ne répond à ces critères').waitFor();
      await auditor.press('Tout afficher');
      await page.getByRole('checkbox', { name: 'Seulement ce qui corrige' }).check();
      await page.getByLabel('Par qui').selectOption('secretariat');
      await auditor.press('Filtrer');
      await page.getByText('1 événement à l’écran', { exact: false }).waitFor();
      const file = await page.getByRole('link', { name: 'données (JSON Lines)' }).getAttribute('href');
      const lines = (await (await page.request.get(`${server.url}${file}`)).text()).trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['AffairNumbered']);
      expect(await violationsOf(page)).toEqual([]);
    });

    it('when what an event corrects is followed, then that event stands among those around it', async () => {
      const { page } = auditor;
      await page
        .getByRole('link', { name: /^l’événement n°/ })
        .first()
        .click();
      await page.getByText(/^L’événement n°.*et ceux qui l’entourent/).waitFor();
      await page.getByText(/Corrigé depuis par/).waitFor();
      expect(await page.getByText('2024-01', { exact: false }).count()).toBeGreaterThan(0);
    });

    it('when a part of the timeline is chosen by keyboard, then it becomes the period', async () => {
      const { page } = auditor;
      await page.goto(`${register}/journal?axe=vrai`);
      const bars = page.getByRole('group', { name: 'Frise des événements' }).getByRole('button');
      await bars.first().waitFor();
      await page.getByRole('radio', { name: 'quand le registre l’a appris' }).check();
      const first = page.getByRole('button', { name: /^du 21 mars 2024 / });
      await first.focus();
      const [, count] = /(\d+)\sévénements$/.exec((await first.getAttribute('aria-label')) ?? '') ?? [];
      await page.keyboard.press('Enter');
      await page.getByText(new RegExp(`^${count}\\sévénements à l’écran`)).waitFor();
      expect(await page.getByLabel('Appris du').inputValue()).toBe('2024-03-21');
      await page.goto(`${register}/journal?sens=ancien`);
      await auditor.press('Page suivante');
      // The page before stays until this one is there.
      await told().nth(2).waitFor({ state: 'detached' });
      expect(await told().count()).toBe(2);
      expect(await page.getByRole('button', { name: 'Première page' }).count()).toBe(1);
    });

    it('when a séance is played again by keyboard, then its room is drawn at each step, at its address', async () => {
      const { page } = auditor;
      await page.goto(`${register}/seances/${DATED.session}/historique`);
      await page.getByText(/^Étape 1 sur \d+$/).waitFor();
      for (let step = 1; step < 8; step++) await page.keyboard.press('ArrowRight');
      await page.getByText(/^Étape 8 sur \d+$/).waitFor();
      await page.getByRole('img', { name: 'Salle\u00a0: 2\u00a0présents, 1\u00a0représenté' }).waitFor();
      expect(new URL(page.url()).searchParams.get('etape')).toBe('8');
      await page.keyboard.press('ArrowLeft');
      await page.getByText(/^Étape 7 sur \d+$/).waitFor();
      await page.goto(`${register}/seances/${DATED.session}/historique?etape=13`);
      await page.getByRole('img', { name: /, 1\sa voté$/ }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await auditor.press('Lecture');
      await page.getByText(/^Étape 14 sur \d+$/).waitFor();
      await auditor.press('Pause');
    });

    it('when motion is not wanted, then nothing plays by itself', async () => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(await server.entryLink());
      await page.goto(`${register}/seances/${DATED.session}/historique`);
      await page.getByText(/La lecture automatique est retirée/).waitFor();
      expect(await page.getByRole('button', { name: 'Lecture' }).count()).toBe(0);
      await context.close();
    });

    it('when a view has stopped, then its pages say which, since when and what is missing, and the others go on', async () => {
      const { page } = auditor;
      await page.goto(register);
      await page.getByText(/Cette page n’est plus tenue à jour\s: la liste des délibérations/).waitFor();
      await page.getByText(/Elle est exacte jusqu’à l’événement n°\s48/).waitFor();
      expect(await page.getByText(/Rien n’est perdu/).innerText()).toContain('les autres pages');
      expect(await violationsOf(page)).toEqual([]);
      await page.goto(`${register}/seances/${DATED.session}`);
      await page.getByText(/n’est plus tenue à jour\s: les séances et les membres/).waitFor();
      await page.goto(`${register}/journal`);
      await told().first().waitFor();
      expect(await page.getByText(/n’est plus tenue à jour/).count()).toBe(0);
      const health = await page.request.get(`${server.url}/health/ready`);
      expect(await health.text()).toContain('"model":"register"');
    });
  },
);
