export * from './register.js';
export type { SessionView } from './access/entry.controller.js';
export { unknownRoutes } from './access/gate.js';
export { PERMISSIONS } from './access/permissions.js';
export * from './server.js';
