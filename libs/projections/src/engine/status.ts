import type { ReadSnapshot } from './read-snapshot.js';
import type { ReadModelStatus } from '../views.js';

/** How far each read model of the file is. */
export function modelStatus(snapshot: ReadSnapshot): readonly ReadModelStatus[] {
  const head = (snapshot.row('SELECT max(ordinal) AS head FROM log_index')?.head as number | null) ?? -1;
  return snapshot
    .rows(
      `SELECT name, version, read_model.ordinal AS ordinal, halted_at, halted_type, halted_error, clock AS halted_clock
       FROM read_model LEFT JOIN log_index ON log_index.ordinal = halted_at ORDER BY name`,
    )
    .map(({ name, version, ordinal, halted_at, halted_type, halted_error, halted_clock }) => ({
      name: name as string,
      version: version as number,
      ordinal: ordinal === -1 ? null : (ordinal as number),
      lag: head - (ordinal as number),
      halted:
        halted_at === null
          ? null
          : {
              model: name as string,
              ordinal: halted_at as number,
              recordedAt: halted_clock as string,
              type: halted_type as string,
              error: halted_error as string,
            },
    }));
}
