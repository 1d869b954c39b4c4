import { notFound, type LocalDate } from '@registre/platform';
import { enforceability, inEffectOn, lastingFate } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { daysOf } from '../sessions/queries.js';
import type { PointOfLog, RegisterLine, RegisterPage } from '../views.js';
import type { LineRow } from './register.js';

export interface RegisterRequest extends PageRequest {
  readonly body?: string | undefined;
  /** Civil year of the séance. */
  readonly year?: number | undefined;
  /** As it was known when the log ended at that ordinal; -1: before the first event. */
  readonly asKnownAt?: number | undefined;
  /** Says of each act whether it is in effect on that day. */
  readonly inEffectAt?: LocalDate | undefined;
}

const NOW = `
SELECT affair, date, line.session AS session, rank, line.state AS state, register_session.irregularities AS shared
FROM register_line AS line JOIN register_session ON register_session.session = line.session
WHERE entered = 1 AND ?9 IS NULL AND date BETWEEN max(?1, ?4) AND ?2 AND (?3 IS NULL OR body = ?3)
  AND (date, line.session, rank, affair) > (?4, ?5, ?6, ?7)
ORDER BY date, line.session, rank, affair LIMIT ?8`;

/** Of each line the last version that the log had by then. */
const THEN = `
SELECT affair, date, session, rank, state, 0 AS shared
FROM register_version AS version
WHERE ordinal = (SELECT max(ordinal) FROM register_version AS one WHERE one.affair = version.affair AND ordinal <= ?9)
  AND date BETWEEN max(?1, ?4) AND ?2 AND (?3 IS NULL OR body = ?3)
  AND (date, session, rank, affair) > (?4, ?5, ?6, ?7)
ORDER BY date, session, rank, affair LIMIT ?8`;

/** The register in its order: date, séance, order in the séance. */
export function register(snapshot: ReadSnapshot, request: RegisterRequest): RegisterPage {
  const freshness = snapshot.freshness('register');
  const { body = null, year, cursor, asKnownAt, inEffectAt } = request;
  const asKnown = asKnownAt === undefined ? null : pointOf(snapshot, asKnownAt);
  const limit = bounded(request.limit);
  const [first, until] = daysOf(year);
  const [date = first, session = '', rank = 0, affair = ''] =
    cursor === undefined ? [] : keyOf(cursor, ['', '', 0, '']);
  const found = snapshot.rows(
    asKnownAt === undefined ? NOW : THEN,
    first,
    until,
    body,
    date,
    session,
    rank,
    affair,
    limit + 1,
    asKnownAt ?? null,
  );
  const { rows, next } = cut(found, limit, (row) => [
    row.date as string,
    row.session as string,
    row.rank as number,
    row.affair as string,
  ]);
  return { items: rows.map((row) => lineOf(row, inEffectAt)), next, asKnown, freshness };
}

/** The register's clock when its log ended at an ordinal. @throws Refusal `not-found` beyond the log's end */
export function pointOf(snapshot: ReadSnapshot, ordinal: number): PointOfLog {
  if (ordinal < 0) return { ordinal: null, recordedAt: null };
  const row = snapshot.row('SELECT clock FROM log_index WHERE ordinal = ?', ordinal);
  if (row === undefined) throw notFound('beyond-the-log', `Le journal n’a pas encore de n°\u00a0${ordinal}.`);
  return { ordinal, recordedAt: row.clock as string };
}

/** A line from its row, or from one of its versions. */
export function lineOf(row: Row, inEffectAt?: LocalDate): RegisterLine {
  const line = JSON.parse(row.state as string) as LineRow;
  const { session, body, bodyName, date, subject, knownSince } = line;
  if (session === null || body === null || bodyName === null || date === null || knownSince === null) {
    throw new Error(`affair ${row.affair as string} was entered without its séance`);
  }
  const act = { ...line, decidedOn: date, mustBeTransmitted: null };
  return {
    affair: row.affair as string,
    number: line.number,
    order: line.order,
    sheet: line.sheet,
    subject: subject ?? '',
    body,
    bodyName,
    session,
    date,
    outcome: line.outcome,
    proclaimed: line.proclaimed,
    certifiedAt: line.certifiedAt,
    fate: lastingFate(line.fates)?.kind ?? null,
    enforceable: enforceability(act).answer,
    inEffect: inEffectAt === undefined ? null : { on: inEffectAt, ...inEffectOn(act, inEffectAt) },
    irregularities: line.irregularities + (row.shared as number),
    knownSince,
  };
}
