export * from './register.js';
export * from './server.js';
