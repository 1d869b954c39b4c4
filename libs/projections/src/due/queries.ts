import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { DueWork } from '../views.js';

/** What is due, in the order in which it became so. */
export function dueWork(snapshot: ReadSnapshot): readonly DueWork[] {
  snapshot.freshness('due');
  return snapshot
    .rows('SELECT process, subject, ordinal FROM due ORDER BY ordinal')
    .map((row) => ({ ...row }) as unknown as DueWork);
}
