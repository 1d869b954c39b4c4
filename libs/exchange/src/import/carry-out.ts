import { RecordImport } from '@registre/deliberation';
import type { EventStore } from '@registre/event-store';
import type { Finding } from '../checks/finding.js';
import type { ImportedRecord, ImportRequest, Register } from './import-request.js';
import { sendStep } from './send-step.js';
import type { Dossier, Step } from './step.js';
import { wasWritten } from './supplies.js';

/**
 * Sends the commands of an import, or of a later revision's corrections, one after another.
 *
 * @param reason why what breaks a rule is recorded all the same; null: it is not
 */
export async function sendSteps(
  { commands, store }: Register,
  { onProgress }: ImportRequest,
  dossier: Dossier,
  steps: readonly Step[],
  reason: string | null,
): Promise<void> {
  const total = steps.length + 1;
  for (const [index, step] of steps.entries()) {
    if (!(await isDone(store, dossier, step))) await sendStep(commands, step, reason);
    onProgress?.({ done: index + 1, total });
  }
}

async function isDone(store: EventStore, dossier: Dossier, step: Step): Promise<boolean> {
  if (step.keepsFilesIn === undefined) return false;
  return wasWritten(store, step.keepsFilesIn, dossier.context(step.key).idempotencyKey);
}

/** The last word: that it is whole, and what in it disagrees. */
export async function sayImported(
  { commands }: Register,
  { context: { actor } }: ImportRequest,
  sha256: string,
  dossier: Dossier,
  findings: readonly Finding[],
  corrections: number,
): Promise<ImportedRecord> {
  const { record, session } = dossier;
  const { id, revision, source, authority } = record;
  const affairs = record.affairs.map(({ key }) => ({ key, affair: dossier.affairOf(key) }));
  const disagreements = findings.map(({ severity: _, ...disagreement }) => disagreement);
  const imported = { record: id, revision, sha256, source, session, affairs };
  const context = { ...dossier.context('record'), actor };
  await commands.execute(new RecordImport(context, imported, disagreements));
  return {
    authority: authority.key,
    record: id,
    revision,
    session,
    affairs,
    disagreements: disagreements.length,
    corrections,
    already: false,
  };
}
