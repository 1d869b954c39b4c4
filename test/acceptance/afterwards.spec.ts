import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const LATER = { effectiveFrom: null, byNumber: null, byAffair: null, by: null, note: null };
const LONG = 'Rapport sur une situation personnelle. '.repeat(3_000);

eachStore('after the séance', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  async function decidedAct(
    report?: object,
  ): Promise<{ register: RegisterClient; seance: Seance; act: string }> {
    const register = new RegisterClient(url);
    await constituteCouncil(register, 3);
    const seance = await openSeance(register, { inOffice: 3, present: members(3) });
    const act = await seance.discuss('Budget primitif');
    if (report !== undefined)
      await register.command(`${seance.affairPath(act)}/report`, { report, annexes: [] });
    await seance.vote(act, { for: 3, against: 0 });
    await seance.decide(act, 'adopted');
    await seance.close();
    return { register, seance, act };
  }

  describe('given an act that was decided', () => {
    it('when it is published and transmitted, then it is enforceable and no more to be done', async () => {
      const { register, seance, act } = await decidedAct();
      const path = seance.affairPath(act);
      const due = async () =>
        (await register.read('/delays?on=2024-03-29')).items.map(
          ({ kind, late }: { kind: string; late: boolean }) => [kind, late],
        );
      expect(await due()).toEqual([
        ['list', true],
        ['publication', false],
        ['transmission', false],
      ]);

      await register.command(`${seance.path}/list`, { on: '2024-03-25' });
      await register.command(`${path}/transmission`, { on: '2024-03-22', identifier: 'DE-1' });
      await register.command(`${path}/acknowledgement`, { on: '2024-03-22', identifier: 'AR-1' });
      const body = { on: '2024-03-26', media: ['website'], masked: false };
      await register.command(`${path}/publication`, body);

      expect(await due()).toEqual([]);
      expect((await register.read(`/affairs/${act}`)).enforceability).toMatchObject({
        answer: 'yes',
        since: '2024-03-26',
      });
      // The séance's entry in the register follows its closing, at the worker's own pace.
      const entered = register.seeing(`register-${register.authority}_CM.2024@1`);
      expect((await entered.read('/register')).items[0]).toMatchObject({ enforceable: 'yes', fate: null });
    });

    it('when a day that has not come is told, then 400 names it and nothing is recorded', async () => {
      const { register, seance, act } = await decidedAct();
      const on = '2999-01-01';
      const future = { status: 400, body: { code: 'future', reasons: [{ field: 'on', rule: 'future' }] } };
      const path = seance.affairPath(act);
      const body = { on, media: ['website'], masked: false };
      expect(await register.send(`${path}/publication`, body)).toMatchObject(future);
      expect(await register.send(`${seance.path}/list`, { on })).toMatchObject(future);
      expect((await register.read(`/affairs/${act}`)).publications).toEqual([]);
      expect((await register.read(seance.path)).state.list).toBeNull();
    });

    it('when what breaks a rule is sent, then 422 names it, and it is recorded despite it', async () => {
      const { register, seance, act } = await decidedAct();
      const path = `${seance.affairPath(act)}/fates`;
      const fate = { kind: 'annulled', on: '2024-03-01', ...LATER };
      const refused = await register.send(path, fate);
      expect(refused.status).toBe(422);
      const rules = refused.body.reasons.map(({ rule }: { rule: string }) => rule);
      expect(rules).toEqual(['R26.order', 'R26.court']);

      const despite = rules.map((rule: string) => ({ rule, reason: 'Selon le courrier reçu.' }));
      await register.command(path, { ...fate, despite });
      const dossier = await register.read(`/affairs/${act}`);
      expect(dossier.fates).toMatchObject([{ kind: 'annulled', on: '2024-03-01' }]);
      expect(dossier.irregularities.map(({ rule }: { rule: string }) => rule)).toEqual(
        expect.arrayContaining(rules),
      );
    });

    it('when a material error is corrected, then the certified extract stays the first version', async () => {
      const { register, seance, act } = await decidedAct();
      await seance.certify(act);
      const before = await seance.extract(act);
      await register.command(`${seance.affairPath(act)}/fates`, {
        kind: 'material-error',
        on: DAY,
        ...LATER,
        note: 'Au lieu de 2023, lire 2024.',
      });
      expect(await seance.extract(act)).toBe(before);
      expect((await register.read(`/affairs/${act}`)).fates).toMatchObject([{ kind: 'material-error' }]);
    });

    it('when it is not decided, or its séance not closed, then nothing can follow', async () => {
      const register = new RegisterClient(url);
      await constituteCouncil(register, 3);
      const seance = await openSeance(register, { inOffice: 3, present: members(3) });
      const act = await seance.discuss('Budget');
      const sent = () =>
        register.send(`${seance.affairPath(act)}/transmission`, { on: null, identifier: null });
      expect(await sent()).toMatchObject({ status: 422, body: { code: 'act.undecided' } });
      await seance.decide(act, 'adopted');
      expect(await sent()).toMatchObject({ status: 422, body: { code: 'session.not-closed' } });
    });
  });

  describe('given a long report in the file store', () => {
    it('when it is erased, then asking for it is 410 with the legal basis, and the history says so', async () => {
      const { register, seance, act } = await decidedAct({ subject: 'Aide sociale', text: LONG });
      const { contents } = await register.read(`/affairs/${act}`);
      const address = `/affairs/${act}/contents/${contents[0].file.id}`;
      expect((await register.ask(address)).text).toBe(LONG);

      const basis = 'Jugement du 3 juin 2024';
      await register.command(`${seance.affairPath(act)}/erasures`, { what: 'report', content: null, basis });
      const gone = await register.ask(address);
      expect(gone).toMatchObject({ status: 410, body: { code: 'content.erased' } });
      expect(gone.body.title).toContain(basis);
      expect((await register.ask(`/affairs/${act}/extract`)).status).toBe(410);
      await expect(completed(register, act)).resolves.toBe(true);
      const types = (await register.read(`/events?affair=${act}&limit=100`)).items;
      expect(types.map(({ type }: { type: string }) => type)).toEqual(
        expect.arrayContaining(['ContentErased', 'ErasureCompleted']),
      );
    });

    it('when a short text in the log is to be erased, then it is refused and told why', async () => {
      const { register, seance, act } = await decidedAct({ subject: 'Budget', text: 'Quelques mots.' });
      const body = { what: 'report', content: null, basis: 'RGPD' };
      expect(await register.send(`${seance.affairPath(act)}/erasures`, body)).toMatchObject({
        status: 422,
        body: { code: 'content.in-the-log' },
      });
    });
  });
});

/** Waits for the process that takes the bytes away. */
async function completed(register: RegisterClient, act: string): Promise<boolean> {
  for (let look = 0; look < 100; look++) {
    const { erasures } = await register.read(`/affairs/${act}`);
    if (erasures[0].completed === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
