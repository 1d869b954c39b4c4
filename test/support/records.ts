import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe } from '@jest/globals';
import type { StoreUnderTest } from './each-store.js';
import type { LooseJson } from './loose-json.js';
import { COMMUNE_TEMPLATE, REFERENCE_EXAMPLES, ROOT } from './places.js';
import { newAuthority } from './register-client.js';
import { tempFolder } from './temp-folder.js';

export const hasReferenceExamples = existsSync(join(ROOT, REFERENCE_EXAMPLES));

/** A suite that needs the reference examples; where their folder is absent it is skipped, and says so. */
export function describeWithExamples(title: string, suite: () => void): void {
  if (hasReferenceExamples) return void describe(title, suite);
  console.warn(`SKIPPED: « ${title} » needs the reference examples, and ${REFERENCE_EXAMPLES} is absent.`);
  describe.skip(title, suite);
}

/** A session record on disk. */
export interface RecordFile {
  /** As a user types it, from the repository's root. */
  readonly path: string;
  readonly authority: string;
}

/** A reference record where it stands; for a store that others use, a copy of it for an authority of its own. */
export function referenceRecord(name: string, { isShared }: StoreUnderTest): RecordFile {
  const path = `${REFERENCE_EXAMPLES}/${name}`;
  return isShared ? copyOfRecord(path) : { path, authority: readRecord(path).authority.key };
}

/** A record and its templates in a folder of their own, for an authority that no other test has. */
export function copyOfRecord(
  path: string,
  change: (record: LooseJson) => void = () => undefined,
): RecordFile {
  const folder = tempFolder();
  const templates = resolve(ROOT, dirname(path), 'templates');
  if (existsSync(templates)) cpSync(templates, join(folder, 'templates'), { recursive: true });
  const record = readRecord(path);
  record.authority.key = newAuthority();
  change(record);
  return written(folder, record);
}

/** An invented record in a folder of its own, with the commune's template. */
export function inventedRecord(change: (record: LooseJson) => void = () => undefined): RecordFile {
  const folder = tempFolder();
  mkdirSync(join(folder, 'templates'));
  cpSync(COMMUNE_TEMPLATE, join(folder, 'templates/commune.liquid'));
  const record = invented();
  change(record);
  return written(folder, record);
}

/** The same file with another content. */
export function changeRecord({ path }: RecordFile, change: (record: LooseJson) => void): void {
  const record = readRecord(path);
  change(record);
  writeFileSync(path, JSON.stringify(record, null, 1));
}

// Paths are a user's, from the repository's root.
const readRecord = (path: string): LooseJson => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));

function written(folder: string, record: LooseJson): RecordFile {
  const path = join(folder, 'record.json');
  writeFileSync(path, JSON.stringify(record, null, 1));
  return { path, authority: record.authority.key };
}

/** A small séance without contradiction: five members, four present, the fifth represented, two affairs. */
function invented(): LooseJson {
  const refs = ['durand-alix', 'moreau-basile', 'petit-chloe', 'roux-david', 'blanc-elsa'];
  const affair = (order: number) => ({
    key: String(order),
    order,
    number: `2024-00${order}`,
    subject: `Affaire ${order}`,
    recusals: [],
    ballots: [
      {
        method: 'show-of-hands',
        counts: { for: 4, against: 0, abstentions: 1, notTakingPart: 0 },
        named: null,
        outcome: 'adopted',
        proclaimed: 'Adoptée',
      },
    ],
    outcome: 'adopted',
  });
  return {
    format: 'session-record/1',
    id: 'valmont-cm-2024-03-21',
    revision: 1,
    source: { title: 'Procès-verbal du 21 mars 2024' },
    authority: { key: newAuthority(), name: 'Commune de Valmont', kind: 'commune', timezone: 'Europe/Paris' },
    body: {
      key: 'CM',
      name: 'Conseil municipal',
      kind: 'council',
      membersInOffice: 5,
      members: refs.map((ref) => ({ ref, familyName: ref.toUpperCase() })),
      template: 'templates/commune.liquid',
    },
    session: {
      date: '2024-03-21',
      convenedOn: '2024-03-14',
      chair: refs[0],
      secretaries: [refs[2]],
      stated: { present: 4, represented: 1 },
      attendance: refs.map((member, rank) => ({ member, status: rank < 4 ? 'present' : 'excused' })),
      proxies: [{ giver: refs[4], bearer: refs[3] }],
      movements: [],
    },
    affairs: [affair(1), affair(2)],
  };
}
