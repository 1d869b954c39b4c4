export * from './codec.js';
export * from './port.js';
export * from './streams.js';
