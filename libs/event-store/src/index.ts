export * from './batch.js';
export * from './codec.js';
export * from './port.js';
export * from './streams.js';
export * from './eventstoredb/event-store-db.js';
