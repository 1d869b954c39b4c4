import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import type { LooseJson } from '../support/loose-json.js';
import { REFERENCE_EXAMPLES, ROOT } from '../support/places.js';
import { describeWithExamples, referenceRecord, type RecordFile } from '../support/records.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const NAME = 'pierrefonds-cm-2019-09-27.json';
const ID = 'pierrefonds-cm-2019-09-27';

eachStore('Pierrefonds, whose quorum is lost', (store) => {
  describeWithExamples('given its record', () => {
    const dataDir = tempFolder();
    let record: RecordFile;
    let register: RegisterClient;
    let url: string;
    beforeAll(async () => {
      record = referenceRecord(NAME, store);
      const imported = await runCli(['import', record.path, '--data', dataDir], store.env);
      expect(imported).toMatchObject({ code: 0, stderr: '' });
      ({ url } = await startServer({ dataDir, env: store.env }));
      register = new RegisterClient(url, record.authority);
    });

    it('when an affair is shown, then its quorum is what the nineteen named would need, met by ten', async () => {
      const shown = await runCli(
        ['show', `${ID}/10`, '--authority', record.authority, '--data', dataDir],
        store.env,
      );
      expect(shown.stdout).toContain('Quorum : non renseigné (10 si les 19 nommés sont tous en exercice)');
      expect(shown.stdout).toContain('Présents (10)');
    });

    it('then a member leaves at 21 h 18 and affairs 11 to 13 are postponed', async () => {
      const { items } = await register.read('/register?limit=100');
      expect(items).toHaveLength(10);
      const board = await register.read(`/sessions/${items[0].session}`);
      expect(board.state.movements).toMatchObject([
        { member: 'tanguy-ronan', kind: 'left', at: { date: '2019-09-27', time: '21:18' } },
      ]);
      const postponed = board.state.affairs.filter(({ outcome }: LooseJson) => outcome === 'postponed');
      expect(postponed.map(({ key }: LooseJson) => key)).toEqual(['11', '12', '13']);
    });

    it('when affair 11 is called live with nine present of at least nineteen, then R7.quorum refuses it, and despite records it', async () => {
      const live = new RegisterClient(url);
      const path = await seanceWithNine(live);
      const call = { recusals: [], occurredAt: { date: '2019-09-27', time: '21:20' } };
      const refused = await live.send(`${path}/call`, call);
      expect(refused).toMatchObject({ status: 422, body: { code: 'R7.quorum' } });
      const despite = [{ rule: 'R7.quorum', reason: 'Le maire a poursuivi la séance.' }];
      await live.command(`${path}/call`, { ...call, despite });
      const { state } = await live.read(path.replace(/\/affairs\/.*$/, ''));
      expect(state.irregularities).toMatchObject([{ rule: 'R7.quorum', event: 'AffairCalled' }]);
    });
  });
});

/** The séance as a clerk would have kept it until 21:18. @returns the path of affair 11 */
async function seanceWithNine(live: RegisterClient): Promise<string> {
  const record = JSON.parse(readFileSync(join(ROOT, REFERENCE_EXAMPLES, NAME), 'utf8'));
  const { authority, body, session, affairs } = record;
  const { key: _key, ...description } = authority;
  const occurredAt = { date: session.date, time: null };
  await live.command('', description);
  await live.command('/bodies', { key: 'CM', name: body.name, kind: 'council' });
  await live.command('/bodies/CM/members', { members: body.members });
  const convened = { body: 'CM', date: session.date, inOffice: null, convenedOn: session.convenedOn };
  const { id } = await live.command('/sessions', { ...convened, occurredAt });
  const { key, order, subject } = affairs[10];
  const placed = await live.command(`/sessions/${id}/affairs`, { key, order, subject, occurredAt });
  const none = { attendance: [], proxies: [], movements: [], secretaries: [] };
  await live.command(`/sessions/${id}/opening`, { ...none, occurredAt });
  await live.command(`/sessions/${id}/attendance`, { entries: session.attendance, occurredAt });
  await live.command(`/sessions/${id}/departures`, {
    member: 'tanguy-ronan',
    occurredAt: { date: session.date, time: '21:18' },
  });
  return `/sessions/${id}/affairs/${placed.id}`;
}
