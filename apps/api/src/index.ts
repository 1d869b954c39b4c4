export * from './register.js';
export { unknownRoutes } from './access/gate.js';
export { PERMISSIONS } from './access/permissions.js';
export * from './server.js';
