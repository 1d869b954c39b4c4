export * from './checks/check-record.js';
export * from './checks/finding.js';
export * from './checks/record-folder.js';
export * from './session-record/read-record.js';
export * from './session-record/session-record.js';
export { SESSION_RECORD_SCHEMA } from './session-record/schema.js';
export * from './import/import-record.js';
export type { Commands } from './import/scratch-commands.js';
export * from './example.js';
