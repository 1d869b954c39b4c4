import type { FailedSession, FirstConvocation } from '@registre/deliberation';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { SessionRow } from './sessions.js';

/**
 * The body's séance that had no quorum on a day; `none` where the register holds séances of the body up to that day
 * and none of them is one; null where it holds none, or while this read model is halted.
 */
export function failedSession(
  snapshot: ReadSnapshot,
  { body, on }: Omit<FirstConvocation, 'authority'>,
): FailedSession | 'none' | null {
  if (snapshot.freshness('sessions').halted !== null) return null;
  const failed = snapshot.row(
    `SELECT state FROM session WHERE body = ? AND date = ? AND status = 'not-quorate' ORDER BY session LIMIT 1`,
    body,
    on,
  );
  if (failed !== undefined) {
    const { state } = JSON.parse(failed.state as string) as SessionRow;
    return { agenda: state.affairs.map(({ id, subject }) => ({ affair: id, subject })) };
  }
  const known = snapshot.row('SELECT 1 FROM session WHERE body = ? AND date <= ? LIMIT 1', body, on);
  return known === undefined ? null : 'none';
}
