import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import type { LooseJson } from '../support/loose-json.js';
import { REFERENCE_EXAMPLES, ROOT, SHIPPED_RECORD } from '../support/places.js';
import {
  copyOfRecord,
  describeWithExamples,
  hasReferenceExamples,
  referenceRecord,
  type RecordFile,
} from '../support/records.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tokenOf } from '../support/tokens.js';
import { tempFolder } from '../support/temp-folder.js';

const run = promisify(execFile);

/** What the original document and the extract have in common; the scan reads « Où il » where it says « Ouï ». */
const words = (text: string): string => text.replaceAll('Où il', 'Ouï').replace(/\s+/g, ' ').trim();

const NUMBER = 'IVIS-005-13913/23/BM';

const original = () => readFileSync(join(ROOT, REFERENCE_EXAMPLES, 'amp-bureau-2023-05-04.txt'), 'utf8');

eachStore('whole séances', (store) => {
  const dataDir = tempFolder();
  let server: string;
  let shipped: RecordFile;
  let metropole: RecordFile;
  let pierrefonds: RecordFile;
  beforeAll(async () => {
    shipped = copyOfRecord(SHIPPED_RECORD);
    const records = [shipped];
    if (hasReferenceExamples) {
      metropole = referenceRecord('amp-bureau-2023-05-04.json', store);
      pierrefonds = referenceRecord('pierrefonds-cm-2019-09-27.json', store);
      records.push(metropole, pierrefonds);
    }
    const paths = records.map(({ path }) => path);
    const imported = await runCli(['import', ...paths, '--data', dataDir], store.env);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    ({ url: server } = await startServer({ dataDir, env: store.env }));
  });

  /** `registre <command> ID` of an authority, beside the running server. */
  const registre = (command: string, id: string, { authority }: RecordFile, ...more: string[]) =>
    runCli([command, id, '--authority', authority, '--data', dataDir, ...more], store.env);

  /** Plays the séance that a record tells with curl, one command after another. @returns the certified extract */
  const played = async ({ path, authority }: RecordFile): Promise<string> => {
    const script = join(ROOT, 'scripts/play-session.sh');
    const env = { ...process.env, REGISTRE_TOKEN: tokenOf(server) ?? '' };
    return (await run('bash', [script, server, path, authority], { env })).stdout;
  };

  it('given the shipped example, when it is imported, and played with curl only, then both extracts are the same', async () => {
    const register = new RegisterClient(server, shipped.authority);
    const { items } = await register.read(`/affairs?reference=${NUMBER}`);
    const imported = await register.read(`/affairs/${items[0].affair}/extract`);
    expect(imported).toContain('Pour extrait conforme');
    expect(await played(copyOfRecord(SHIPPED_RECORD))).toBe(imported);
  });

  describeWithExamples('given the Métropole’s record', () => {
    it('when its extract is asked for, then it is the original document, word for word', async () => {
      const { stdout } = await registre('extract', NUMBER, metropole, '--format', 'text');
      expect(words(stdout)).toBe(words(original()));
    });

    it('when the affair is shown, then what the source does not say is « non renseigné », never 0', async () => {
      const { stdout } = await registre('show', NUMBER, metropole);
      const shown = stdout.split('\n').map((line) => line.trim());
      expect(shown).toEqual(
        expect.arrayContaining([
          'Convocation : non renseigné',
          'Secrétaire : non renseigné',
          'Membres en exercice : non renseigné',
          'Quorum : non renseigné (19 si les 37 nommés sont tous en exercice)',
          'pour : non renseigné',
          'contre : non renseigné',
          'abstentions : non renseigné',
          'ne prennent pas part au vote : non renseigné',
        ]),
      );
      expect(shown.filter((line) => /: 0\b/.test(line))).toEqual([]);
    });

    it('when the same séance is played with curl only, then its extract is the original document too', async () => {
      const sameSeance = copyOfRecord(`${REFERENCE_EXAMPLES}/amp-bureau-2023-05-04.json`);
      expect(words(await played(sameSeance))).toBe(words(original()));
    });
  });

  describeWithExamples('given Pierrefonds’ record, with the commune’s template', () => {
    let register: RegisterClient;
    beforeAll(() => {
      register = new RegisterClient(server, pierrefonds.authority);
    });

    const affairOf = async (key: string): Promise<LooseJson> => {
      const { items } = await register.read(`/affairs?reference=pierrefonds-cm-2019-09-27/${key}`);
      return register.read(`/affairs/${items[0].affair}`);
    };

    it('when an extract is asked for, then it has the second layout and says « PROJET – non certifié »', async () => {
      const { affair } = await affairOf('1');
      const extract = await register.read(`/affairs/${affair}/extract`);
      expect(extract).toMatch(/^COMMUNE DE PIERREFONDS\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n/);
      expect(extract).toContain('- pour : 14 — contre : 0 (déduit) — abstentions : 1 — ne prennent pas');
      expect(extract.trimEnd()).toMatch(/PROJET – non certifié$/);
    });

    it('then affair 1 has 14 for and 1 abstention; none against and all taking part are deduced and marked so', async () => {
      const { closed } = (await affairOf('1')).ballots[0];
      expect(closed.tally.counts).toEqual({ for: 14, against: 0, abstentions: 1, notTakingPart: 0 });
      expect(closed.tally.deduced.toSorted()).toEqual(['against', 'notTakingPart']);
      expect(closed.computed).toMatchObject({ outcome: 'adopted', unanimous: true, basis: 'votes' });
    });

    it('then affair 2 is proclaimed unanimous and its counts are unknown, not 15–0–0', async () => {
      const { closed } = (await affairOf('2')).ballots[0];
      expect(closed.tally.counts).toEqual({
        for: null,
        against: null,
        abstentions: null,
        notTakingPart: null,
      });
      expect(closed.declared.proclaimed).toBe('Pour à l’unanimité');
      expect(closed.computed).toBeNull();
    });

    it('then affairs 11 to 13 are postponed, and extracts of them are refused', async () => {
      for (const key of ['11', '12', '13']) {
        const { affair, agenda } = await affairOf(key);
        expect(agenda).toMatchObject({ outcome: 'postponed', outcomeReason: 'quorum perdu' });
        const extract = await register.ask(`/affairs/${affair}/extract`);
        expect(extract).toMatchObject({ status: 422, body: { code: 'extract.undecided' } });
      }
      const { code, stderr } = await registre('extract', 'pierrefonds-cm-2019-09-27/11', pierrefonds);
      expect(code).toBe(3);
      expect(stderr).toContain('[extract.undecided]');
    });

    it('then the register holds the ten that were decided, in order, and none that was postponed', async () => {
      const { items } = await register.read('/register?limit=500');
      expect(items.map(({ order }: LooseJson) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });
  });
});
