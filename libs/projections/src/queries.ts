import { affair, findAffairs, lastAgendaOf, sessionPapers } from './affairs/queries.js';
import { auditTrail } from './audit-trail/queries.js';
import { authority, body } from './authority/queries.js';
import { historySummary } from './audit-trail/summary.js';
import { delays } from './delays/queries.js';
import { dueWork } from './due/queries.js';
import type { ReadSnapshot } from './engine/read-snapshot.js';
import { modelStatus } from './engine/status.js';
import { stats } from './figures/queries.js';
import { members } from './members/list.js';
import { member, memberVotes } from './members/queries.js';
import { ordinalAt, ordinalOf, revisionAt } from './log-index/queries.js';
import { concernedBodies, concernedByAffair, concernedBySession } from './past/concerned.js';
import { moments } from './past/moments.js';
import { registerChanges } from './register/changes.js';
import { register } from './register/queries.js';
import { search } from './search/queries.js';
import { earlierProxies } from './sessions/earlier-proxies.js';
import { failedSession } from './sessions/failed-session.js';
import { sessionBoard, sessions } from './sessions/queries.js';

/** What can be asked of a read file, by name, so that another thread can be asked. */
export const QUERIES = {
  affair,
  auditTrail,
  authority,
  body,
  concernedBodies,
  concernedByAffair,
  concernedBySession,
  delays,
  dueWork,
  earlierProxies,
  failedSession,
  findAffairs,
  historySummary,
  lastAgendaOf,
  member,
  memberVotes,
  members,
  modelStatus,
  moments,
  ordinalAt,
  ordinalOf,
  register,
  registerChanges,
  revisionAt,
  search,
  sessionBoard,
  sessionPapers,
  sessions,
  stats,
};

export type QueryName = keyof typeof QUERIES;
/** What a query takes after the snapshot. */
export type QueryArguments<N extends QueryName> =
  Parameters<(typeof QUERIES)[N]> extends [ReadSnapshot, ...infer A] ? A : never;
export type QueryAnswer<N extends QueryName> = ReturnType<(typeof QUERIES)[N]>;
