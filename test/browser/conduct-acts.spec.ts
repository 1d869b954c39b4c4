import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium, violationsOf } from '../support/browser.js';
import type { Clerk } from '../support/clerk.js';
import { Conducted } from '../support/conducted.js';

// The acts of a séance that are no ballot, each by its form, in the order in which an evening may bring them.
(hasChromium ? describe : describe.skip)('given a séance that is open', () => {
  let seance: Conducted;
  let clerk: Clerk;

  beforeAll(async () => {
    seance = await Conducted.begin();
    clerk = seance.clerk;
  }, 120_000);

  const state = async () => (await seance.board()).state;
  const lastCorrection = async () => (await state()).corrections.at(-1);

  it('when a secretary is appointed by a slip, then a correction takes it back and says why', async () => {
    await clerk.press('Désigner un secrétaire');
    await clerk.pick('Membre', 'berger');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Secrétaire de séance', 'Enregistrer');
    await clerk.recorded('Alix BERGER, secrétaire de séance');
    expect((await state()).secretaries).toEqual(['berger']);
    await clerk.press(/Corriger : Alix BERGER/);
    await clerk.type('Motif', 'Alix COLIN l’est');
    await clerk.confirm('Corriger une erreur', 'Corriger');
    await clerk.recorded('l’annulation de la désignation de Alix BERGER comme secrétaire');
    expect((await state()).secretaries).toEqual([]);
    expect(await lastCorrection()).toMatchObject({
      correction: { kind: 'secretary', member: 'berger' },
      reason: 'Alix COLIN l’est',
    });
  });

  it('when another presides, then the reason of it is kept', async () => {
    await clerk.act('Désigner qui préside…');
    await clerk.pick('Membre', 'colin');
    await clerk.type('Motif (facultatif)', 'Le maire est retenu');
    await clerk.confirm('Qui préside', 'Enregistrer');
    await clerk.recorded('la présidence de Alix COLIN');
    expect((await state()).chair).toBe('colin');
  });

  it('when somebody leaves, and it was somebody else, then the movement is corrected', async () => {
    await clerk.actOf('DURAND', 'Sort, avec un motif…');
    await clerk.type('Motif (facultatif)', 'Un train');
    await clerk.confirm('Départ', 'Enregistrer');
    await clerk.recorded('le départ de Alix DURAND');
    expect((await state()).movements).toMatchObject([{ member: 'durand', kind: 'left', reason: 'Un train' }]);
    await clerk.press('Corriger le mouvement de Alix DURAND');
    await clerk.confirm('Corriger une erreur', 'Corriger');
    await clerk.recorded('l’annulation du mouvement de Alix DURAND');
    expect((await seance.board()).now.room.present).toContain('durand');
  });

  it('when the roll was noted wrong, then it is corrected, at a distance among others where the law has it so', async () => {
    await clerk.actOf('GIRARD', 'Corriger l’appel…');
    await clerk.page.getByLabel('Alix GIRARD, à l’appel').selectOption('remote');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Corriger l’appel', 'Corriger');
    await clerk.recorded('la correction de l’appel pour Alix GIRARD');
    const { attendance } = await state();
    expect(attendance).toContainEqual({ member: 'girard', status: 'present', mode: 'remote' });
  });

  it('when a proxy is given, then its day and kind are noted, and it is revoked with a reason', async () => {
    await clerk.pick('Mandant', 'faure');
    await clerk.pick('Mandataire', 'albert');
    await clerk.page.getByText('Date et motif du pouvoir').click();
    await clerk.page.getByLabel('Daté du').fill('2026-01-02');
    await clerk.page.getByLabel('Motif', { exact: true }).selectOption('illness');
    await clerk.press('Noter le pouvoir');
    await clerk.recorded('le pouvoir de Alix FAURE à Alix ALBERT');
    expect((await state()).standingProxies).toEqual([
      { giver: 'faure', bearer: 'albert', givenOn: '2026-01-02', reason: 'illness' },
    ]);
    await clerk.press('Révoquer le pouvoir de Alix FAURE');
    await clerk.confirm('Révoquer un pouvoir', 'Révoquer');
    await clerk.recorded('la révocation du pouvoir de Alix FAURE');
    expect((await state()).standingProxies).toEqual([]);
  });

  it('when a proxy was noted by a slip, then it was never given', async () => {
    await clerk.pick('Mandant', 'faure');
    await clerk.pick('Mandataire', 'berger');
    await clerk.press('Noter le pouvoir');
    await clerk.recorded('le pouvoir de Alix FAURE à Alix BERGER');
    await clerk.press('Corriger le pouvoir de Alix FAURE');
    await clerk.confirm('Corriger une erreur', 'Corriger');
    await clerk.recorded('l’annulation du pouvoir de Alix FAURE');
    expect((await state()).standingProxies).toEqual([]);
  });

  it('when a member keeps out of the affair, then the ground is kept, and it can be corrected', async () => {
    await clerk.press('Appeler l’affaire');
    await clerk.recorded('l’appel de l’affaire');
    await clerk.actOf('BERGER', 'Se déporte de l’affaire…');
    await clerk.tick('Siège par désignation dans l’autre organisme');
    await clerk.type(/Précision/, 'Préside le syndicat');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Déport', 'Enregistrer');
    await clerk.recorded('le déport de Alix BERGER');
    expect((await state()).affairs[0].recusals).toEqual([
      { member: 'berger', ground: 'designated-representative', left: true, note: 'Préside le syndicat' },
    ]);
    await clerk.press('Corriger le déport de Alix BERGER');
    await clerk.confirm('Corriger une erreur', 'Corriger');
    await clerk.recorded('l’annulation du déport de Alix BERGER');
    expect((await state()).affairs[0].recusals).toEqual([]);
  });

  it('when the séance is suspended, then the page says since when, and it resumes', async () => {
    await clerk.act('Suspendre la séance…');
    await clerk.type('Motif (facultatif)', 'Concertation');
    await clerk.confirm('Suspendre la séance', 'Suspendre');
    await clerk.page.getByText(/La séance est suspendue depuis \d+\u00a0h\u00a0\d\d/).waitFor();
    expect((await state()).suspensions).toMatchObject([{ until: null, reason: 'Concertation' }]);
    await clerk.press('Reprendre la séance');
    await clerk.recorded('la reprise');
    expect((await state()).suspensions[0].until).not.toBeNull();
  });

  it('when the public leaves, then who asked is kept; too few is told with the rule, and typed again nowhere', async () => {
    await clerk.act('Huis clos…');
    await clerk.pick('Demandé par', 'durand');
    await clerk.type('Motif (facultatif)', 'Une question de personnes');
    await clerk.dialog('Huis clos').getByRole('button', { name: 'Fermer au public' }).focus();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText(/demandé par 1 membre présent/).waitFor();
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.type(/Motif \(règle R13/, 'Nul ne s’y est opposé');
    await clerk.confirm('Huis clos', 'Enregistrer malgré la règle');
    await clerk.recorded('le huis clos');
    const { closedDoors, irregularities } = await state();
    expect(closedDoors).toMatchObject([{ requestedBy: ['durand'], reason: 'Une question de personnes' }]);
    expect(irregularities.at(-1)).toMatchObject({ rule: 'R13.requesters', reason: 'Nul ne s’y est opposé' });
    await clerk.act('Rouvrir au public');
    await clerk.recorded('la fin du huis clos');
    expect((await state()).closedDoors[0].until).not.toBeNull();
  });

  it('when the call of an affair was a slip, then it is taken back', async () => {
    await clerk.press('Corriger l’appel de l’affaire…');
    await clerk.confirm('Corriger une erreur', 'Corriger');
    await clerk.recorded('l’annulation de l’appel de l’affaire');
    expect(await state()).toMatchObject({ currentAffair: null });
  });

  it('when affairs are put off or added, then each says why', async () => {
    await clerk.press('Reporter…');
    await clerk.type('Motif (facultatif)', 'Il manque une pièce');
    await clerk.confirm('Reporter l’affaire', 'Enregistrer');
    await clerk.recorded('le report de l’affaire');
    await clerk.press('Retirer…');
    await clerk.confirm('Retirer de l’ordre du jour', 'Enregistrer');
    await clerk.recorded('le retrait de l’affaire');
    await clerk.press('Ajouter une affaire…');
    await clerk.type('Objet', 'Une aide d’urgence');
    await clerk.dialog('Ajouter une affaire').getByRole('button', { name: 'Inscrire' }).focus();
    await clerk.page.keyboard.press('Enter');
    await clerk.type(/Motif \(règle R12/, 'L’assemblée l’a admise');
    await clerk.confirm('Ajouter une affaire', 'Enregistrer malgré la règle');
    await clerk.recorded('l’inscription de l’affaire');
    const { affairs } = await state();
    expect(affairs.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'postponed',
      'withdrawn',
      null,
      null,
    ]);
    expect(affairs[0].outcomeReason).toBe('Il manque une pièce');
    expect(affairs[3]).toMatchObject({ subject: 'Une aide d’urgence', order: 4 });
  });

  it('when a member resigns and another takes the seat, then the numbers follow', async () => {
    await clerk.actOf('ESPOSITO', 'Démissionne de son mandat…');
    await clerk.confirm('Démission', 'Enregistrer');
    await clerk.recorded('la démission de Alix ESPOSITO');
    expect((await state()).bodyAtSession.inOffice).toBe(6);
    await clerk.act('Installer un nouveau membre…');
    await clerk.type('Nom', 'HÉRAULT-D’AYGUES');
    await clerk.type('Prénom', 'Zoé');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Installer un nouveau membre', 'Installer');
    await clerk.recorded('l’installation de Zoé HÉRAULT-D’AYGUES');
    const { bodyAtSession } = await state();
    expect(bodyAtSession.inOffice).toBe(7);
    expect(bodyAtSession.seats.at(-1)).toMatchObject({ ref: 'herault-d-aygues-zoe', givenName: 'Zoé' });
    expect((await seance.board()).now.room.present).toContain('herault-d-aygues-zoe');
  });

  it('when the debates are noted, then they stand at their affair', async () => {
    await clerk.press('Appeler l’affaire');
    await clerk.recorded('l’appel de l’affaire');
    await clerk.type('Teneur des débats', 'M. Colin demande le coût.');
    await clerk.press('Noter les débats');
    await clerk.recorded('la teneur des débats');
    expect((await state()).affairs[2].debate).toEqual(['M. Colin demande le coût.']);
    expect(await violationsOf(clerk.page)).toEqual([]);
  });
});
