import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { dayFrom } from '../support/council.js';
import { COMMUNE_TEMPLATE } from '../support/places.js';
import { RegisterClient } from '../support/register-client.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

// From an authority without any body to a séance whose affairs are ready to be called, through the pages alone.
(hasChromium ? describe : describe.skip)('given a commune that has no body yet', () => {
  let server: RunningServer;
  let browser: Browser;
  let clerk: Clerk;
  let register: RegisterClient;
  let session: string;

  beforeAll(async () => {
    server = await startServer({ dataDir: tempFolder() });
    browser = await startBrowser();
    register = new RegisterClient(server.url, 'brindas');
    const commune = { name: 'Commune de Brindas', kind: 'commune', timezone: 'Europe/Paris' };
    await register.command('', commune);
    clerk = await Clerk.enter(browser, await server.entryLink());
  }, 120_000);
  afterAll(() => browser?.close());

  const accessible = async () => expect(await violationsOf(clerk.page)).toEqual([]);
  const body = () => register.read('/bodies/CM');
  const papers = async () => (await register.read(`/sessions/${session}/affairs`)).items;

  it('when it is described again, then its size is known, and with it the delay of its convocations', async () => {
    await clerk.page.goto(`${server.url}/brindas`);
    await clerk.press('Instances', 'link');
    await clerk.page.getByText('Aucune instance n’est constituée.').waitFor();
    await accessible();
    await clerk.press('Modifier la description…');
    await clerk.type('Population', '6000');
    await accessible();
    await clerk.confirm('Décrire la collectivité', 'Enregistrer');
    expect((await register.read('')).population).toBe(6000);
  });

  it('when a body is constituted without what it needs, then every fault is named and what was typed stays', async () => {
    await clerk.press('Constituer une instance…');
    await clerk.type('Sigle', 'C M !');
    await clerk.press('Constituer');
    const dialog = clerk.dialog('Constituer une instance');
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Nom').getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByLabel('Sigle').getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByLabel('Sigle').inputValue()).toBe('C M !');
    await accessible();
    await clerk.type('Nom', 'Conseil municipal');
    await clerk.type('Sigle', 'CM');
    await clerk.confirm('Constituer une instance', 'Constituer');
    expect(await body()).toMatchObject({ name: 'Conseil municipal', kind: 'council', numbering: 'body' });
  });

  it('when a list is pasted, then all its lines are members, and one is added by itself', async () => {
    await clerk.press('Conseil municipal', 'link');
    await clerk.page.getByText('Aucun membre n’est enregistré.').waitFor();
    await accessible();
    await clerk.press('Coller une liste…');
    await clerk.page
      .getByRole('textbox', { name: 'Liste' })
      .fill('Mme ALBERT Alix; Maire; Ensemble\nM. DE LA TOUR Jean-Marie\nGIRARD Gaston\nGIRARD Gaston');
    await clerk.page.getByText('Lu : 4 membres').waitFor();
    await accessible();
    await clerk.confirm('Coller une liste de membres', 'Enregistrer 4 membres');
    await clerk.press('Ajouter un membre…');
    await clerk.type('Nom', 'FAURE');
    await clerk.type('Prénom', 'Fanny');
    await accessible();
    await clerk.confirm('Ajouter un membre', 'Enregistrer');
    const { seats } = await body();
    expect(
      seats.map(({ ref, familyName, givenName, office }: Record<string, string>) => [
        ref,
        familyName,
        givenName,
        office,
      ]),
    ).toEqual([
      ['albert-alix', 'ALBERT', 'Alix', 'Maire'],
      ['de-la-tour-jean-marie', 'DE LA TOUR', 'Jean-Marie', null],
      ['girard-gaston', 'GIRARD', 'Gaston', null],
      ['girard-gaston-2', 'GIRARD', 'Gaston', null],
      ['faure-fanny', 'FAURE', 'Fanny', null],
    ]);
  });

  it('when two lines are one person, a mandate ends and an office is taken, then the body says so', async () => {
    const of = async (name: RegExp, entry: string) => {
      await clerk.page.getByRole('button', { name }).last().focus();
      await clerk.page.keyboard.press('Enter');
      await clerk.press(entry, 'menuitem');
    };
    await of(/concernant Gaston GIRARD/, 'Réunir avec une autre ligne…');
    await clerk.pick('Ligne qui reste', 'gaston girard');
    await accessible();
    await clerk.confirm('Réunir deux lignes d’une même personne', 'Réunir');
    await of(/concernant Gaston GIRARD/, 'Mettre fin au mandat…');
    await clerk.page.getByLabel('Dernier jour du mandat').fill(dayFrom(-30));
    await clerk.type('Motif', 'Démission');
    await accessible();
    await clerk.confirm('Mettre fin à un mandat', 'Mettre fin au mandat');
    await clerk.page.getByText('Mandats échus ou à venir').waitFor();
    await of(/concernant Fanny FAURE/, 'Attribuer une fonction…');
    await clerk.type('Fonction', '1re adjointe');
    await accessible();
    await clerk.confirm('Attribuer une fonction', 'Enregistrer');
    const { seats, merged } = await body();
    expect(merged).toEqual({ 'girard-gaston-2': 'girard-gaston' });
    expect(seats.find(({ ref }: { ref: string }) => ref === 'girard-gaston').mandateUntil).toBe(dayFrom(-30));
    expect(seats.find(({ ref }: { ref: string }) => ref === 'faure-fanny').office).toBe('1re adjointe');
  });

  it('when rules and a template are adopted, then a template that cannot be printed is told line by line', async () => {
    await clerk.press('Adopter…');
    await clerk.page.getByLabel('Publication des actes').selectOption('electronic');
    await accessible();
    await clerk.confirm('Règles propres à l’instance', 'Adopter');
    await clerk.press('Adopter un modèle…');
    await clerk.page.getByLabel('Nom du modèle').fill('commune');
    await clerk.page.getByLabel('Texte du modèle').fill('Objet : {{ affair.nothing }}');
    await clerk.dialog('Adopter un modèle').getByRole('button', { name: 'Adopter', exact: true }).click();
    await clerk
      .dialog('Adopter un modèle')
      .getByText(/ligne 1/i)
      .first()
      .waitFor();
    await accessible();
    await clerk.page.getByLabel('Choisir un fichier').setInputFiles(COMMUNE_TEMPLATE);
    await clerk.confirm('Adopter un modèle d’extrait', /^Adopter$/);
    expect(await body()).toMatchObject({
      rules: { publication: 'electronic', substitutes: null },
      templateText: readFileSync(COMMUNE_TEMPLATE, 'utf8'),
    });
  });

  it('when a séance is convened, then the last day of the convocation is told in words', async () => {
    await clerk.press('Séances', 'link');
    await clerk.press('Convoquer une séance', 'link');
    await clerk.page.getByLabel('Date de la séance').fill(dayFrom(0));
    await clerk.page.getByText(/à envoyer au plus tard le .* \(5\sjours francs, L2121-12\)/).waitFor();
    await clerk.type('Membres en exercice', '3');
    await clerk.page.getByRole('textbox', { name: 'Ordre du jour' }).fill('Tarifs de la cantine\nVœu');
    await accessible();
    await clerk.press('Convoquer');
    await clerk.page.waitForURL('**/preparation');
    session = /seances\/([^/]+)\//.exec(clerk.page.url())?.[1] ?? '';
    await clerk.page.getByText('le rapport, le numéro').first().waitFor();
    await accessible();
  });

  it('when its sending is noted too late, then it is recorded only with its reason', async () => {
    await clerk.press('Noter l’envoi…');
    await clerk.page.getByLabel('Envoyée le').fill(dayFrom(-2));
    await clerk.press('Enregistrer l’envoi');
    await clerk.page.getByText(/laisse 1 jour franc\s; il en faut 5/).waitFor();
    await accessible();
    await clerk.type('Motif (règle R12.notice)', 'Panne de messagerie');
    await clerk.confirm('Noter l’envoi', 'Enregistrer malgré la règle');
    await clerk.page.getByText('Tous les membres en exercice ont été convoqués.').waitFor();
    const { state } = await register.read(`/sessions/${session}`);
    expect(state.convocations).toEqual([
      {
        on: dayFrom(-2),
        medium: 'electronic',
        recipients: ['albert-alix', 'de-la-tour-jean-marie', 'faure-fanny'],
        note: null,
      },
    ]);
    expect(state.irregularities.map(({ rule }: { rule: string }) => rule)).toEqual(['R12.notice']);
  });

  it('when an affair is added with its rapporteur, then its report is begun with them, and a refusal loses nothing of it', async () => {
    const { page } = clerk;
    await clerk.press('Ajouter une affaire…');
    await clerk.type('Objet', 'Subvention au club de voile');
    await clerk.pick('Rapporteur (facultatif)', 'faure');
    await accessible();
    await clerk.press('Ajouter');
    await page.getByRole('heading', { name: 'Rédiger le rapport' }).waitFor();
    expect(await page.getByLabel('Rapporteur', { exact: true }).inputValue()).toBe('Fanny FAURE');
    await page.getByLabel('Texte du rapport').fill('Le club compte soixante membres.');
    await page.getByLabel('Matière').fill('sept');
    await clerk.press('Ajouter un article');
    await page.getByLabel('Texte de l’article').fill('Une subvention de 1 500 euros est attribuée.');
    await clerk.press('Ajouter une subvention');
    await page.getByLabel('Bénéficiaire').fill('Club de voile');
    await page.getByLabel('Montant (euros)').fill('1 500,5');
    await accessible();
    await clerk.press('Déposer le rapport');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Matière').getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    expect(await page.getByLabel('Bénéficiaire').inputValue()).toBe('Club de voile');
    await page.getByLabel('Matière').fill('7.5');
    await clerk.press('Déposer le rapport');
    await page.waitForURL('**/preparation');
    const [, , affair] = await papers();
    const { report } = await register.read(`/affairs/${affair.affair}`);
    expect(report).toMatchObject({
      subject: 'Subvention au club de voile',
      classification: '7.5',
      rapporteur: { member: 'faure-fanny' },
      citations: null,
      articles: [{ label: null, text: 'Une subvention de 1 500 euros est attribuée.' }],
      subsidies: [{ beneficiary: 'Club de voile', amount: '1500.50' }],
    });
  });

  it('when it is annexed a file, numbered and revised, then nothing is missing any more', async () => {
    const { page } = clerk;
    const of = async (entry: string) => {
      await clerk.press(/Actes concernant « Subvention au club/);
      await clerk.press(entry, 'menuitem');
    };
    await of('Annexes…');
    await page.getByLabel('Fichier à annexer').setInputFiles({
      name: 'Budget du club.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Recettes : 3 000 euros'),
    });
    expect(await page.getByLabel('Titre de l’annexe').inputValue()).toBe('Budget du club');
    await accessible();
    await clerk.press(/^Annexer$/);
    await page.getByText('L’annexe est enregistrée.').waitFor();
    await page.getByRole('link', { name: 'Budget du club' }).waitFor();
    await page.getByLabel('Fichier à annexer').setInputFiles({
      name: 'jeu.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    });
    await clerk.press(/^Annexer$/);
    await page
      .getByText(/ni un PDF, ni une image/)
      .first()
      .waitFor();
    await accessible();
    await clerk.press('Fermer');
    await of('Donner un numéro…');
    await clerk.type('Numéro', '2026-017');
    await accessible();
    await clerk.confirm('Donner un numéro', 'Enregistrer');
    await page.getByText('Complet').waitFor();
    await clerk.press('Subvention au club de voile', 'link');
    await page.getByLabel('Texte du rapport').fill('Le club compte soixante-deux membres.');
    await page.getByLabel('Motif de la révision (facultatif)').fill('Chiffre mis à jour');
    await accessible();
    await clerk.press('Enregistrer la révision');
    await page.waitForURL('**/preparation');
    const [, , paper] = await papers();
    expect(paper).toMatchObject({
      number: '2026-017',
      report: { version: 2 },
      annexes: [{ title: 'Budget du club' }],
    });
  });

  it('when an earlier séance put an affair off, then it is taken up with its report, its annex and its number', async () => {
    const { page } = clerk;
    const [, , { affair }] = await papers();
    const path = `/sessions/${session}`;
    const there = ['albert-alix', 'de-la-tour-jean-marie', 'faure-fanny'];
    const entries = there.map((member) => ({ member, status: 'present' }));
    await register.command(`${path}/attendance`, { entries });
    const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
    await register.command(`${path}/opening`, none);
    await register.command(`${path}/affairs/${affair}/postponement`, { reason: 'Un devis manque' });
    const next = { body: 'CM', date: dayFrom(10), inOffice: 3 };
    session = (await register.command('/sessions', next)).id as string;
    await page.goto(`${server.url}/brindas/seances/${session}/preparation`);
    await page.getByText('Aucune affaire n’est inscrite.').waitFor();
    await clerk.press('Reprendre une affaire…');
    await page.getByLabel('Affaire', { exact: true }).selectOption(affair);
    await accessible();
    await clerk.confirm('Reprendre une affaire reportée', 'Reprendre');
    await page.getByRole('link', { name: 'Subvention au club de voile' }).waitFor();
    expect(await papers()).toMatchObject([
      {
        affair,
        order: 1,
        number: '2026-017',
        report: { version: 2 },
        annexes: [{ title: 'Budget du club' }],
      },
    ]);
    await clerk.press('Reprendre une affaire…');
    await page.getByText('Aucune affaire reportée par une séance de cette instance n’attend.').waitFor();
    await accessible();
  });
});
