import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { RegisterClient } from '../support/register-client.js';
import { DAY, members, openSeance, type Seance } from '../support/seance.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const VOTERS = 6;
const occurredAt = { date: DAY, time: null };
const SCHOOLS = 'Rénovation des écoles élémentaires';
const SECRET = 'Désignation d’un délégué';

(hasChromium ? describe : describe.skip)('given a register that anybody reads in a real browser', () => {
  let server: RunningServer;
  let browser: Browser;
  let register: RegisterClient;
  let seance: Seance;
  let page: Page;
  let schools: string;
  let secret: string;

  beforeAll(async () => {
    server = await startServer({ dataDir: tempFolder() });
    browser = await startBrowser();
    register = new RegisterClient(server.url, 'valmont');
    await constituteWithGroups(register);
    seance = await openSeance(register, { inOffice: VOTERS, present: members(VOTERS) });
    schools = await decidedByName();
    secret = await decidedInSecret();
    await seance.close();
    await entered(2);
    await register.command(`${seance.affairPath(schools)}/number`, { number: '2024/03-B1' });
    const citizen = await Clerk.enter(browser, null);
    page = citizen.page;
  }, 120_000);
  afterAll(() => browser?.close());

  const ballotOf = async (affair: string, method: string): Promise<string> =>
    (await register.command(`${seance.path}/ballots`, { affair, method, occurredAt })).id;

  async function decidedByName(): Promise<string> {
    const affair = await seance.discuss(SCHOOLS);
    const report = {
      subject: SCHOOLS,
      classification: '7.5',
      rapporteur: { member: 'm2', role: null },
      text: 'Les travaux des écoles coûteront 75 000 €.',
    };
    await register.command(`${seance.affairPath(affair)}/report`, { report, annexes: [] });
    const ballot = await ballotOf(affair, 'roll-call');
    for (const [place, seat] of members(VOTERS).entries()) {
      const choice = place === 5 ? 'against' : 'for';
      await register.command(`/ballots/${ballot}/votes`, { seat, choice, occurredAt });
    }
    await seance.closeBallot(ballot);
    await seance.decide(affair, 'adopted');
    return affair;
  }

  async function decidedInSecret(): Promise<string> {
    const affair = await seance.discuss(SECRET);
    const ballot = await ballotOf(affair, 'secret');
    for (const seat of members(VOTERS)) {
      await register.command(`/ballots/${ballot}/signatures`, { seat, occurredAt });
    }
    const papers = { found: 6, blank: 0, nullVotes: 0, blankOrNull: null };
    await register.command(`/ballots/${ballot}/papers`, {
      ...papers,
      counts: { for: 4, against: 2 },
      occurredAt,
    });
    await seance.closeBallot(ballot);
    await seance.decide(affair, 'adopted');
    return affair;
  }

  // What follows from the closing is done by a process.
  async function entered(lines: number): Promise<void> {
    while ((await register.read('/register')).total < lines) await pause(50);
  }

  const open = (path: string) => page.goto(`${server.url}/valmont${path}`);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('when words are searched for without accents and in the singular, then the act is found and the words are marked', async () => {
    await open('');
    await page.getByLabel('Rechercher une délibération').fill('renovation ecole');
    await page.keyboard.press('Enter');
    await page.getByText('1 résultat', { exact: true }).waitFor();
    const hit = page.getByRole('article');
    expect(await hit.getByRole('link').innerText()).toBe(SCHOOLS);
    expect(await hit.locator('mark').allInnerTexts()).toEqual(['Rénovation', 'écoles', 'écoles']);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when it is narrowed, then the criteria stand in the address and survive a reload; and nothing found says what to try', async () => {
    await page.getByLabel('Élu', { exact: true }).selectOption('m6');
    await page.getByLabel('à titre de').selectOption('voter');
    await page.getByLabel('Montant au moins (€)').fill('');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByText('A voté (scrutin nominatif)').last().waitFor();
    expect(new URL(page.url()).searchParams.get('elu')).toBe('m6');
    await page.reload();
    await page.getByRole('article').waitFor();
    expect(await page.getByLabel('Élu', { exact: true }).inputValue()).toBe('m6');
    await page.getByLabel('Résultat').selectOption('rejected');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('button', { name: 'Chercher ces mots sans les critères' }).click();
    await page.getByText('1 résultat', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=renovation+ecole');
  });

  it('when the register is narrowed, then its criteria survive a reload, and its file holds the same lines', async () => {
    await open('');
    await page.getByText('2 délibérations', { exact: true }).waitFor();
    await page.getByText('Autres critères').click();
    await page.getByLabel('Irrégularité enregistrée').selectOption('yes');
    await page.getByLabel('Année').fill('2024');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await page.waitForURL('**annee=2024**');
    await page.reload();
    await page.getByText('2 délibérations', { exact: true }).waitFor();
    expect(await page.getByLabel('Irrégularité enregistrée').inputValue()).toBe('yes');
    expect(await violationsOf(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Télécharger la liste').click(),
    ]);
    expect(file.suggestedFilename()).toBe('registre-valmont.csv');
    await page.getByRole('link', { name: 'Version imprimable' }).click();
    await page.getByRole('button', { name: 'Imprimer' }).waitFor();
    await page.getByRole('row').nth(2).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when an act is opened by its number, then each seat of its vote says whose it is, by group, and the names come as a file', async () => {
    await open('/actes/2024/03-B1');
    await page.waitForURL(`**/affaires/${schools}`);
    await heading(SCHOOLS);
    await page.getByText('irrégularité au registre').waitFor();
    const opponent = page.getByRole('img', { name: 'Alix M6, Union\u00a0: contre' });
    await opponent.hover();
    await page.getByText('Alix M6 – Union').waitFor();
    await page.getByRole('img', { name: /^Alix M1/ }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[data-seat]:focus').getAttribute('aria-label')).toContain('Alix M');
    await page.getByText('Union (3)').waitFor();
    await page.getByRole('button', { name: 'Par vote' }).click();
    await page.getByText('6 votes nominatifs').click();
    const row = page.getByRole('table', { name: 'Votes nominatifs' }).getByRole('row', { name: /M6 Alix/ });
    expect(await row.innerText()).toContain('Contre');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Votes nominatifs (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^votes-valmont-/);
    await page.getByText('Citer cette délibération').click();
    expect(await page.getByLabel('Lien par le numéro', { exact: true }).inputValue()).toBe(
      `${server.url}/valmont/actes/2024/03-B1`,
    );
    expect(await page.getByLabel('Référence', { exact: true }).inputValue()).toContain(
      'n°\u00a02024/03-B1 du 21 mars 2024',
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when the vote was secret, then its figures are shown and no name, anywhere', async () => {
    await open(`/affaires/${secret}`);
    await heading(SECRET);
    const votes = page.getByRole('region', { name: 'Décision et votes' });
    await votes.getByText('Scrutin secret').waitFor();
    expect(await votes.innerText()).not.toMatch(/M[2-6]/);
    expect(await votes.locator('[data-seat]').count()).toBe(0);
    expect(await page.getByText('Votes nominatifs').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('when a clerk has the act repealed, then it shows at the top of the page that another has open, without asking', async () => {
    const clerk = await Clerk.enter(browser, await server.entryLink());
    await clerk.page.goto(`${server.url}/valmont/affaires/${schools}`);
    await clerk.page.getByText('en direct').waitFor();
    const later = { effectiveFrom: null, byNumber: null, byAffair: null, by: 'le conseil', note: null };
    await register.command(`${seance.affairPath(schools)}/fates`, {
      kind: 'repealed',
      on: '2024-06-01',
      ...later,
    });
    await clerk.page.getByText('Acte abrogé le samedi 1er juin 2024').waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.context.close();
    await open('?suite=repealed');
    await page.getByText('1 délibération', { exact: true }).waitFor();
    await page.getByRole('row', { name: /Acte abrogé/ }).waitFor();
  });

  it('when an act is printed, then the paper says whose it is, when and from where, what became of it, and no way around', async () => {
    await open(`/affaires/${schools}`);
    await heading(SCHOOLS);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const shown of [
      'Registre des délibérations – imprimé le',
      'Acte abrogé le',
      'irrégularité au registre',
    ]) {
      expect(await page.getByText(shown).first().isVisible()).toBe(true);
    }
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    const ink = await page.evaluate<string>('getComputedStyle(document.querySelector("h1")).color');
    expect(ink).toBe('rgb(0, 0, 0)');
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: null, colorScheme: null });
  });
});

async function constituteWithGroups(register: RegisterClient): Promise<void> {
  await register.command('', { name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' });
  await register.command('/bodies', { key: 'CM', name: 'Conseil municipal', kind: 'council' });
  const seats = members(VOTERS).map((ref, place) => ({
    ref,
    givenName: 'Alix',
    familyName: ref.toUpperCase(),
    group: place < 3 ? 'Ensemble' : 'Union',
  }));
  await register.command('/bodies/CM/members', { members: seats });
}
