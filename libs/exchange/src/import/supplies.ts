import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileReference } from '@registre/deliberation';
import type { FileStore } from '@registre/documents';
import { affairStream, type EventStore } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { RecordFileUnreadable, type RecordFolder } from '../checks/record-folder.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { annexStepKey, type AnnexFiles } from './agenda-steps.js';
import type { TemplateFile } from './body-steps.js';
import type { Dossier } from './step.js';

/**
 * The text of the template that the record names; null: it names none.
 *
 * @throws Refusal `impossible` when it cannot be read or is not UTF-8
 */
export async function readTemplate(
  { body }: SessionRecord,
  folder: RecordFolder | null,
): Promise<TemplateFile | null> {
  if (body.template === null) return null;
  const bytes = await bytesOf(folder, body.template, 'body.template');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
    return { name: basename(body.template), text };
  } catch {
    throw unreadable('body.template', 'file.not-text', `« ${body.template} » n’est pas un texte en UTF-8.`);
  }
}

const NOT_KEPT: FileReference = { id: '', salt: '', size: 0 };

/** The annexes that have a file, as if it were kept: for a trial. */
export const annexesNotKept = (record: SessionRecord): AnnexFiles =>
  new Map(annexFilesOf(record).map(({ path }) => [path, { reference: NOT_KEPT, sha256: '' }]));

/**
 * Keeps the files of the annexes in the file store, those aside that a cut import has attached already.
 *
 * @throws Refusal `impossible` when one is no longer what was checked, `too-large` as the file store
 */
export async function keepAnnexes(
  { store, files }: { readonly store: EventStore; readonly files: FileStore },
  dossier: Dossier,
  folder: RecordFolder | null,
): Promise<AnnexFiles> {
  const { record } = dossier;
  const kept = new Map(annexesNotKept(record));
  for (const { affair, index, path, file, expected } of annexFilesOf(record)) {
    const { authority, idempotencyKey } = dossier.context(annexStepKey(affair, index));
    if (await wasWritten(store, affairStream(authority, dossier.affairOf(affair)), idempotencyKey)) continue;
    const bytes = await bytesOf(folder, file, `${path}.file`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (expected !== null && expected !== sha256) {
      throw unreadable(`${path}.file`, 'file.sha256', `« ${file} » a changé pendant l’import.`);
    }
    kept.set(path, { reference: await files.put(authority, bytes), sha256 });
  }
  return kept;
}

const annexFilesOf = ({ affairs }: SessionRecord) =>
  affairs.flatMap(({ key: affair, annexes }, place) =>
    (annexes ?? []).flatMap(({ file, sha256: expected }, index) =>
      file === null ? [] : [{ affair, index, path: `affairs.${place}.annexes.${index}`, file, expected }],
    ),
  );

/** Whether the stream holds an event that was asked for under that key. */
export async function wasWritten(
  store: EventStore,
  stream: string,
  idempotencyKey: string | undefined,
): Promise<boolean> {
  for await (const batch of store.readStream(stream)) {
    if (batch.some(({ metadata }) => metadata.idempotencyKey === idempotencyKey)) return true;
  }
  return false;
}

async function bytesOf(folder: RecordFolder | null, file: string, path: string): Promise<Uint8Array> {
  try {
    if (folder !== null) return await folder.read(file);
  } catch (error) {
    if (!(error instanceof RecordFileUnreadable)) throw error;
  }
  throw unreadable(path, 'file.missing', `« ${file} » ne peut plus être lu.`);
}

const unreadable = (field: string, rule: string, message: string): Refusal =>
  new Refusal('impossible', rule, message, [{ field, rule, message }]);
