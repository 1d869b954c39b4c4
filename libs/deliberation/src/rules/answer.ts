/** Yes, no, or not known: where a source is silent, the register does not guess. */
export type Answer = 'yes' | 'no' | 'unknown';
