import type { EarlierProxies, EarlierProxy, SessionState } from '@registre/deliberation';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { SessionRow } from './sessions.js';

const MOST = 3;

/**
 * The body's séances in a row before a day, the latest first, at which a member was represented throughout; null while
 * this read model is halted.
 */
export function earlierProxies(
  snapshot: ReadSnapshot,
  { body, giver, before }: Omit<EarlierProxies, 'authority'>,
): readonly EarlierProxy[] | null {
  if (snapshot.freshness('sessions').halted !== null) return null;
  const rows = snapshot.rows(
    `SELECT date, state FROM session WHERE body = ? AND date < ? AND status IN ('open', 'closed')
     ORDER BY date DESC, session DESC LIMIT ?`,
    body,
    before,
    MOST,
  );
  const found: EarlierProxy[] = [];
  for (const { date, state } of rows) {
    const proxy = proxyThroughout((JSON.parse(state as string) as SessionRow).state, giver);
    if (proxy === undefined) break;
    found.push({ date: date as string, reason: proxy.reason });
  }
  return found;
}

function proxyThroughout({ attendance, movements, proxies }: SessionState, giver: string) {
  const came =
    attendance?.some(({ member, status }) => member === giver && status === 'present') === true ||
    movements?.some(({ member }) => member === giver) === true;
  return came ? undefined : proxies?.findLast((proxy) => proxy.giver === giver);
}
