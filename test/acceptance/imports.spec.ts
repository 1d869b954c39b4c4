import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@registre/platform';
import { eachStore } from '../support/each-store.js';
import { eventsWrittenBy } from '../support/events-written.js';
import type { LooseJson } from '../support/loose-json.js';
import { changeRecord, inventedRecord, type RecordFile } from '../support/records.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli, type CliAnswer } from '../support/run-cli.js';
import { startServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

/** Five contradictions, each with its rule: with itself, with the register's rules, with the law. */
const CONTRADICTIONS: readonly (readonly [rule: string, contradict: (record: LooseJson) => void])[] = [
  ['identity.siren', ({ authority }) => (authority.siren = '123456789')],
  ['stated.present', ({ session }) => (session.stated.present = 3)],
  ['presence.chair', ({ session }) => (session.chair = 'blanc-elsa')],
  ['R12.notice', ({ session }) => (session.convenedOn = '2024-03-20')],
  ['number.taken', ({ affairs }) => (affairs[1].number = affairs[0].number)],
];

eachStore('imports', (store) => {
  const dataDir = tempFolder();
  let url: string;
  beforeAll(async () => {
    ({ url } = await startServer({ dataDir, env: store.env }));
  });

  const importing = (record: RecordFile, ...more: string[]): Promise<CliAnswer> =>
    runCli(['import', record.path, '--data', dataDir, ...more], store.env);

  describe('given an imported record', () => {
    let record: RecordFile;
    let register: RegisterClient;
    beforeAll(async () => {
      record = inventedRecord(({ affairs }) => {
        const signatory = { member: 'durand-alix', office: 'Le maire' };
        affairs[0].extract = { formula: 'Pour extrait conforme', signatory, certifiedOn: '2024-03-25' };
      });
      register = new RegisterClient(url, record.authority);
      expect(await importing(record)).toMatchObject({ code: 0, stderr: '' });
    });

    it('when the same record is imported again, then there is no new event', async () => {
      const written = await eventsWrittenBy(register, async () => {
        const again = await importing(record);
        expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('déjà au registre') });
      });
      expect(written).toBe(0);
    });

    it('when another content comes under the same revision, then it is refused and nothing is stored', async () => {
      const changed = inventedRecord((json) => {
        json.authority.key = record.authority;
        json.affairs[0].subject = 'Un autre objet';
      });
      const written = await eventsWrittenBy(register, async () => {
        const refused = await importing(changed);
        expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('[record.changed]') });
      });
      expect(written).toBe(0);
    });

    it('when a later record writes a name in NFD that was in NFC, then it is the same member and name', async () => {
      const named = (id: string, form: 'NFC' | 'NFD') =>
        inventedRecord((json) => {
          json.authority.key = record.authority;
          json.id = id;
          json.session.date = id;
          json.session.convenedOn = null;
          json.body.members.push({ ref: 'benezet-lea', familyName: 'BÉNÉZET'.normalize(form) });
          json.body.membersInOffice = 6;
          json.affairs = [];
        });
      const [composed, decomposed] = [named('2024-05-16', 'NFC'), named('2024-06-20', 'NFD')];
      expect(await importing(composed, decomposed.path)).toMatchObject({ code: 0, stderr: '' });

      const { items } = await register.read('/events?type=MemberSeated&limit=500');
      const seated = items.filter(({ sentence }: LooseJson) => sentence.includes('BÉNÉZET'.normalize('NFC')));
      expect(seated).toHaveLength(1);
    });

    it('when a later séance is imported, with another template, then a certified extract is the same bytes', async () => {
      const { items } = await register.read('/affairs?reference=valmont-cm-2024-03-21/1');
      const extract = () => register.read(`/affairs/${items[0].affair}/extract`);
      const certified = await extract();
      expect(certified).toContain('Pour extrait conforme');

      const later = inventedRecord((json) => {
        Object.assign(json, { id: '2024-07-04', affairs: [] });
        Object.assign(json.authority, { key: record.authority });
        Object.assign(json.session, { date: '2024-07-04', convenedOn: null });
        json.body.members[0].office = 'Ancien maire';
        json.body.template = 'templates/autre.liquid';
        // Represented in every séance before: the law then asks for a reason.
        json.session.proxies.forEach((proxy: LooseJson) => Object.assign(proxy, { reason: 'illness' }));
      });
      writeFileSync(join(dirname(later.path), 'templates/autre.liquid'), 'Un autre modèle');
      expect(await importing(later)).toMatchObject({ code: 0, stderr: '' });
      expect(await extract()).toBe(certified);
    });

    describe.each(hostileRecords())('when a record comes with $what', ({ spoil, code, reasons }) => {
      it('then one answer names all of it and nothing is stored', async () => {
        const hostile = inventedRecord((json) => {
          json.authority.key = record.authority;
          json.id = `essai-${newId()}`;
        });
        spoil(hostile);
        const written = await eventsWrittenBy(register, async () => {
          const refused = await importing(hostile);
          expect(refused.code).toBe(code);
          for (const reason of reasons) expect(refused.stderr).toContain(reason);
        });
        expect(written).toBe(0);
      });
    });
  });

  describe('given a record with five contradictions', () => {
    const rules = CONTRADICTIONS.map(([rule]) => rule);
    let record: RecordFile;
    beforeAll(() => {
      record = inventedRecord((json) => CONTRADICTIONS.forEach(([, contradict]) => contradict(json)));
    });

    it('when it is imported, then one answer names all five and nothing is stored', async () => {
      const { code, stderr } = await importing(record);
      expect(code).toBe(3);
      expect(rulesIn(stderr)).toEqual(rules.toSorted());
      const authority = await new RegisterClient(url, record.authority).ask('');
      expect(authority).toMatchObject({ status: 404, body: { code: 'unknown-authority' } });
    });

    it('when it is imported as proclaimed, then it is stored and the five disagreements are shown and told', async () => {
      expect(await importing(record, '--as-proclaimed')).toMatchObject({ code: 0, stderr: '' });
      const common = ['--authority', record.authority, '--data', dataDir];

      const history = await runCli(['history', ...common], store.env);
      expect(history.stdout.match(/Désaccord/g)).toHaveLength(5);
      // Those of the whole record and those of this affair.
      const shown = await runCli(['show', 'valmont-cm-2024-03-21/2', ...common], store.env);
      expect(shown.stdout.match(/⚠ Désaccord/g)).toHaveLength(5);

      const register = new RegisterClient(url, record.authority);
      const { items } = await register.read('/affairs?reference=valmont-cm-2024-03-21/2');
      const { disagreements } = await register.read(`/affairs/${items[0].affair}`);
      expect(disagreements.map(({ rule }: LooseJson) => rule).toSorted()).toEqual(rules.toSorted());
    });
  });
});

/** The rules that a refusal names, one a line, in alphabetical order. */
const rulesIn = (stderr: string): string[] =>
  [...stderr.matchAll(/^ {2}- .*\[(\S+)\]$/gm)].map(([, rule = '']) => rule).toSorted();

interface HostileRecord {
  readonly what: string;
  readonly spoil: (record: RecordFile) => void;
  readonly code: number;
  /** What the answer names. */
  readonly reasons: readonly string[];
}

function hostileRecords(): readonly HostileRecord[] {
  return [
    {
      what: 'a key given twice, half a character and __proto__',
      spoil: ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const twice = text.replace('"revision": 1', '"revision": 1, "revision": 1');
        const half = twice.replace('Procès-verbal', '\\ud83d');
        writeFileSync(path, half.replace('"chair":', '"__proto__": {}, "chair":'));
      },
      code: 2,
      reasons: ['revision : ', '[duplicate-key]', 'source.title : ', '[lone-surrogate]', '[forbidden-key]'],
    },
    {
      what: 'unknown fields, wrong types, and annexes whose paths lead out of its folder',
      spoil: (record) =>
        changeRecord(record, (json) => {
          json.session.lieu = 'Mairie';
          json.affairs[0].ballots[0].counts.for = '4';
          json.affairs[1].order = 1.5;
          const files = ['../secret.pdf', '/etc/passwd', 'annexes/../../secret.pdf'];
          json.affairs[0].annexes = files.map((file) => ({ title: 'Plan', file }));
        }),
      code: 2,
      reasons: [
        'session.lieu : ',
        'affairs.0.ballots.0.counts.for : ',
        'affairs.1.order : ',
        ...[0, 1, 2].map((place) => `affairs.0.annexes.${place}.file : `),
      ],
    },
    {
      what: 'an annex that is a link out of its folder',
      spoil: (record) => {
        const outside = join(tempFolder(), 'secret.pdf');
        writeFileSync(outside, 'secret');
        symlinkSync(outside, join(dirname(record.path), 'plan.pdf'));
        changeRecord(record, (json) => (json.affairs[0].annexes = [{ title: 'Plan', file: 'plan.pdf' }]));
      },
      code: 3,
      reasons: ['affairs.0.annexes.0.file : '],
    },
    {
      what: 'more than 16 MB',
      spoil: (record) =>
        changeRecord(record, (json) => (json.affairs[0].report = 'x'.repeat(17 * 1024 * 1024))),
      code: 2,
      reasons: ['[record-too-large]'],
    },
  ];
}
