import type { ReadSnapshot } from './read-snapshot.js';
import type { ReadModelStatus } from '../views.js';

/** How far each read model of the file is. */
export function modelStatus(snapshot: ReadSnapshot): readonly ReadModelStatus[] {
  const head = (snapshot.row('SELECT max(ordinal) AS head FROM log_index')?.head as number | null) ?? -1;
  return snapshot
    .rows('SELECT name, version, ordinal, halted_at, halted_type, halted_error FROM read_model ORDER BY name')
    .map(({ name, version, ordinal, halted_at, halted_type, halted_error }) => ({
      name: name as string,
      version: version as number,
      ordinal: ordinal === -1 ? null : (ordinal as number),
      lag: head - (ordinal as number),
      halted:
        halted_at === null
          ? null
          : {
              ordinal: halted_at as number,
              type: halted_type as string,
              error: halted_error as string,
            },
    }));
}
