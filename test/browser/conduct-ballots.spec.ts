import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium, violationsOf } from '../support/browser.js';
import { Clerk } from '../support/clerk.js';
import { Conducted } from '../support/conducted.js';

// Ballots of the séance itself and of affairs, at the clerk's page; the room's screen shows each as it may be shown.
(hasChromium ? describe : describe.skip)('given an open séance and the screen of its room', () => {
  let seance: Conducted;
  let clerk: Clerk;
  let room: Page;

  beforeAll(async () => {
    seance = await Conducted.begin();
    clerk = seance.clerk;
    ({ page: room } = await Clerk.enter(seance.browser, await seance.server.entryLink(), 1920, 1080));
    await room.goto(seance.address('salle'));
    await room.getByText('En cours').waitFor();
  }, 120_000);

  const state = async () => (await seance.board()).state;
  const lastBallot = async () => (await state()).ballots.at(-1);
  const opened = () => clerk.page.getByRole('region', { name: 'Scrutin ouvert' }).waitFor();

  it('when a secretary is elected by a public vote, then the unanimous waiver of the secret is a ballot of the séance too', async () => {
    await clerk.press(/Votes de la séance elle-même/);
    await clerk.type('Question', 'Renoncer au scrutin secret');
    await clerk.press('Ouvrir le scrutin');
    await opened();
    await clerk.press('Enregistrer le décompte');
    await room.getByRole('heading', { name: 'Renoncer au scrutin secret' }).waitFor();
    await clerk.press('Proclamer et clore le scrutin');
    await clerk.recorded('la proclamation du résultat');
    await room.getByText('Adoptée à l’unanimité des suffrages exprimés').waitFor();

    await clerk.type('Question', 'Élection du secrétaire de séance');
    await clerk.tick('Élection ou nomination', 'checkbox');
    await clerk.pick('Candidats', 'berger');
    // It closes a list, and takes nobody away.
    await clerk.page.keyboard.press('Escape');
    await clerk.tick(/renoncé à l’unanimité/, 'checkbox');
    await clerk.page
      .getByLabel('Scrutin par lequel elle y a renoncé')
      .selectOption({ label: 'Renoncer au scrutin secret' });
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.press('Ouvrir le scrutin');
    await opened();
    const ballot = await lastBallot();
    expect(ballot).toMatchObject({ affair: null, secrecyWaived: true, round: 1, positions: 1 });
    expect(ballot.waiver).toBe((await state()).ballots[0].id);
    await clerk.type('Voix : Alix BERGER', '5');
    await clerk.press('Enregistrer le décompte');
    await clerk.press('Proclamer et clore le scrutin');
    await clerk.recorded('la proclamation du résultat');
    await room.getByText('Élu(e)').waitFor();
    expect((await lastBallot()).closed.computed).toMatchObject({
      outcome: 'elected',
      basis: 'single-candidate',
    });
  });

  it('when members ask for a secret ballot, then a public one asks for its reason', async () => {
    await clerk.press(/Tarifs de la cantine/);
    await clerk.press('Appeler l’affaire');
    await clerk.recorded('l’appel de l’affaire');
    await clerk.press('Demande d’un mode de scrutin…');
    await clerk.pick('Demandé par', 'colin');
    await clerk.pick('Demandé par', 'durand');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Demande d’un mode de scrutin', 'Enregistrer');
    await clerk.page
      .getByText(/Demandé\s: scrutin secret par Alix COLIN, Alix DURAND – demande suffisante/)
      .waitFor();
    await clerk.press('Ouvrir le scrutin');
    await clerk.page.getByRole('dialog', { name: 'Contraire à une règle de droit' }).waitFor();
    await clerk.page.keyboard.press('Escape');
    expect((await state()).openBallot).toBeNull();
  });

  it('when the ballot is secret, then the room sees how many have voted and nothing else until it is proclaimed', async () => {
    await clerk.tick(/scrutin secret/);
    await clerk.press('Ouvrir le scrutin');
    await opened();
    await clerk.page.getByRole('button', { name: /Alix ALBERT : A voté/ }).focus();
    for (let seat = 0; seat < 5; seat++) {
      await clerk.page.keyboard.press('v');
      await clerk.page.getByText(`${seat + 1} sur 5`).waitFor();
    }
    await room.getByText('5 / 5').waitFor();
    await clerk.type('Bulletins trouvés', '5');
    await clerk.type('Blancs', '1');
    await clerk.type('Contre', '1');
    await clerk.page.getByText(/= 4 suffrages exprimés, dont 3 pour/).waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.press('Enregistrer le dépouillement');
    await clerk.page.getByRole('heading', { name: 'Résultat, non encore proclamé' }).waitFor();
    await room.getByText('Décompte en cours').waitFor();
    expect(await room.getByText(/^\d+\s*pour$/i).count()).toBe(0);
    expect(await room.getByRole('table').count()).toBe(0);
    expect(await violationsOf(room)).toEqual([]);
    await clerk.press('Proclamer et clore le scrutin');
    await room.getByText('Adoptée', { exact: true }).waitFor();
    expect(await room.getByText('5 bulletins, 1 blanc, 0 nul').count()).toBe(1);
    const { closed } = await lastBallot();
    expect(closed.tally).toMatchObject({
      papers: { found: 5, blank: 1 },
      expressed: 4,
      named: { for: null },
    });
  });

  it('when a closed ballot was held wrong, then it is void, stays in sight, and the room no longer shows it', async () => {
    await clerk.press('Annuler ce scrutin…');
    await clerk.type('Motif (facultatif)', 'Une urne mal scellée');
    await clerk.confirm('Annuler un scrutin', 'Annuler le scrutin');
    await clerk.recorded('l’annulation du scrutin');
    expect(await lastBallot()).toMatchObject({ voided: { reason: 'Une urne mal scellée' } });
    await clerk.page.getByText('Scrutin annulé').waitFor();
    await room.getByText('Adoptée', { exact: true }).waitFor({ state: 'detached' });
  });

  it('when two are to be elected, then the second round is prepared with who and what is left', async () => {
    await clerk.tick(/scrutin secret/);
    await clerk.tick('Élection ou nomination', 'checkbox');
    for (const name of ['albert', 'berger', 'colin']) await clerk.pick('Candidats', name);
    await clerk.type('Postes à pourvoir', '2');
    await clerk.press('Ouvrir le scrutin');
    await opened();
    await clerk.type('Bulletins trouvés', '5');
    for (const [who, votes] of [
      ['ALBERT', '4'],
      ['BERGER', '2'],
      ['COLIN', '2'],
    ] as const) {
      await clerk.type(`Voix : Alix ${who}`, votes);
    }
    await clerk.press('Enregistrer le dépouillement');
    await clerk.page.getByText('Pas de majorité à ce tour').first().waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.press('Proclamer et clore le scrutin');
    await clerk.recorded('la proclamation du résultat');
    await clerk.press('Préparer le tour suivant');
    expect(await clerk.page.getByLabel('Postes à pourvoir').inputValue()).toBe('1');
    expect(await clerk.page.getByLabel('Tour', { exact: true }).inputValue()).toBe('2');
    await clerk.press('Ouvrir le scrutin');
    await opened();
    expect(await lastBallot()).toMatchObject({
      round: 2,
      positions: 1,
      candidates: [{ member: 'berger' }, { member: 'colin' }],
    });
    await clerk.type('Bulletins trouvés', '5');
    await clerk.type('Voix : Alix BERGER', '4');
    await clerk.type('Voix : Alix COLIN', '1');
    await clerk.press('Enregistrer le dépouillement');
    await clerk.page.getByRole('heading', { name: 'Résultat, non encore proclamé' }).waitFor();
    expect(await room.getByText('4 voix').count()).toBe(0);
    await clerk.press('Proclamer et clore le scrutin');
    await room.getByText('4 voix').waitFor();
    await room.getByText('Élu(e)').waitFor();
    expect(await violationsOf(room)).toEqual([]);
  });

  it('when lists share the seats, then each list has its votes, seats and persons', async () => {
    await clerk.tick(/scrutin secret/);
    await clerk.tick('Élection ou nomination', 'checkbox');
    await clerk.type('Question (si ce n’est pas l’affaire entière)', 'Commission d’appel d’offres');
    await clerk.type('Listes, ou personnes extérieures', 'Brindas ensemble');
    await clerk.page.keyboard.press('Enter');
    await clerk.page.keyboard.type('Un autre Brindas');
    await clerk.type('Postes à pourvoir', '3');
    await clerk.press('Ouvrir le scrutin');
    await opened();
    await clerk.type('Bulletins trouvés', '5');
    await clerk.type('Voix : Brindas ensemble', '3');
    await clerk.type('Sièges obtenus : Brindas ensemble', '2');
    await clerk.type('Voix : Un autre Brindas', '2');
    await clerk.type('Sièges obtenus : Un autre Brindas', '1');
    await clerk.pick('Membres élus : Un autre Brindas', 'durand');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.press('Enregistrer le dépouillement');
    await clerk.page.getByLabel('Résultat proclamé').selectOption('elected');
    await clerk.press('Proclamer et clore le scrutin');
    await clerk.recorded('la proclamation du résultat');
    expect((await lastBallot()).closed).toMatchObject({
      declared: { outcome: 'elected' },
      tally: {
        candidates: [
          { name: 'Brindas ensemble', votes: 3, seats: 2, persons: null },
          { name: 'Un autre Brindas', votes: 2, seats: 1, persons: ['durand'] },
        ],
      },
    });
    await room.getByText('2 sièges').waitFor();
  });
});
