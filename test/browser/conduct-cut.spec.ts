import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { Conducted } from '../support/conducted.js';
import { giveOut } from '../support/tokens.js';

// What is typed at the clerk's page survives what may happen to a page: a reload, a cut, the end of a session.
(hasChromium ? describe : describe.skip)('given a clerk in the middle of a form', () => {
  let seance: Conducted;
  let clerk: Clerk;

  beforeAll(async () => {
    seance = await Conducted.begin();
    clerk = seance.clerk;
  }, 150_000);

  const state = async () => (await seance.board()).state;

  it('when the page is loaded again, then the form is open and holds what was typed; recorded, it is empty', async () => {
    await clerk.act('Suspendre la séance…');
    await clerk.type('Motif (facultatif)', 'Une concertation');
    await clerk.page.reload();
    const asked = clerk.dialog('Suspendre la séance');
    await asked.waitFor();
    expect(await asked.getByLabel('Motif (facultatif)').inputValue()).toBe('Une concertation');
    await clerk.confirm('Suspendre la séance', 'Suspendre');
    await clerk.recorded('la suspension');
    expect((await state()).suspensions).toMatchObject([{ reason: 'Une concertation' }]);
    await clerk.press('Reprendre la séance');
    await clerk.recorded('la reprise');
    await clerk.act('Suspendre la séance…');
    expect(await asked.getByLabel('Motif (facultatif)').inputValue()).toBe('');
    await clerk.page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
  });

  it('when the connection is cut while it is sent, then the page says what is not confirmed, and it is recorded once', async () => {
    await clerk.press('Appeler l’affaire');
    await clerk.recorded('l’appel de l’affaire');
    await clerk.context.setOffline(true);
    await clerk.type('Teneur des débats', 'Mme Berger demande le coût.');
    await clerk.press('Noter les débats');
    await clerk.page.getByText('Pas encore confirmé : la teneur des débats.').waitFor();
    await clerk.page.getByText('Tout ce qui précède est').waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    // A reload meanwhile is the browser's own page of being offline: the connection is back before.
    await clerk.context.setOffline(false);
    await clerk.page.getByText(/Enregistré, la connexion étant revenue/).waitFor();
    expect((await state()).affairs[0].debate).toEqual(['Mme Berger demande le coût.']);
    expect(await clerk.page.getByLabel('Teneur des débats').inputValue()).toBe('');
  });

  it('when somebody else was first, then the form tells what they recorded, and records on top of it', async () => {
    await clerk.actOf('COLIN', 'Sort, avec un motif…');
    await clerk.type('Motif (facultatif)', 'Un train');
    let deaf = true;
    await clerk.page.route(`**/sessions/${seance.session}`, (route) =>
      deaf ? route.abort() : route.continue(),
    );
    await seance.elsewhere('/departures', { member: 'durand', reason: 'Un enfant malade' });
    const asked = clerk.dialog('Départ');
    await asked.getByRole('button', { name: 'Enregistrer' }).focus();
    await clerk.page.keyboard.press('Enter');
    deaf = false;
    await asked.getByText('Quelque chose a changé depuis votre saisie').waitFor();
    await asked.getByText(/Alix DURAND/).waitFor();
    expect(await asked.getByLabel('Motif (facultatif)').inputValue()).toBe('Un train');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.page.getByText('Mouvements').waitFor();
    await clerk.confirm('Départ', 'Enregistrer à la suite');
    await clerk.recorded('le départ de Alix COLIN');
    expect((await state()).movements).toMatchObject([
      { member: 'durand', reason: 'Un enfant malade' },
      { member: 'colin', reason: 'Un train' },
    ]);
    await clerk.page.unroute(`**/sessions/${seance.session}`);
  });

  it('when the session expires meanwhile, then a link lets in again, and what was typed is still there', async () => {
    const end = await seance.withSessionOf(3);
    await clerk.type('Teneur des débats', 'M. Esposito s’abstiendra.');
    await pause(end - Date.now());
    await clerk.press('Noter les débats');
    await clerk.page.getByText('Votre session a pris fin').waitFor();
    await clerk.page.getByText(/ouvrez le lien/).waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    expect((await state()).affairs[0].debate).toHaveLength(1);
    await clerk.page.goto(await seance.server.entryLink());
    await clerk.page.waitForURL('**/conduite');
    const field = clerk.page.getByLabel('Teneur des débats');
    await field.waitFor();
    expect(await field.inputValue()).toBe('M. Esposito s’abstiendra.');
    await clerk.press('Noter les débats');
    await clerk.recorded('la teneur des débats');
    expect((await state()).affairs[0].debate).toHaveLength(2);
  });

  it('when the server dies before it could answer, then what it recorded is recorded once, and said so when it is back', async () => {
    await clerk.page.route(
      '**/debate',
      async (route) => {
        await route.fetch();
        await seance.server.kill();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await clerk.type('Teneur des débats', 'M. Colin demande l’appel nominal.');
    await clerk.press('Noter les débats');
    await clerk.page.getByText('Pas encore confirmé : la teneur des débats.').waitFor();
    await seance.restart();
    await clerk.page.getByText(/Enregistré, la connexion étant revenue/).waitFor();
    expect((await state()).affairs[0].debate).toEqual([
      'Mme Berger demande le coût.',
      'M. Esposito s’abstiendra.',
      'M. Colin demande l’appel nominal.',
    ]);
  });

  it('when the session is ended elsewhere among votes by name, then they wait, and are recorded once whoever gives them is back', async () => {
    const affair = (await state()).affairs[0].id as string;
    await seance.elsewhere('/ballots', { affair, method: 'roll-call' });
    const firstVote = clerk.page.getByRole('button', { name: /Alix ALBERT\s: Pour/ });
    await firstVote.waitFor();
    const headers = { 'x-registre': 'pages', origin: seance.server.url };
    await clerk.context.request.post(`${seance.server.url}/sortir`, { headers });
    await firstVote.focus();
    for (const key of ['p', 'c', 'a']) await clerk.page.keyboard.press(key);
    await clerk.page.getByText('Votre session a pris fin').waitFor();
    expect(await clerk.page.getByText('0 votes enregistrés sur').count()).toBe(1);
    await clerk.page.goto(await seance.server.entryLink());
    await clerk.page.waitForURL('**/conduite');
    await clerk.page.getByText('2 votes enregistrés sur').waitFor();
    await clerk.press('Enregistrer ce dernier vote');
    await clerk.page.getByText('3 votes enregistrés sur').waitFor();
  });

  it('when an auditor opens the page, then all can be read, and nothing be recorded', async () => {
    const grants = [{ authority: 'brindas', roles: ['auditor'] as const, bodies: null }];
    const { text } = await giveOut(seance.dataDir, 'link', { grants, actor: 'audit' });
    const auditor = await Clerk.enter(seance.browser, `${seance.server.url}/entrer?jeton=${text}`);
    await auditor.page.goto(seance.address('conduite'));
    await auditor.page.getByRole('list', { name: 'Membres' }).waitFor();
    await auditor.page.getByRole('group', { name: 'Quorum' }).waitFor();
    const main = auditor.page.getByRole('main');
    const names = await main.getByRole('button').allInnerTexts();
    expect(names.filter((name) => !/cantine|voile|délégué|elle-même/.test(name))).toEqual([]);
    expect(await main.getByRole('textbox').count()).toBe(0);
    expect(await violationsOf(auditor.page)).toEqual([]);
    await auditor.page.goto(`${seance.server.url}/brindas/seances`);
    await auditor.page.getByRole('heading', { name: 'Séances' }).waitFor();
    expect(await auditor.page.getByText('Convoquer une séance').count()).toBe(0);
  });

  it('when the server ends, then the screen of the room says since when it hears nothing, and keeps what it showed', async () => {
    const room = await Clerk.enter(seance.browser, await seance.server.entryLink(), 1920, 1080);
    await room.page.goto(seance.address('salle'));
    await room.page.getByText('Tarifs de la cantine').waitFor();
    await seance.server.kill();
    await room.page.getByText(/Liaison coupée depuis \d+\u00a0h\u00a0\d\d/).waitFor();
    expect(await room.page.getByText('Tarifs de la cantine').count()).toBe(1);
    expect(await violationsOf(room.page)).toEqual([]);
  });
});
