import { once } from 'node:events';
import { beforeAll, expect, it } from '@jest/globals';
import { Chance } from '../support/chance.js';
import { eachStore } from '../support/each-store.js';
import { FollowedLog } from '../support/followed-log.js';
import type { LooseJson } from '../support/loose-json.js';
import { readTables, rebuiltTables } from '../support/read-tables.js';
import { inventedRecord, type RecordFile } from '../support/records.js';
import { runCli, startCli } from '../support/run-cli.js';
import { tempFolder } from '../support/temp-folder.js';
import { told, wholeLog } from '../support/whole-log.js';

const AFFAIRS = 8;

/** A séance with papers, votes by name and a certified extract: every kind of write that an import does. */
function longSeance(record: LooseJson): void {
  const [affair] = record.affairs;
  const refs: string[] = record.body.members.map(({ ref }: LooseJson) => ref);
  record.affairs = Array.from({ length: AFFAIRS }, (_, rank) => ({
    ...affair,
    key: `${rank + 1}`,
    order: rank + 1,
    number: `2024-${rank + 1}`,
    report: `Rapport ${rank + 1}`,
    annexes: [{ title: 'Plan' }],
    ballots: [
      {
        ...affair.ballots[0],
        method: 'roll-call',
        named: { for: refs.slice(1), abstentions: refs.slice(0, 1), against: [], notTakingPart: [] },
      },
    ],
    extract: { formula: 'Pour extrait conforme', signatory: { member: refs[0] }, certifiedOn: '2024-03-25' },
  }));
}

/** `registre import` killed that many times on its way, then once more to its end. */
export function describeKilledImports(kills: number): void {
  const chance = new Chance();
  eachStore(`given an import killed ${kills} times (REGISTRE_SEED=${chance.seed})`, (store) => {
    const dataDir = tempFolder();
    let record: RecordFile;
    let log: FollowedLog;
    /** What the log holds after an import that nothing cut. */
    let whole: string[];

    const importing = ({ path }: RecordFile) => ['import', path, '--data', dataDir];
    beforeAll(
      async () => {
        const uncut = inventedRecord(longSeance);
        expect(await runCli(importing(uncut), store.env)).toMatchObject({ code: 0 });
        whole = told(await wholeLog(store, dataDir, uncut.authority));

        record = inventedRecord(longSeance);
        log = new FollowedLog(store.open(dataDir), record.authority);
        for (let left = kills; left > 0; left--) {
          // Each kill goes as far as leaves something to the others; none at all is one while the process starts.
          const farthest = Math.ceil((2 * (whole.length - log.events.length)) / (left + 1));
          await cutAt(log.events.length + chance.between(0, farthest));
        }
      },
      120_000 + kills * 30_000,
    );

    /** Imports, and kills it once the log holds that many events. */
    async function cutAt(count: number): Promise<void> {
      const child = startCli(importing(record), store.env);
      const closed = once(child, 'close');
      await Promise.race([log.reaches(count), closed]);
      child.kill('SIGKILL');
      await closed;
    }

    it('when it is run once more, then the log is that of an import that nothing cut, each event once', async () => {
      const completed = await runCli(importing(record), store.env);
      expect(completed).toMatchObject({ code: 0, stderr: '' });
      const events = await wholeLog(store, dataDir, record.authority);
      expect(told(events)).toEqual(whole);
      expect(new Set(events.map(({ id }) => id)).size).toBe(whole.length);
      // What was seen before a kill is still there, where it was.
      await log.reaches(whole.length);
      expect(log.events).toEqual(events);
    });

    it('when it is run again after that, then nothing is added', async () => {
      const again = await runCli(importing(record), store.env);
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('déjà au registre') });
      expect(await wholeLog(store, dataDir, record.authority)).toHaveLength(whole.length);
    });

    it('then nothing is due or missing, and the read models equal a rebuild', async () => {
      const common = ['--authority', record.authority, '--data', dataDir, '--json'];
      const { stdout } = await runCli(['doctor', ...common], store.env);
      expect(JSON.parse(stdout)).toMatchObject([{ events: whole.length, findings: [] }]);
      const held = readTables(store, dataDir, record.authority);
      expect(await rebuiltTables(store, dataDir, record.authority)).toEqual(held);
    });
  });
}
