import { affairsModel } from './affairs/affairs.js';
import { auditTrailModel } from './audit-trail/audit-trail.js';
import { authorityModel } from './authority/authority.js';
import { delaysModel } from './delays/delays.js';
import { dueModel } from './due/due.js';
import type { ReadModel } from './engine/read-model.js';
import { figuresModel } from './figures/papers.js';
import { registerModel } from './register/register.js';
import { searchModel } from './search/search.js';
import { sessionsModel } from './sessions/sessions.js';
import { votingModel } from './voting/voting.js';

/** All the read models, in one file for each authority. */
export const READ_MODELS: readonly ReadModel[] = [
  authorityModel,
  sessionsModel,
  votingModel,
  affairsModel,
  registerModel,
  auditTrailModel,
  dueModel,
  delaysModel,
  figuresModel,
  searchModel,
];

/** The code's version of each. */
export const VERSIONS: ReadonlyMap<string, number> = new Map(
  READ_MODELS.map(({ name, version }) => [name, version]),
);
