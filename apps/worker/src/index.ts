export * from './due-work.js';
export * from './follower.js';
