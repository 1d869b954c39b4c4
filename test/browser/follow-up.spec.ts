import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hasChromium, startBrowser, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, openSeance } from '../support/seance.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';
import { giveOut } from '../support/tokens.js';

(hasChromium ? describe : describe.skip)('given an act of a séance that is closed', () => {
  let server: RunningServer;
  let browser: Browser;
  let clerk: Clerk;
  let register: RegisterClient;
  let session: string;
  let affair: string;
  const dataDir = tempFolder();

  beforeAll(async () => {
    server = await startServer({ dataDir });
    browser = await startBrowser();
    register = new RegisterClient(server.url, 'valmont');
    await constituteCouncil(register, 3);
    const seance = await openSeance(register, { inOffice: 3, present: ['m1', 'm2', 'm3'] });
    session = seance.id;
    affair = await seance.discuss('Tarifs de la cantine');
    await seance.vote(affair, { for: 3 });
    await seance.decide(affair, 'adopted');
    await seance.close();
    clerk = await Clerk.enter(browser, await server.entryLink());
  }, 120_000);
  afterAll(() => browser?.close());

  const accessible = async () => expect(await violationsOf(clerk.page)).toEqual([]);
  const dossier = () => register.read(`/affairs/${affair}`);
  const fill = (label: string | RegExp, text: string) => clerk.page.getByLabel(label).fill(text);
  const toDo = async (line: string) => {
    await clerk.page.goto(`${server.url}/valmont/a-faire`);
    await clerk.press(line, 'link');
  };

  it('when what is to be done is looked up, then each line leads to the form that does it', async () => {
    await clerk.page.goto(`${server.url}/valmont/a-faire`);
    await clerk.page.getByRole('link', { name: 'Publier l’acte' }).waitFor();
    await accessible();
    await clerk.press('Afficher et mettre en ligne la liste des délibérations', 'link');
    await clerk.dialog('Noter l’affichage de la liste').waitFor();
    await accessible();
    await fill('Affichée et mise en ligne le', '2024-03-25');
    await clerk.confirm('Noter l’affichage de la liste', 'Enregistrer');
    expect((await register.read(`/sessions/${session}`)).state.list).toMatchObject({
      postedOn: '2024-03-25',
    });
  });

  it('when the minutes are settled and put online, then the séance says by whom they are signed', async () => {
    await clerk.press('Arrêter le procès-verbal…');
    await fill('Arrêté par la séance du', '2024-04-11');
    await clerk.pick('Signé par', 'm1');
    await accessible();
    await clerk.confirm('Arrêter le procès-verbal', 'Enregistrer');
    await toDo('Mettre en ligne le procès-verbal');
    await fill('Mis en ligne le', '2024-04-12');
    await accessible();
    await clerk.confirm('Noter sa mise en ligne', 'Enregistrer');
    const { minutes } = (await register.read(`/sessions/${session}`)).state;
    expect(minutes).toMatchObject({
      settled: { on: '2024-04-11', signedBy: ['m1'] },
      published: { on: '2024-04-12' },
    });
  });

  it('when the extract is certified, then it is frozen with its signatory', async () => {
    await clerk.page.goto(`${server.url}/valmont/affaires/${affair}`);
    await clerk.press('Certifier l’extrait…');
    await clerk.pick('Signataire', 'm1');
    await clerk.type('Qualité', 'Le maire');
    await fill('Certifié le', '2024-03-25');
    await accessible();
    await clerk.confirm('Certifier l’extrait', 'Certifier définitivement');
    await clerk.page.getByText('Extrait certifié').first().waitFor();
    await accessible();
    expect((await dossier()).extract).toMatchObject({ signatory: { member: 'm1', office: 'Le maire' } });
    expect(await clerk.page.getByRole('button', { name: 'Certifier l’extrait…' }).count()).toBe(0);
  });

  it('when it is transmitted before its séance, then a reason is asked for, until the day is put right; acknowledged and published, it is enforceable', async () => {
    await toDo('Transmettre l’acte au préfet');
    await fill('Transmis le', '2024-03-20');
    await clerk.press('Enregistrer');
    await clerk.page.getByLabel('Motif (règle R25.order)').waitFor();
    await accessible();
    await fill('Motif (règle R25.order)', 'Une raison');
    await fill('Transmis le', '2024-03-26');
    await clerk.page.getByLabel('Motif (règle R25.order)').waitFor({ state: 'detached' });
    await clerk.confirm('Noter la transmission', 'Enregistrer');
    await clerk.press('Noter l’accusé de réception…');
    await fill('Accusé de réception du', '2024-03-26');
    await fill('Identifiant donné par l’accusé', '069-216900282-20240321-D1-DE');
    await accessible();
    await clerk.confirm('Noter l’accusé de réception', 'Enregistrer');
    await toDo('Publier l’acte');
    await fill('Publié le', '2024-03-27');
    await clerk.tick('affichage', 'checkbox');
    await accessible();
    await clerk.confirm('Noter la publication', 'Enregistrer');
    expect(await dossier()).toMatchObject({
      transmission: { on: '2024-03-26' },
      acknowledgement: { identifier: '069-216900282-20240321-D1-DE' },
      publications: [{ on: '2024-03-27', media: ['website', 'posting'], masked: false }],
      enforceability: { answer: 'yes', since: '2024-03-27' },
    });
  });

  it('when its transmission was noted on a wrong day, then that mention is struck out, and noted as it was', async () => {
    await clerk.press('Rayer une mention…');
    await clerk.press('Rayer');
    await clerk.dialog('Rayer une mention').getByRole('alert').first().waitFor();
    await accessible();
    await clerk.page.getByLabel('Mention', { exact: true }).selectOption({ index: 1 });
    await fill('Motif', 'Jour mal saisi');
    await clerk.confirm('Rayer une mention', 'Rayer');
    expect(await dossier()).toMatchObject({ transmission: null, publications: [{ on: '2024-03-27' }] });
    await clerk.press('Noter la transmission au préfet…');
    await fill('Transmis le', '2024-03-25');
    await clerk.confirm('Noter la transmission', 'Enregistrer');
    expect(await dossier()).toMatchObject({ transmission: { on: '2024-03-25' } });
  });

  it('when it is withdrawn, then the withdrawal stands before it, and nothing is left to be done', async () => {
    await clerk.press('Noter une suite…');
    await clerk.page.getByLabel('Suite', { exact: true }).selectOption('withdrawn');
    await fill('Date de l’acte ou du jugement', '2024-06-20');
    await fill('Numéro de l’acte qui en décide', '2024-044');
    await accessible();
    await clerk.confirm('Noter une suite', 'Enregistrer');
    await clerk.page.getByText('Acte retiré le jeudi 20 juin 2024').waitFor();
    await accessible();
    expect((await dossier()).fates).toMatchObject([{ kind: 'withdrawn', byNumber: '2024-044' }]);
  });

  it('when an erasure is ordered, then the content is chosen, and its basis is told', async () => {
    await clerk.press('Ordonner un effacement…');
    await clerk.press('Effacer définitivement');
    const dialog = clerk.dialog('Ordonner un effacement');
    await dialog.getByRole('alert').waitFor();
    await accessible();
    await clerk.page.getByLabel('Contenu').selectOption({ index: 1 });
    await fill('Fondement', 'Ordonnance du juge du 3 septembre 2024');
    await clerk.confirm('Ordonner un effacement', 'Effacer définitivement');
    await clerk.page.getByText('Un contenu de cet acte a été effacé').waitFor();
    expect((await dossier()).erasures).toMatchObject([{ what: 'extract' }]);
  });

  it('when somebody who may only read looks at the same pages, then no form is offered', async () => {
    const grants = [{ authority: 'valmont', roles: ['auditor' as const], bodies: null }];
    const link = await giveOut(dataDir, 'link', { grants, actor: 'auditeur' });
    const auditor = await Clerk.enter(browser, `${server.url}/entrer?jeton=${link.text}`);
    await auditor.page.goto(`${server.url}/valmont/affaires/${affair}?faire=suite`);
    await auditor.page.getByText('Acte retiré le jeudi 20 juin 2024').waitFor();
    expect(await auditor.page.getByRole('dialog').count()).toBe(0);
    expect(await auditor.page.getByRole('button', { name: /…$/ }).count()).toBe(0);
    expect(await auditor.page.getByRole('link', { name: 'Instances' }).count()).toBe(0);
  });
});
