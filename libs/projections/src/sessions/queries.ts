import { regimeOfSession, signatoriesOf, type Signatories } from '../domain.js';
import { quorumNow, roomOf, type Disagreement, type SessionState } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { Page, RoomNow, SessionBoard, SessionLine } from '../views.js';
import { votingNow } from '../voting/queries.js';
import type { SessionRow } from './sessions.js';

export interface SessionsRequest extends PageRequest {
  readonly body?: string | undefined;
  readonly year?: number | undefined;
  readonly status?: SessionLine['status'] | undefined;
}

/** The séances, latest first. */
export function sessions(snapshot: ReadSnapshot, request: SessionsRequest): Page<SessionLine> {
  const freshness = snapshot.freshness('sessions');
  const { body = null, year, status = null, cursor } = request;
  const limit = bounded(request.limit);
  const [from, last] = daysOf(year);
  // Before the first page stands what comes after any date and any id.
  const [date = `${last}~`, session = ''] = cursor === undefined ? [] : keyOf(cursor, ['', '']);
  const found = snapshot.rows(
    `SELECT session.session AS session, body, body_name AS bodyName, date, status, session.affairs AS affairs, decided,
       (SELECT min(record) FROM session_record WHERE session_record.session = session.session) AS record
     FROM session
     WHERE date BETWEEN ?1 AND min(?2, ?5) AND (?3 IS NULL OR body = ?3) AND (?4 IS NULL OR status = ?4)
       AND (date, session.session) < (?5, ?6)
     ORDER BY date DESC, session.session DESC LIMIT ?7`,
    from,
    last,
    body,
    status,
    date,
    session,
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [row.date as string, row.session as string]);
  return { items: rows.map((row) => ({ ...row }) as unknown as SessionLine), next, freshness };
}

/** The séance as it stands; undefined when there is none of that id. */
export function sessionBoard(snapshot: ReadSnapshot, session: string): SessionBoard | undefined {
  const freshness = snapshot.freshness('sessions');
  const row = sessionRow(snapshot, session);
  if (row === undefined) return undefined;
  const { record, disagreements } = importOf(snapshot, session);
  const now = roomNow(row.state);
  const voting = votingNow(snapshot, row.state);
  const signatories = signatoriesAt(row.state);
  return { session, ...row, now, voting, signatories, record, disagreements, asKnown: null, freshness };
}

const roomNow = (state: SessionState): RoomNow => ({
  room: roomOf(state),
  quorum: quorumNow(state, state.currentAffair),
});

function signatoriesAt(state: SessionState): Signatories | null {
  if (state.convened === null) return null;
  return signatoriesOf(regimeOfSession(state), state.convened.date)?.value ?? null;
}

/** The séance's state and revision. */
export function sessionRow(snapshot: ReadSnapshot, session: string): SessionRow | undefined {
  const row = snapshot.row('SELECT state FROM session WHERE session = ?', session);
  return row === undefined ? undefined : (JSON.parse(row.state as string) as SessionRow);
}

/** The record that a séance was imported from, and the contradictions found in it. */
export interface Import {
  readonly record: string | null;
  readonly disagreements: readonly Disagreement[];
}

export function importOf(snapshot: ReadSnapshot, session: string): Import {
  const rows = snapshot.rows(
    `SELECT session_record.record AS record, disagreement FROM session_record
     LEFT JOIN session_disagreement ON session_disagreement.record = session_record.record
     WHERE session = ? ORDER BY session_record.record, session_disagreement.revision`,
    session,
  );
  const record = (rows[0]?.record as string | undefined) ?? null;
  return { record, disagreements: rows.flatMap(disagreementOf) };
}

const disagreementOf = ({ disagreement }: Row): readonly Disagreement[] =>
  disagreement === null ? [] : [JSON.parse(disagreement as string) as Disagreement];

/** First and last day of a year, as texts; without a year, of all of them. */
export function daysOf(year: number | undefined): readonly [string, string] {
  if (year === undefined) return ['0000-01-01', '9999-12-31'];
  const digits = String(year).padStart(4, '0');
  return [`${digits}-01-01`, `${digits}-12-31`];
}
