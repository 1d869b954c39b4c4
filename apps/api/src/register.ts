/** The register without its HTTP server: what the command line runs on, and all that it loads. */
export * from './configuration.js';
export * from './extract-reader.js';
export * from './register.module.js';
export * from './access/access.js';
export type { Issued } from './access/local-credentials.js';
export * from './access/roles.js';
export { accessConfiguration, AccessEnvironment } from './access/access-configuration.js';
export { GENERAL, type JournalEntry } from './access/access-journal.js';
