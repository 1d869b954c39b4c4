import { bodyAggregate, CommandRunner, recordAggregate, type RecordState } from '@registre/deliberation';
import { bodyStream, recordStream, type StoredEvent } from '@registre/event-store';
import { impossible, Refusal } from '@registre/platform';
import { checkRecord } from '../checks/check-record.js';
import type { Finding } from '../checks/finding.js';
import { checkPersons } from '../checks/persons.js';
import { withMergedRefs } from '../session-record/merged-refs.js';
import { readRecord, type ReadRecord } from '../session-record/read-record.js';
import { sayImported, sendSteps } from './carry-out.js';
import { correctRecord } from './correct-record.js';
import type { ImportedRecord, ImportRequest, Register } from './import-request.js';
import { dossierOf, keyPrefix } from './dossier.js';
import { laterDescriptions } from './later-descriptions.js';
import { planOf, type Supplies } from './plan.js';
import { rehearse } from './rehearsal.js';
import { withCommandsOn, type Stores } from './scratch-commands.js';
import { ScratchEventStore } from './scratch-event-store.js';
import { ScratchFileStore } from './scratch-file-store.js';
import type { Dossier } from './step.js';
import { annexesNotKept, keepAnnexes, readTemplate } from './supplies.js';
import { refuseUnlessAcceptable } from './verdict.js';

/**
 * Imports a session record: reads it, checks it, tries it on a scratch copy of the register, then sends the commands
 * that it amounts to, dated as it happened. All that is wrong is told at once, and then nothing is written. The same
 * record again changes nothing; one whose import was cut is completed by importing it again. A later revision is
 * recorded as corrections.
 *
 * @throws Refusal `invalid`, `too-large` for what is no record; `impossible`, `irregular` with every reason;
 * `unavailable`, `outcome-unknown` when the store fails: then import it again
 */
export async function importRecord(register: Register, request: ImportRequest): Promise<ImportedRecord> {
  const { asProclaimed } = request;
  const read = readRecord(request.bytes);
  const runner = new CommandRunner(register.store, register.clock);
  const before = await importedBefore(runner, read);
  if (before !== null) return 'already' in before ? before : correctRecord(register, request, read, before);
  const { dossier, supplies, findings } = await prepare(register, request, read);
  const annexes = await keepAnnexes(register, dossier, request.folder);
  const plan = planOf(dossier, { ...supplies, annexes });
  const { id, source } = dossier.record;
  const reason = asProclaimed ? `selon la source : ${source?.title ?? id}`.slice(0, 1000) : null;
  await sendSteps(register, request, dossier, plan, reason);
  return sayImported(register, request, read.sha256, dossier, findings, 0);
}

/**
 * What an earlier import of the same revision gave, or what a later one corrects.
 *
 * @throws Refusal for another content of the same revision, or an older one
 */
async function importedBefore(
  runner: CommandRunner,
  { record, sha256 }: ReadRecord,
): Promise<ImportedRecord | (Imported & { readonly firstRevision: number }) | null> {
  const { id, revision, authority } = record;
  const { state } = await runner.load(recordAggregate, recordStream(authority.key, id));
  const { imported, firstRevision } = state;
  if (imported === null) return null;
  if (imported.revision > revision) {
    const message = `La révision ${imported.revision} de ce fichier de séance est au registre : la révision ${revision} est plus ancienne.`;
    throw impossible('record.revision', message, 'revision');
  }
  if (imported.revision < revision) return { ...imported, firstRevision: firstRevision ?? imported.revision };
  if (imported.sha256 !== sha256) throw changed();
  const { session, affairs, disagreements } = imported;
  const said = { authority: authority.key, record: id, revision, session, affairs, disagreements };
  return { ...said, corrections: 0, already: true };
}

type Imported = NonNullable<RecordState['imported']>;

function changed(): Refusal {
  const message =
    'Cette révision du fichier de séance a déjà été importée, avec un autre contenu : donnez-lui une autre révision.';
  return new Refusal('reused-key', 'record.changed', message, [
    { field: 'revision', rule: 'record.changed', message },
  ]);
}

interface Prepared {
  readonly dossier: Dossier;
  readonly supplies: Omit<Supplies, 'annexes'>;
  readonly findings: readonly Finding[];
}

/** Checks the record and tries it. @throws Refusal with every reason why it is not to be taken */
async function prepare(
  register: Register,
  { folder, context, asProclaimed }: ImportRequest,
  read: ReadRecord,
): Promise<Prepared> {
  const { authority, body: assembly } = read.record;
  const scratch = scratchOf(register, read);
  // As it was before this import, or a cut one of the same record, described its members anew.
  const before = new CommandRunner(scratch.store, register.clock);
  const body = await before.load(bodyAggregate, bodyStream(authority.key, assembly.key));
  const record = withMergedRefs(read.record, body.state.merged);
  const checked = [...(await checkRecord(record, folder)), ...checkPersons(record, body.state)];
  if (checked.some(({ severity }) => severity === 'S')) refuseUnlessAcceptable(checked, asProclaimed);
  const dossier = dossierOf({ ...read, record }, context.correlationId, checked);
  const numbering = body.state.constituted?.numbering ?? 'body';
  const later = await laterDescriptions(scratch.store, record);
  const supplies = { numbering, template: await readTemplate(record, folder), later };
  const trial = planOf(dossier, { ...supplies, annexes: annexesNotKept(record) });
  const tried = await withCommandsOn(scratch, (commands) => rehearse(record, commands, trial));
  const findings = [...checked, ...tried.filter((one) => !isToldIn(checked, one))];
  refuseUnlessAcceptable(findings, asProclaimed);
  return { dossier, supplies, findings };
}

/** A command meets again what a check has told, and tells it less precisely. */
const isToldIn = (findings: readonly Finding[], { rule, affair }: Finding): boolean =>
  findings.some((one) => one.rule === rule && one.affair === affair);

// What a cut import of this record wrote is left out, so that the trial finds again all that it found then.
function scratchOf({ store, files, clock, otherSessions }: Stores, { record, sha256 }: ReadRecord): Stores {
  const prefix = keyPrefix(record);
  const isOthers = ({ metadata }: StoredEvent): boolean => {
    const own = metadata.idempotencyKey?.startsWith(prefix) === true;
    if (own && metadata.bodyHash !== sha256) throw changed();
    return !own;
  };
  return {
    store: new ScratchEventStore(store, isOthers),
    files: new ScratchFileStore(files),
    clock,
    otherSessions,
  };
}
