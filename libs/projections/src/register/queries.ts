import { enforceability, lastingFate } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { daysOf } from '../sessions/queries.js';
import type { Page, RegisterLine } from '../views.js';
import type { LineRow } from './register.js';

export interface RegisterRequest extends PageRequest {
  readonly body?: string | undefined;
  /** Civil year of the séance. */
  readonly year?: number | undefined;
}

/** The register in its order: date, séance, order in the séance. */
export function register(snapshot: ReadSnapshot, request: RegisterRequest): Page<RegisterLine> {
  const freshness = snapshot.freshness('register');
  const { body = null, year, cursor } = request;
  const limit = bounded(request.limit);
  const [first, until] = daysOf(year);
  const [date = first, session = '', rank = 0, affair = ''] =
    cursor === undefined ? [] : keyOf(cursor, ['', '', 0, '']);
  const found = snapshot.rows(
    `SELECT affair, date, line.session AS session, rank, line.state AS state, register_session.irregularities AS shared
     FROM register_line AS line JOIN register_session ON register_session.session = line.session
     WHERE entered = 1 AND date BETWEEN max(?1, ?4) AND ?2 AND (?3 IS NULL OR body = ?3)
       AND (date, line.session, rank, affair) > (?4, ?5, ?6, ?7)
     ORDER BY date, line.session, rank, affair LIMIT ?8`,
    first,
    until,
    body,
    date,
    session,
    rank,
    affair,
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [
    row.date as string,
    row.session as string,
    row.rank as number,
    row.affair as string,
  ]);
  return { items: rows.map(lineOf), next, freshness };
}

function lineOf(row: Row): RegisterLine {
  const line = JSON.parse(row.state as string) as LineRow;
  const { session, body, bodyName, date, subject } = line;
  if (session === null || body === null || bodyName === null || date === null) {
    throw new Error(`affair ${row.affair as string} was entered without its séance`);
  }
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
    enforceable: enforceability({ ...line, decidedOn: date, mustBeTransmitted: null }).answer,
    irregularities: line.irregularities + (row.shared as number),
  };
}
