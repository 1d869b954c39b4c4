import type { LocalDate } from '@registre/platform';
import type { Outcome } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { SearchHit, SearchPage } from '../views.js';
import { textsOf, type DocumentRow } from './search.js';
import { snippetsOf } from './snippets.js';
import { askedWords, matchOf, type Word } from './words.js';

export interface SearchRequest extends PageRequest {
  /** Words; absent: all that the filters let through, the latest first. */
  readonly q?: string | undefined;
  readonly body?: string | undefined;
  /** Day of the séance: that one or later. */
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly outcome?: Outcome | undefined;
  /** ref of the rapporteur. */
  readonly member?: string | undefined;
  /** A class of subjects with all below it: `7.5` finds `7.5.1`. */
  readonly classification?: string | undefined;
  /** Euros: one of its amounts lies between the two. */
  readonly amountFrom?: number | undefined;
  readonly amountUntil?: number | undefined;
}

const FILTERS = `
(:body IS NULL OR session.body = :body)
AND session.date BETWEEN :from AND :until
AND (:outcome IS NULL OR document.outcome = :outcome)
AND (:member IS NULL OR document.rapporteur = :member)
AND (:classification IS NULL OR document.classification = :classification
  OR substr(document.classification, 1, length(:classification) + 1) = :classification || '.')
AND (:least IS NULL OR EXISTS (SELECT 1 FROM search_amount
  WHERE document = document.id AND cents BETWEEN :least AND :most))`;

const COLUMNS = `document.id AS id, document.affair AS affair, document.outcome AS outcome,
  document.classification AS classification, document.long_text AS longText, document.state AS state,
  document.session AS session, session.status AS status, session.date AS date, session.body AS body,
  session.body_name AS bodyName`;
const JOINED = `search_document AS document JOIN session ON session.session = document.session`;

/** The better the match, the smaller: number and subject weigh more than names, and these more than texts. */
const SCORE = 'bm25(search_index, 8.0, 6.0, 4.0, 2.0, 1.0)';

const page = (found: string): string => `
SELECT * FROM (${found})
WHERE score > :score OR (score = :score AND (date, id) < (:date, :id))
ORDER BY score, date DESC, id DESC LIMIT :limit`;

const BY_WORDS = page(`
SELECT ${COLUMNS}, ${SCORE} AS score FROM search_index JOIN search_document AS document ON document.id = search_index.rowid
  JOIN session ON session.session = document.session
WHERE search_index MATCH :match AND ${FILTERS}`);

const ALL = page(`SELECT ${COLUMNS}, 0.0 AS score FROM ${JOINED} WHERE ${FILTERS}`);

/** The affairs whose number, subject, names, articles or report have all these words; the best first. */
export function search(snapshot: ReadSnapshot, request: SearchRequest): SearchPage {
  const freshness = snapshot.freshness('search', 'sessions');
  const limit = bounded(request.limit);
  const notIndexed = { reports: longTexts(snapshot) };
  const words = request.q === undefined ? [] : askedWords(request.q);
  // Nothing but signs was typed: no word can be found.
  if (words === undefined) return { items: [], next: null, notIndexed, freshness };
  const [score = 0, date = '', id = 0] =
    request.cursor === undefined ? [-Number.MAX_VALUE, '~', 0] : keyOf(request.cursor, [0, '', 0]);
  const parameters = { ...filters(request), score, date, id, limit: limit + 1 };
  const found =
    words.length === 0
      ? snapshot.named(ALL, parameters)
      : snapshot.named(BY_WORDS, { ...parameters, match: matchOf(words) });
  const { rows, next } = cut(found, limit, (row) => [
    row.score as number,
    row.date as string,
    row.id as number,
  ]);
  return { items: rows.map((row) => hitOf(row, words)), next, notIndexed, freshness };
}

function filters(request: SearchRequest) {
  const { body = null, from = '', until = '~', outcome = null, member = null } = request;
  const { classification = null, amountFrom, amountUntil } = request;
  const isAmount = amountFrom !== undefined || amountUntil !== undefined;
  const least = isAmount ? cents(amountFrom ?? 0) : null;
  const most = amountUntil === undefined ? Number.MAX_SAFE_INTEGER : cents(amountUntil);
  return { body, from, until, outcome, member, classification, least, most };
}

const cents = (euros: number): number => Math.round(euros * 100);

const longTexts = (snapshot: ReadSnapshot): number =>
  snapshot.row('SELECT count(*) AS count FROM search_document WHERE long_text = 1')?.count as number;

function hitOf(row: Row, words: readonly Word[]): SearchHit {
  const document = JSON.parse(row.state as string) as DocumentRow;
  return {
    affair: row.affair as string,
    number: document.number,
    subject: document.report?.subject ?? document.subject ?? '',
    classification: row.classification as string | null,
    outcome: row.outcome as SearchHit['outcome'],
    session: row.session as string,
    sessionStatus: row.status as SearchHit['sessionStatus'],
    date: row.date as string,
    body: row.body as string,
    bodyName: row.bodyName as string,
    isWhole: row.longText === 0,
    snippets: snippetsOf(textsOf(document), words),
  };
}
