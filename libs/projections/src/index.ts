export * from './views.js';
export * from './read-models.js';
export * from './read-models.module.js';
export * from './past/past.js';
export { MAX_LIMIT } from './engine/pages.js';
export type { AuditTrailRequest } from './audit-trail/queries.js';
export type { Progress } from './engine/authority-projection.js';
export type { RegisterRequest } from './register/queries.js';
export type { SessionsRequest } from './sessions/queries.js';
