import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { AffairRow } from '../affairs/affairs.js';
import type { AskedKind, DelayLine, Page } from '../views.js';

export interface DelaysRequest extends PageRequest {
  /** The day that is asked about. */
  readonly on: string;
}

/** What has no last day comes after all that has one. */
const NO_DAY = '9999-12-31';

const WHAT: { readonly [kind in AskedKind]: string } = {
  list: 'Afficher et mettre en ligne la liste des délibérations',
  minutes: 'Mettre en ligne le procès-verbal',
  publication: 'Publier l’acte',
  transmission: 'Transmettre l’acte au préfet',
};
const SUMMARY = 'Afficher le compte rendu de la séance';
/** The summary gave way to the list (ordonnance 2021-1310). */
const LISTS_FROM = '2022-07-01';

const RULE: { readonly [kind in AskedKind]: string } = {
  list: 'R23.list-late',
  minutes: 'R23.minutes-late',
  publication: 'R24',
  transmission: 'R25',
};

/** What was to be done on that day and was not recorded as done by then: the most pressing first. */
export function delays(snapshot: ReadSnapshot, { on, cursor, limit: asked }: DelaysRequest): Page<DelayLine> {
  const freshness = snapshot.freshness('delays', 'sessions', 'affairs');
  const limit = bounded(asked);
  const [due, session, affair, kind] =
    cursor === undefined ? ['', '', '', ''] : keyOf(cursor, ['', '', '', '']);
  const found = snapshot.rows(
    `SELECT delay.kind AS kind, delay.session AS session, delay.affair AS affair, due, due_if_individual, article, record,
       ifnull(due, '${NO_DAY}') AS rank, session.date AS date, session.body_name AS bodyName, affair.state AS paper
     FROM delay JOIN session ON session.session = delay.session LEFT JOIN affair ON affair.affair = delay.affair
     WHERE article IS NOT NULL AND ifnull(nullif(since, ''), session.date) <= ?1 AND (done IS NULL OR done > ?1)
       AND (ifnull(due, '${NO_DAY}'), delay.session, delay.affair, delay.kind) > (?2, ?3, ?4, ?5)
     ORDER BY rank, delay.session, delay.affair, delay.kind LIMIT ?6`,
    on,
    due as string,
    session as string,
    affair as string,
    kind as string,
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [
    row.rank as string,
    row.session as string,
    row.affair as string,
    row.kind as string,
  ]);
  return { items: rows.map((row) => lineOf(row, on)), next, freshness };
}

function lineOf(row: Row, on: string): DelayLine {
  const { kind, session, affair, due, article, record, date, bodyName } = row as Record<
    string,
    string | null
  >;
  const paper = row.paper === null ? null : (JSON.parse(row.paper as string) as AffairRow);
  return {
    kind: kind as AskedKind,
    session: session as string,
    affair: affair === '' ? null : (affair as string),
    number: paper?.state.number ?? null,
    subject: paper?.state.report?.subject ?? paper?.subject ?? null,
    date: date as string,
    bodyName: bodyName as string,
    what: kind === 'list' && (date as string) < LISTS_FROM ? SUMMARY : WHAT[kind as AskedKind],
    due: due ?? null,
    dueIfIndividual: row.due_if_individual as string | null,
    late: due !== null && due !== undefined && on > due,
    rule: RULE[kind as AskedKind],
    article: article as string,
    record: record ?? null,
  };
}
