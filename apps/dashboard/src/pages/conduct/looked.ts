/** What the middle of the page shows where it is no affair: what the séance itself votes on. */
export const OF_SESSION = 'séance';

/** What the middle of the page shows: an affair, by its id, or OF_SESSION. */
export type Looked = string;
