import { idOfCreated, type CommandContext } from '@registre/deliberation';
import type { Finding } from '../checks/finding.js';
import { courseOf } from '../session-record/course.js';
import type { ReadRecord } from '../session-record/read-record.js';
import type { SessionRecord } from '../session-record/session-record.js';
import { affairStepKey, SESSION_STEP_KEY } from './agenda-steps.js';
import type { Dossier } from './step.js';

/** What begins the idempotency key of every command of a record's imports. */
export const recordPrefix = (id: string): string => `import:${id}:`;

/** That of one revision. */
export const keyPrefix = ({ id, revision }: Pick<SessionRecord, 'id' | 'revision'>): string =>
  `${recordPrefix(id)}${revision}:`;

// Ids derive from the actor too, and an import that was cut may be completed by someone else.
const ACTOR = 'import';

/**
 * The record with the ids that its commands derive from it: sent again they are the same commands.
 *
 * @param firstRevision the revision that was imported first: what it created keeps its ids
 */
export function dossierOf(
  { record, sha256 }: ReadRecord,
  correlationId: string,
  findings: readonly Finding[],
  firstRevision = record.revision,
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
  const first = keyPrefix({ id, revision: firstRevision });
  const created = (key: string, kind: string) =>
    idOfCreated({ ...context(key), idempotencyKey: first + key }, kind);
  return {
    record,
    course: courseOf(record),
    session: created(SESSION_STEP_KEY, 'session'),
    affairOf: (key) => created(affairStepKey(key), 'affair'),
    created,
    context,
    isDisputed: (path) => findings.some((one) => one.path === path || one.path.startsWith(`${path}.`)),
  };
}
