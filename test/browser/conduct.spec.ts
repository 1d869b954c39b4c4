import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { constituteSeven, conveneSeven } from '../support/council.js';
import { RegisterClient } from '../support/register-client.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

// One council of seven, and a séance with three affairs, conducted from the keyboard alone.
(hasChromium ? describe : describe.skip)('a séance conducted in a real browser', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let room: Page;
  let register: RegisterClient;
  let session: string;

  beforeAll(async () => {
    server = await startServer({ dataDir: tempFolder() });
    browser = await startBrowser();
    register = new RegisterClient(server.url, 'brindas');
    await constituteSeven(register);
    session = await conveneSeven(register);
    context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1366, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(await server.entryLink());
    const other = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1920, height: 1080 } });
    room = await other.newPage();
    room.setDefaultTimeout(30_000);
    await room.goto(await server.entryLink());
    await room.goto(`${server.url}/brindas/seances/${session}/salle`);
    await page.goto(`${server.url}/brindas/seances/${session}/conduite`);
  }, 120_000);
  afterAll(() => browser?.close());

  const board = () => register.read(`/sessions/${session}`);
  const recorded = (label: string | RegExp) => page.getByText(label).first().waitFor();
  const focusOn = (name: string | RegExp, role: 'button' | 'link' = 'button') =>
    page.getByRole(role, { name }).first().focus();
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    await focusOn(name, role);
    await page.keyboard.press('Enter');
  };

  it('has no accessibility violation before it begins', async () => {
    await page.getByRole('heading', { name: 'Appel' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await room.getByText('Convoquée').waitFor();
    expect(await violationsOf(room)).toEqual([]);
  });

  it('takes the roll call with one key for each member, and opens', async () => {
    await focusOn(/Alix ALBERT : Présent/);
    for (const key of ['p', 'p', 'p', 'p', 'p', 'e', 'a']) await page.keyboard.press(key);
    await press('Enregistrer l’appel');
    await recorded('Enregistré : l’appel de 7 membres.');
    await press('Ouvrir la séance');
    await recorded('Enregistré : l’ouverture de la séance.');
    const { state } = await board();
    expect(state.status).toBe('open');
    expect(state.openingQuorum).toMatchObject({ present: 5, required: 4, reached: true });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('notes a proxy by typing parts of names', async () => {
    await page.getByLabel('Mandant', { exact: true }).focus();
    await page.keyboard.type('faure');
    await page.getByRole('option', { name: /FAURE/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Mandataire', { exact: true }).focus();
    await page.keyboard.type('alb');
    await page.getByRole('option', { name: /ALBERT/ }).waitFor();
    await page.keyboard.press('Enter');
    await press('Noter le pouvoir');
    await recorded('Enregistré : le pouvoir de');
    expect((await board()).now.room.proxies).toHaveLength(1);
  });

  it('counts a show of hands: the minority is typed, the rest follows; the room sees it without asking', async () => {
    await press('Appeler l’affaire');
    await recorded('Enregistré : l’appel de l’affaire.');
    await press('Ouvrir le scrutin');
    await page.getByLabel('Contre', { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await page.getByText('6 votants = 4 pour + 2 contre').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await press('Enregistrer le décompte');
    await page.getByRole('heading', { name: 'Résultat, non encore proclamé' }).waitFor();
    await room.getByText('Décompte en cours').waitFor();
    expect(await room.getByText('Adoptée', { exact: true }).count()).toBe(0);
    await press('Proclamer et clore le scrutin');
    await recorded('Enregistré : la proclamation du résultat.');
    await room.getByText('Adoptée', { exact: true }).waitFor();
    expect(await violationsOf(room)).toEqual([]);
    await press('Enregistrer l’issue');
    await recorded('Enregistré : l’adoption.');
    const [first] = (await board()).state.affairs;
    expect(first).toMatchObject({ outcome: 'adopted', computed: 'adopted' });
  });

  it('keeps what is typed and what was voted through a cut connection, and records each once', async () => {
    await press('Appeler l’affaire');
    await recorded('Enregistré : l’appel de l’affaire.');
    await page.getByRole('radio', { name: /appel nominal/ }).focus();
    await page.keyboard.press('Space');
    await press('Ouvrir le scrutin');
    await focusOn(/Alix ALBERT : Pour/);
    await page.keyboard.press('p');
    await page.keyboard.press('c');
    await page.getByText('1 votes enregistrés sur 6').waitFor();
    await context.setOffline(true);
    for (const key of ['a', 'p', 'p', 'p']) await page.keyboard.press(key);
    await page.getByText(/le registre ne répond pas/).waitFor();
    expect(Object.keys((await board()).voting.votes)).toHaveLength(1);
    await context.setOffline(false);
    await press('Enregistrer ce dernier vote');
    await page.getByText('6 votes enregistrés sur 6').waitFor();
    const { voting } = await board();
    expect(voting.tally.counts).toEqual({ for: 4, against: 1, abstentions: 1, notTakingPart: 0 });

    await context.setOffline(true);
    await press('Proclamer et clore le scrutin');
    await page.getByText('Pas encore confirmé').waitFor();
    expect((await board()).state.openBallot).not.toBeNull();
    await context.setOffline(false);
    await recorded(/Enregistré, la connexion étant revenue/);
    await press('Enregistrer l’issue');
    await recorded('Enregistré : l’adoption.');
  });

  it('shows what another person recorded meanwhile, and overwrites nothing', async () => {
    const affair = (await board()).state.affairs[2].id;
    // This page is slow to hear of it: it goes on from what it has seen.
    await page.getByRole('button', { name: 'Appeler l’affaire' }).waitFor();
    let deaf = true;
    page.on('request', (request) => (deaf &&= request.method() !== 'POST'));
    await page.route(`**/sessions/${session}`, (route) => (deaf ? route.abort() : route.continue()));
    await register.command(`/sessions/${session}/departures`, { member: 'berger', reason: 'Un train' });
    await press('Appeler l’affaire');
    await page.getByRole('dialog', { name: 'La séance a changé depuis votre saisie' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect((await board()).state.currentAffair).toBeNull();
    await page.getByText('Quorum atteint – 4 présents').waitFor();
    await press('Enregistrer à la suite');
    await recorded('Enregistré : l’appel de l’affaire.');
    expect((await board()).state.currentAffair).toBe(affair);
  });

  it('records what is irregular only with a reason for each rule', async () => {
    await page.getByRole('radio', { name: /L’assemblée prend acte/ }).waitFor();
    await page.getByRole('button', { name: 'Retirer…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Retirer de l’ordre du jour' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Mandant', { exact: true }).focus();
    await page.keyboard.type('girard');
    await page.getByRole('option', { name: /GIRARD/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Mandataire', { exact: true }).focus();
    await page.keyboard.type('alb');
    await page.getByRole('option', { name: /ALBERT/ }).waitFor();
    await page.keyboard.press('Enter');
    await press('Noter le pouvoir');
    await page.getByRole('dialog', { name: 'Contraire à une règle de droit' }).waitFor();
    await page.getByText(/porte déjà 1 pouvoir/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel(/Motif \(règle R10/).focus();
    await page.keyboard.type('Accepté par la présidence');
    await page.keyboard.press('Enter');
    await recorded('Enregistré : le pouvoir de');
    const { state } = await board();
    expect(state.irregularities.map(({ rule }: { rule: string }) => rule)).toContain('R10.one-per-bearer');
  });

  it('undoes a slip by an event that corrects it, and closes', async () => {
    await press('Enregistrer l’issue');
    await recorded('Enregistré : l’adoption.');
    await press(/Désignation d’un délégué/);
    await press('Corriger l’issue de l’affaire');
    await page.getByRole('dialog', { name: 'Corriger une erreur' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await press('Corriger');
    await recorded('Enregistré : l’annulation de l’issue de l’affaire.');
    await page.getByRole('radio', { name: /L’assemblée prend acte/ }).focus();
    await page.keyboard.press('Space');
    await press('Enregistrer l’issue');
    await recorded('Enregistré : la prise d’acte.');
    await press('Actes de la séance');
    await page.getByRole('menuitem', { name: 'Clore la séance…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Toutes les affaires sont traitées.').waitFor();
    await page.getByRole('dialog', { name: 'Clore la séance' }).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await recorded('Enregistré : la clôture de la séance.');
    const { state } = await board();
    expect(state).toMatchObject({ status: 'closed', corrections: [{ correction: { kind: 'outcome' } }] });
    expect(state.affairs.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'adopted',
      'adopted',
      'noted',
    ]);
  });
});
