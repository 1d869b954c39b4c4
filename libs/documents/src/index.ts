export * from './extract/context.js';
export * from './extract/extract-context.js';
export * from './files/file-store.js';
export * from './files/folder-file-store.js';
export * from './files/texts.js';
