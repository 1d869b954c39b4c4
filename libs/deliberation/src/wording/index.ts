export * from './affairs.js';
export * from './ballots.js';
export * from './dates.js';
export * from './kinds.js';
export * from './members.js';
export * from './quorum.js';
export * from './rules.js';
export * from './unknown.js';
