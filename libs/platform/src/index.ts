export * from './clock.js';
export * from './errors.js';
export * from './ids.js';
export * from './local-time.js';
export * from './sirene.js';
export * from './strict-json.js';
