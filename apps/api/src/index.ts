export * from './configuration.js';
export * from './extract-reader.js';
export * from './register.module.js';
export * from './server.js';
