/** The register without its HTTP server: what the command line runs on, and all that it loads. */
export * from './configuration.js';
export * from './extract-reader.js';
export * from './register.module.js';
