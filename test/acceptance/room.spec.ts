import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, DAY, members, openSeance } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

eachStore('the room', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  describe('given a séance of five members', () => {
    it('when one keeps out of an affair, then the vote is refused saying so, and the séance goes on', async () => {
      const register = new RegisterClient(url);
      await constituteCouncil(register, 5);
      const seance = await openSeance(register, { inOffice: 5, present: members(4), excused: ['m5'] });
      const occurredAt = { date: DAY, time: null };
      const post = (path: string, body: object) =>
        register.command(`${seance.path}${path}`, { ...body, occurredAt });
      const { id: affair } = await register.command(`${seance.path}/affairs`, {
        subject: 'Budget',
        occurredAt,
        despite: [{ rule: 'R12.added-during-session', reason: 'urgence' }],
      });
      await post('/proxies', { giver: 'm5', bearer: 'm2' });
      await post(`/affairs/${affair}/call`, { recusals: [] });
      await post(`/affairs/${affair}/recusals`, { member: 'm2', left: true });
      await post('/suspension', {});
      expect((await register.send(`${seance.path}/ballots`, { affair, method: null })).body.code).toBe(
        'session.suspended',
      );
      await post('/resumption', {});
      const { id: ballot } = await post('/ballots', { affair, method: 'roll-call' });
      const vote = (seat: string) => register.send(`/ballots/${ballot}/votes`, { seat, choice: 'for' });
      expect((await vote('m2')).body.code).toBe('R19.recused');
      expect((await vote('m5')).body.code).toBe('vote.not-on-roll');
    });
  });
});
