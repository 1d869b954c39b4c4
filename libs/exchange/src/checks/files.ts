import { textsOf, type TextAt } from '../session-record/schema.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { finder, type Finding } from './finding.js';
import type { FileFault, RecordFolder } from './record-folder.js';

const FAULTS: { readonly [fault in FileFault]: string } = {
  missing: 'n’existe pas',
  outside: 'est hors du dossier du fichier de séance',
  'not-a-file': 'n’est pas un fichier',
  'too-large': 'dépasse 256 Mio',
  unreadable: 'ne peut pas être lu (droits d’accès)',
};

/**
 * Check 29: the files that the record names exist within its folder and are those that it means.
 *
 * @param folder null: the record came without a folder, and none of its files can be had
 */
export async function checkFiles(
  record: SessionRecord,
  folder: RecordFolder | null,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of textsOf(record, 'relativePath'))
    findings.push(...(await checkFile(record, folder, file)));
  return findings;
}

async function checkFile(
  record: SessionRecord,
  folder: RecordFolder | null,
  { path, text }: TextAt,
): Promise<readonly Finding[]> {
  const find = finder(record, '29');
  if (folder === null) {
    return [
      find(
        'S',
        'file.no-folder',
        path,
        `« ${text} » ne peut pas être lu : le fichier de séance est venu seul.`,
      ),
    ];
  }
  const found = await folder.sha256(text);
  if ('fault' in found)
    return [find('S', `file.${found.fault}`, path, `« ${text} » ${FAULTS[found.fault]}.`)];
  const expected = expectedHash(record, path);
  if (expected === null || expected === found.sha256) return [];
  const message = `« ${text} » n’a pas l’empreinte SHA-256 que dit le fichier de séance.`;
  return [find('S', 'file.sha256', path.replace(/\.file$/, '.sha256'), message)];
}

function expectedHash({ affairs }: SessionRecord, path: string): string | null {
  const [, affair, annex] = /^affairs\.(\d+)\.annexes\.(\d+)\.file$/.exec(path) ?? [];
  return affairs[Number(affair)]?.annexes?.[Number(annex)]?.sha256 ?? null;
}
