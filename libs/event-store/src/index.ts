export * from './batch.js';
export * from './codec.js';
export * from './embedded/embedded-event-store.js';
export { UnreadableLog } from './embedded/log-errors.js';
export * from './event-store.module.js';
export * from './port.js';
export * from './streams.js';
export * from './eventstoredb/event-store-db.js';
