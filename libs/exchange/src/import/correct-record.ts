import type { StoredEvent } from '@registre/event-store';
import type { RecordState } from '@registre/deliberation';
import { Refusal, type Reason } from '@registre/platform';
import { checkRecord } from '../checks/check-record.js';
import type { Finding } from '../checks/finding.js';
import type { ReadRecord } from '../session-record/read-record.js';
import { sayImported, sendSteps } from './carry-out.js';
import { correctionsOf, type Correction } from './corrections.js';
import { differenceLong } from './differences.js';
import { dossierOf, recordPrefix } from './dossier.js';
import { heldIn } from './held.js';
import type { ImportedRecord, ImportRequest, Register } from './import-request.js';
import { planOf } from './plan.js';
import { rehearse } from './rehearsal.js';
import { withCommandsOn, type Stores } from './scratch-commands.js';
import { ScratchEventStore } from './scratch-event-store.js';
import { ScratchFileStore } from './scratch-file-store.js';
import type { Step } from './step.js';
import { annexesNotKept, readTemplate } from './supplies.js';
import { refuseUnlessAcceptable } from './verdict.js';

type Imported = NonNullable<RecordState['imported']>;

/**
 * Imports a later revision of a record as corrections of what the register holds: its differences are listed, and
 * refused unless corrections are asked for; one that no event can hold refuses it whole.
 *
 * @throws Refusal `impossible`, `irregular` with every difference or reason
 */
export async function correctRecord(
  register: Register,
  request: ImportRequest,
  read: ReadRecord,
  before: Imported & { readonly firstRevision: number },
): Promise<ImportedRecord> {
  const { folder, context, asProclaimed, asCorrection } = request;
  const { record } = read;
  const checked = await checkRecord(record, folder);
  if (checked.some(({ severity }) => severity === 'S')) refuseUnlessAcceptable(checked, asProclaimed);
  const dossier = dossierOf(read, context.correlationId, checked, before.firstRevision);
  const { corrections, tried } = await compared(register, request, read, before, checked);
  refuseUnlessAcceptable([...checked, ...tried], asProclaimed);
  refuseUnlessCorrigible(corrections, asCorrection === true);
  const steps = stepsOf(corrections);
  const reason = `révision ${record.revision} du fichier de séance`;
  await sendSteps(register, request, dossier, steps, reason);
  return sayImported(register, request, read.sha256, dossier, [...checked, ...tried], steps.length);
}

/** What the register would hold, had this revision been imported first, beside what it holds. */
async function compared(
  register: Register,
  { folder, context }: ImportRequest,
  read: ReadRecord,
  { firstRevision, session }: Imported & { readonly firstRevision: number },
  checked: readonly Finding[],
): Promise<{ readonly corrections: readonly Correction[]; readonly tried: readonly Finding[] }> {
  const { record, sha256 } = read;
  // The same ids as those of the first import, so that what they name can be compared.
  const asFirst = dossierOf(
    { record: { ...record, revision: firstRevision }, sha256 },
    context.correlationId,
    checked,
  );
  const scratch = withoutSeance(register, recordPrefix(record.id), session);
  const plan = planOf(asFirst, {
    numbering: 'body',
    template: await readTemplate(record, folder),
    annexes: annexesNotKept(record),
    later: [],
  });
  const tried = await withCommandsOn(scratch, (commands) => rehearse(record, commands, plan));
  const known = (finding: Finding) =>
    checked.some(({ rule, affair }) => rule === finding.rule && affair === finding.affair);
  const dossier = dossierOf(read, context.correlationId, checked, firstRevision);
  const [held, said] = [await heldIn(register, dossier), await heldIn(scratch, dossier)];
  return { corrections: correctionsOf(dossier, held, said), tried: tried.filter((one) => !known(one)) };
}

/** The register without what any revision of the record brought, and without the séance it is about. */
function withoutSeance(
  { store, files, clock, otherSessions }: Stores,
  prefix: string,
  session: string,
): Stores {
  const isOthers = ({ metadata }: StoredEvent): boolean =>
    metadata.idempotencyKey?.startsWith(prefix) !== true && metadata.session !== session;
  return {
    store: new ScratchEventStore(store, isOthers),
    files: new ScratchFileStore(files),
    clock,
    otherSessions,
  };
}

function refuseUnlessCorrigible(corrections: readonly Correction[], asked: boolean): void {
  const reasons = corrections.map(({ difference, step }): Reason => ({
    field: difference.path,
    rule: step === null ? 'correction.impossible' : 'record.difference',
    message: differenceLong(difference),
  }));
  const impossible = reasons.filter(({ rule }) => rule === 'correction.impossible');
  if (impossible.length > 0) {
    throw new Refusal('impossible', 'correction.impossible', CANNOT, [
      ...impossible,
      ...reasons.filter(({ rule }) => rule !== 'correction.impossible'),
    ]);
  }
  if (reasons.length > 0 && !asked) throw new Refusal('irregular', 'record.difference', ASK, reasons);
}

const CANNOT =
  'Cette révision dit de la séance ce qu’aucune rectification ne peut enregistrer (correction.impossible) : rien n’est importé.';
const ASK =
  'Cette révision diffère de ce que le registre tient : rien n’est importé. Pour enregistrer ces différences comme des rectifications, demandez-le (--as-correction).';

/** One step for all the differences that it records. */
const stepsOf = (corrections: readonly Correction[]): readonly Step[] => [
  ...new Map(corrections.flatMap(({ step }) => (step === null ? [] : [[step.key, step] as const]))).values(),
];
