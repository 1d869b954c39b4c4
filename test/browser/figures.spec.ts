import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { EVERY_SHAPE_RECORD, REFERENCE_EXAMPLES, SHIPPED_RECORD } from '../support/places.js';
import { hasReferenceExamples } from '../support/records.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const METROPOLE = '200054807';
const VALMONT = 'valmont';
const PIERREFONDS = 'pierrefonds';
const OWN = 'brindas';

// What the three records say, counted by hand; nobody is signed in.
(hasChromium ? describe : describe.skip)('the figures in a real browser', () => {
  const dataDir = tempFolder();
  let url: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const records = [SHIPPED_RECORD, EVERY_SHAPE_RECORD];
    if (hasReferenceExamples) records.push(`${REFERENCE_EXAMPLES}/pierrefonds-cm-2019-09-27.json`);
    for (const record of records) {
      expect(await runCli(['import', record, '--data', dataDir])).toMatchObject({ code: 0 });
    }
    ({ url } = await startServer({ dataDir }));
    browser = await startBrowser();
    page = await newPage(1366);
  }, 120_000);
  afterAll(() => browser?.close());

  const newPage = async (width: number) => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width, height: 900 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(12_000);
    return opened;
  };

  const open = async (path: string, heading: string) => {
    await page.goto(url + path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
  };

  /** A chart's part of the page. */
  const chart = (title: string) => page.getByRole('region', { name: title, exact: true });
  const said = async (title: string) => plain(await chart(title).locator('figcaption').innerText());
  const noted = async (title: string) => plain((await chart(title).locator('p').allInnerTexts()).join(' '));

  /** The figures of a chart, opened from the keyboard: cells by the row's name. */
  async function figuresOf(title: string): Promise<Record<string, readonly string[]>> {
    const part = chart(title);
    const isOpen = await part.getByRole('table').isVisible();
    await part.getByText('Voir les chiffres').focus();
    if (!isOpen) await page.keyboard.press('Enter');
    const rows = await part.getByRole('table').locator('tbody tr').allInnerTexts();
    const texts = rows.map((row) => row.split('\t').map(plain));
    return Object.fromEntries(texts.map(([name = '', ...cells]) => [name, cells]));
  }

  it('of the Métropole’s Bureau are what its record says, and what it does not say is said to be unknown', async () => {
    await open(`/${METROPOLE}/chiffres`, 'Chiffres');
    expect(await said('Présence aux séances')).toBe(
      '86,5 % de présents : 32 sur les 37 sièges dont on sait ce qu’il en fut.',
    );
    expect(await figuresOf('Présence aux séances')).toEqual({
      // En exercice, présents, représentés, excusés, absents, non renseigné, taux.
      'Bureau de la Métropole, 4 mai 2023': ['non renseigné', '32', '0', '5', '0', '0', '86,5 %'],
    });
    expect(await noted('Présence aux séances')).toContain(
      'Dans la salle ou à distance : non renseigné pour tous les présents.',
    );
    expect(await said('Participation aux scrutins')).toBe('Nombre de votants non renseigné pour 1 scrutin.');
    expect((await figuresOf('Participation aux scrutins'))['Tous les scrutins']).toEqual([
      '1',
      '1',
      'non renseigné',
      'non renseigné',
    ]);
    expect(await figuresOf('Issue des affaires, par année')).toEqual({ '2023': ['1', '0'] });
    expect(await said('Subventions accordées')).toContain('75 000,00 € accordés par 1 acte');
    expect(await said('De la séance à la transmission au préfet')).toBe(
      'Aucun jour n’est renseigné, pour 1 acte.',
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  it('of the invented séance are what its eight affairs and twelve ballots give', async () => {
    await open(`/${VALMONT}/chiffres`, 'Chiffres');
    // Eight were there, one came later; one gave a proxy and did not come; one was absent.
    expect(await figuresOf('Présence aux séances')).toEqual({
      'Conseil municipal, 21 mars 2024': ['11', '9', '1', '0', '1', '0', '81,8 %'],
    });
    // Of eight: one unanimous, three not, one elected, one rejected, one noted, one withdrawn.
    expect(await figuresOf('Issue des affaires, par année')).toEqual({
      '2024': ['1', '3', '1', '1', '1', '1', '0'],
    });
    // 116 places on twelve rolls, one NPPV; 102 votes expressed.
    expect((await figuresOf('Participation aux scrutins'))['Tous les scrutins']).toEqual([
      ...['12', '0'],
      '115 sur 116 (99,1 %)',
      '102 sur 116 (87,9 %)',
    ]);
    expect(await figuresOf('Matières')).toMatchObject({
      '7. Finances locales': ['4', '1', '3', '0', '0', '0', '0', '0'],
    });
    expect(await said('De la séance à la liste des délibérations')).toBe(
      '1 séance dans le délai sur 1, la moitié en 5 jours au plus.',
    );
    expect(await figuresOf('De la séance à la publication')).toMatchObject({
      '5 jours': ['3'],
      'Non renseigné': ['4'],
    });
    expect(await figuresOf('Subventions accordées')).toEqual({
      'Club de lecture de Valmont': ['2024', '1', '800,00 €'],
    });
    expect(await violationsOf(page)).toEqual([]);
  });

  (hasReferenceExamples ? it : it.skip)('of Pierrefonds are what its thirteen affairs give', async () => {
    await open(`/${PIERREFONDS}/chiffres`, 'Chiffres');
    const attendance = await figuresOf('Présence aux séances');
    expect(Object.values(attendance)).toEqual([['non renseigné', '10', '5', '0', '4', '0', '52,6 %']]);
    // The first is unanimous: 14 for and one abstention are the whole roll. Of nine nobody gives a count; three were postponed.
    expect(await figuresOf('Issue des affaires, par année')).toEqual({ '2019': ['1', '9', '3', '0'] });
    expect((await figuresOf('Participation aux scrutins'))['Tous les scrutins']).toEqual([
      '13',
      '13',
      'non renseigné',
      'non renseigné',
    ]);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('are of the part that the address says: a subject leaves séances as they are, a year is told by month', async () => {
    await open(`/${VALMONT}/chiffres`, 'Chiffres');
    await page.getByLabel('Matière', { exact: true }).selectOption({ label: '7. Finances locales' });
    await page.getByLabel('Année', { exact: true }).selectOption('2024');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await page.waitForURL(/annee=2024&matiere=7$/);
    await chart('Issue des affaires, par mois').waitFor();
    expect(await figuresOf('Issue des affaires, par mois')).toEqual({ 'mars 2024': ['1', '3', '0'] });
    expect(await figuresOf('Présence aux séances')).toMatchObject({
      'Conseil municipal, 21 mars 2024': expect.arrayContaining(['9']),
    });
    await page.goto(`${url}/${VALMONT}/chiffres?annee=1999`);
    await page.getByText('Aucune séance close n’est dans cette sélection.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('name what was late with a link to it, count irregularities by rule, and tell nothing of what is not over', async () => {
    const register = new RegisterClient(url, OWN);
    await constituteCouncil(register, 4);
    const seance = await openSeance(register, { inOffice: 4, present: ['m1', 'm2', 'm3'], excused: ['m4'] });
    const affair = await seance.discuss('Tarifs de la cantine');
    await seance.vote(affair, { for: 3, against: 0, abstentions: 0, notTakingPart: 0 });
    await seance.decide(affair, 'adopted');
    await open(`/${OWN}/chiffres`, 'Chiffres');
    await page.getByText('il n’y en a pas encore').waitFor();
    await seance.close();
    const late = { on: '2024-04-02', occurredAt: { date: '2024-04-02', time: null } };
    const despite = [{ rule: 'R23.list-late', reason: 'Agent absent' }];
    await register.command(`${seance.path}/list`, { ...late, despite });
    await register.read('/stats');
    await open(`/${OWN}/chiffres`, 'Chiffres');
    await page.getByRole('link', { name: 'Conseil municipal, 21 mars 2024' }).last().waitFor();
    const row = page.getByRole('region', { name: 'Hors délai' }).getByRole('row').nth(1);
    expect(plain(await row.innerText())).toContain('28 mars 2024 2 avril 2024 5 jours après');
    const broken = await figuresOf('Irrégularités enregistrées, par règle');
    expect(broken['La liste des délibérations est affichée et mise en ligne dans le délai']).toEqual([
      'R23.list-late',
      '1',
    ]);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('lead to the members, and each one to presence and votes; a secret ballot names nobody', async () => {
    await open(`/${VALMONT}/chiffres`, 'Chiffres');
    await page.getByRole('main').getByRole('link', { name: 'Élus' }).click();
    await page.getByRole('heading', { level: 1, name: 'Élus' }).waitFor();
    await page.getByRole('link', { name: 'Gaëlle OZANNE' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Gaëlle OZANNE' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gaëlle OZANNE' }).waitFor();
    const votes = page.getByRole('region', { name: 'Votes publics' });
    await votes.getByRole('row').nth(1).waitFor();
    const subjects = await votes.getByRole('rowheader').allInnerTexts();
    const presence = plain(
      await page.getByRole('region', { name: 'Présence, séance par séance' }).innerText(),
    );
    expect(presence).toContain('intérêt personnel (L2131-11)');
    expect(subjects.join(' ')).not.toMatch(/remise|Élection/i);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('fit a phone, with their table', async () => {
    const wide = page;
    page = await newPage(390);
    await open(`/${VALMONT}/chiffres`, 'Chiffres');
    await figuresOf('Issue des affaires, par année');
    await figuresOf('Présence aux séances');
    const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(await overflow()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await open(`/${VALMONT}/elus`, 'Élus');
    expect(await overflow()).toBe(0);
    await page.context().close();
    page = wide;
  });
});

/** Without the different kinds of space that French is set with. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
