import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, members, openSeance, type Seance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

eachStore('results', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  describe('given a council of 49, all present', () => {
    let register: RegisterClient;
    let seance: Seance;
    beforeAll(async () => {
      register = new RegisterClient(url);
      await constituteCouncil(register, 49);
      seance = await openSeance(register, { inOffice: 49, present: members(49) });
    });

    const closedBallotOf = async (affair: string) =>
      (await register.read(`/affairs/${affair}`)).ballots[0].closed;

    it('when 38 vote for, none against and 11 abstain, then « à l’unanimité des suffrages exprimés »', async () => {
      const affair = await seance.discuss('Une décision où beaucoup s’abstiennent');
      await seance.vote(affair, { for: 38, against: 0, abstentions: 11, notTakingPart: 0 });
      await seance.decide(affair, 'adopted');

      const { computed } = await closedBallotOf(affair);
      expect(computed).toMatchObject({ outcome: 'adopted', unanimous: true });
      expect(await seance.extract(affair)).toContain(
        'calculé : adoptée à l’unanimité des suffrages exprimés',
      );
    });

    it('when nobody votes for or against, then 0–0 is not adopted', async () => {
      const affair = await seance.discuss('Une décision que tous laissent aux autres');
      await seance.vote(affair, { for: 0, against: 0, abstentions: 49, notTakingPart: 0 });

      const { computed } = await closedBallotOf(affair);
      expect(computed).toMatchObject({ outcome: 'rejected', unanimous: false });
      const declared = await register.send(`${seance.affairPath(affair)}/decision`, { outcome: 'adopted' });
      expect(declared).toMatchObject({ status: 422, body: { code: 'R14.outcome' } });
    });

    it('when only the votes for are counted, then the others stay unknown and are not 0', async () => {
      const affair = await seance.discuss('Une décision dont on sait peu');
      await seance.vote(affair, { for: 30 });
      await seance.decide(affair, 'adopted');

      const { tally, computed } = await closedBallotOf(affair);
      expect(tally.counts).toEqual({ for: 30, against: null, abstentions: null, notTakingPart: null });
      expect(computed).toMatchObject({ outcome: 'adopted', unanimous: null });
      expect(await seance.extract(affair)).toContain('contre : non renseigné');
    });

    it('when an affair is still undecided, then an extract of it is refused, and certifying it', async () => {
      const affair = await seance.discuss('Une affaire encore en discussion');

      const asked = await register.ask(`/affairs/${affair}/extract`);
      expect(asked).toMatchObject({ status: 422, body: { code: 'extract.undecided' } });
      const certifying = { signatory: { member: 'm1' }, certifiedOn: null };
      const certified = await register.send(`${seance.affairPath(affair)}/extract`, certifying);
      expect(certified).toMatchObject({ status: 422, body: { code: 'extract.undecided' } });
    });
  });

  it('given a certified extract, when anything is recorded after, then it is the same byte for byte', async () => {
    const register = new RegisterClient(url);
    await constituteCouncil(register, 5);
    const seance = await openSeance(register, { inOffice: 5, present: members(5) });
    const affair = await seance.discuss('Un marché');
    await seance.vote(affair, { for: 5, against: 0, abstentions: 0, notTakingPart: 0 });
    await seance.decide(affair, 'adopted');
    expect(await seance.extract(affair)).toContain('PROJET – non certifié');
    await seance.close();
    await seance.certify(affair);
    const certified = await seance.extract(affair);
    expect(certified).not.toContain('PROJET');

    // What it was printed from changes: the template, the signatory's name and office, the next séance.
    await register.command('/bodies/CM/template', { name: 'autre', text: 'Un autre modèle\n' });
    const renamed = { ref: 'm1', familyName: 'AUTREMENT', office: 'Ancien maire' };
    await register.command('/bodies/CM/members', { members: [renamed] });
    const next = await openSeance(register, { inOffice: 5, present: members(5) });
    await next.discuss('Un autre marché');
    const path = seance.affairPath(affair);
    const papers = [
      await register.send(`${path}/number`, { number: '2024-001' }),
      await register.send(`${path}/annexes`, { title: 'Plan' }),
      await register.send(`${path}/extract`, { signatory: { member: 'm2' }, certifiedOn: null }),
    ];

    expect(papers).toMatchObject(papers.map(() => ({ status: 422, body: { code: 'extract.certified' } })));
    expect(await seance.extract(affair)).toBe(certified);
  });
});
