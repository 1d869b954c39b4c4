import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import { RegisterClient } from '../support/register-client.js';
import { constituteCouncil, members } from '../support/seance.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const FIRST = '2024-03-18';
const SECOND = '2024-03-21';

eachStore('a second convocation', (store) => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir: tempFolder(), env: store.env }));
  });

  describe('given a council of five of whom two came', () => {
    it('when it is convened again, then it is for the first agenda, whose affair it takes over', async () => {
      const register = new RegisterClient(url);
      await constituteCouncil(register, 5);
      const { id: first } = await register.command('/sessions', { body: 'CM', date: FIRST, inOffice: 5 });
      const { id: affair } = await register.command(`/sessions/${first}/affairs`, { subject: 'Budget' });
      const entries = members(2).map((member) => ({ member, status: 'present' }));
      const occurredAt = { date: FIRST, time: '20:00' };
      await register.command(`/sessions/${first}/attendance`, { entries, occurredAt });
      await register.command(`/sessions/${first}/quorum-failure`, { occurredAt });
      const none = { attendance: [], proxies: [], movements: [], secretaries: [], occurredAt };
      const late = await register.send(`/sessions/${first}/opening`, none);
      expect(late.body.code).toBe('session.not-quorate');

      const convening = { body: 'CM', date: SECOND, inOffice: 5 };
      const unknown = await register.send('/sessions', { ...convening, secondConvocationOf: '2024-03-19' });
      expect(unknown.body.reasons.map(({ rule }: { rule: string }) => rule)).toEqual([
        'R8.interval',
        'R8.no-failed-session',
      ]);
      const { id: second } = await register.command('/sessions', {
        ...convening,
        secondConvocationOf: FIRST,
      });
      const other = await register.send(`/sessions/${second}/affairs`, { subject: 'Voirie' });
      expect(other.body.code).toBe('R8.agenda');
      const carried = await register.command(`/sessions/${second}/affairs`, { subject: 'Budget', affair });
      expect(carried.id).toBe(affair);
      const again = await register.send(`/sessions/${second}/affairs`, { subject: 'Budget', affair });
      expect(again.body.code).toBe('affair.placed');
    });
  });
});
