import type { Freshness } from '../views.js';
import type { ReadSnapshot } from '../engine/read-snapshot.js';

/** An event that a séance or an affair is made of, and where it stands in its stream and in the log. */
export interface ConcernedEvent {
  readonly ordinal: number;
  readonly stream: string;
  readonly revision: number;
  /** The register's clock at the event. */
  readonly clock: string;
}

/** What an affair or a séance consisted of when the log ended at an ordinal. */
export interface Concerned {
  /** In the order of the log. */
  readonly events: readonly ConcernedEvent[];
  /** The register's clock at that ordinal. */
  readonly clock: string;
  /** Up to where these are all the events. */
  readonly freshness: Freshness;
}

const READ = ['session', 'ballot', 'affair', 'number', 'register', 'record'].map(
  (category) => `${category}-%`,
);

/** The events of the bodies, and who sits in them, up to that ordinal; undefined when the log is not that long. */
export function concernedBodies(
  snapshot: ReadSnapshot,
  ordinal: number,
): Pick<Concerned, 'events'> | undefined {
  if (snapshot.row('SELECT 1 FROM log_index WHERE ordinal = ?', ordinal) === undefined) return undefined;
  const rows = snapshot.rows(
    `SELECT ordinal, name AS stream, revision, clock
     FROM log_stream JOIN log_index ON log_index.stream = log_stream.id
     WHERE name >= 'body-' AND name < 'body.' AND ordinal <= ? ORDER BY ordinal`,
    ordinal,
  );
  return { events: rows.map((row) => ({ ...row }) as unknown as ConcernedEvent) };
}

const EVENTS = `
SELECT entry.ordinal AS ordinal, log_stream.name AS stream, log_index.revision AS revision, log_index.clock AS clock
FROM audit_entry AS entry
  JOIN log_index ON log_index.ordinal = entry.ordinal
  JOIN log_stream ON log_stream.id = log_index.stream
WHERE (${READ.map((pattern) => `log_stream.name LIKE '${pattern}'`).join(' OR ')}) AND entry.ordinal <= ?2`;

/** The events of a séance up to that ordinal; undefined when the log is not that long. */
export function concernedBySession(
  snapshot: ReadSnapshot,
  session: string,
  ordinal: number,
): Concerned | undefined {
  return concerned(snapshot, 'entry.session = (SELECT id FROM audit_word WHERE word = ?1)', session, ordinal);
}

/** The events of an affair and of the séances on whose agenda it stood; undefined when the log is not that long. */
export function concernedByAffair(
  snapshot: ReadSnapshot,
  affair: string,
  ordinal: number,
): Concerned | undefined {
  return concerned(
    snapshot,
    `(entry.affair = (SELECT id FROM audit_word WHERE word = ?1)
      OR entry.session IN (SELECT session FROM audit_entry
        WHERE affair = (SELECT id FROM audit_word WHERE word = ?1) AND session IS NOT NULL AND ordinal <= ?2))`,
    affair,
    ordinal,
  );
}

function concerned(
  snapshot: ReadSnapshot,
  condition: string,
  id: string,
  ordinal: number,
): Concerned | undefined {
  const freshness = snapshot.freshness('audit-trail');
  const clock = snapshot.row('SELECT clock FROM log_index WHERE ordinal = ?', ordinal)?.clock;
  if (clock === undefined) return undefined;
  const rows = snapshot.rows(`${EVENTS} AND ${condition} ORDER BY entry.ordinal`, id, ordinal);
  return {
    events: rows.map((row) => ({ ...row }) as unknown as ConcernedEvent),
    clock: clock as string,
    freshness,
  };
}
