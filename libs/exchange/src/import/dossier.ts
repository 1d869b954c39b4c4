import { idOfCreated, type CommandContext } from '@registre/deliberation';
import type { Finding } from '../checks/finding.js';
import { courseOf } from '../session-record/course.js';
import type { ReadRecord } from '../session-record/read-record.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { affairStepKey, SESSION_STEP_KEY } from './agenda-steps.js';
import type { Dossier } from './step.js';

/** What begins the idempotency key of every command of an import: the same for the same revision of a record. */
export const keyPrefix = ({ id, revision }: SessionRecord): string => `import:${id}:${revision}:`;

// Ids derive from the actor too, and an import that was cut may be completed by someone else.
const ACTOR = 'import';

/** The record with the ids that its commands derive from it: sent again they are the same commands. */
export function dossierOf(
  { record, sha256 }: ReadRecord,
  correlationId: string,
  findings: readonly Finding[],
): Dossier {
  const { id, revision, source } = record;
  const title = source?.title ?? null;
  const context = (key: string): CommandContext => ({
    authority: record.authority.key,
    actor: ACTOR,
    correlationId,
    idempotencyKey: keyPrefix(record) + key,
    bodyHash: sha256,
    source: { record: id, revision, title, uri: source?.uri ?? null, sha256: source?.sha256 ?? null },
  });
  return {
    record,
    course: courseOf(record),
    session: idOfCreated(context(SESSION_STEP_KEY), 'session'),
    affairOf: (key) => idOfCreated(context(affairStepKey(key)), 'affair'),
    context,
    isDisputed: (path) => findings.some((one) => one.path === path || one.path.startsWith(`${path}.`)),
  };
}
