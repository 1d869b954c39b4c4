import type { LocalDate } from '@registre/platform';
import type { Outcome } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { MemberPart, SearchHit, SearchPage } from '../views.js';
import { PARTS_OF_MEMBER, partsOf, refsOf } from './member-parts.js';
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
  /** ref of a member who reported on it; or, of closed séances, voted on it by name, kept out of it or presided. */
  readonly member?: string | undefined;
  /** Which of these the member did; absent: any. */
  readonly memberAs?: MemberPart | undefined;
  /** A class of subjects with all below it: `7.5` finds `7.5.1`. */
  readonly classification?: string | undefined;
  /** Euros: one of its amounts lies between the two. */
  readonly amountFrom?: number | undefined;
  readonly amountUntil?: number | undefined;
  /** Bodies of which the affairs of séances under way are searched, and those put off; absent: all. Others: acts only. */
  readonly unclosedOf?: readonly string[] | undefined;
}

const READABLE = `
(:all = 1 OR (session.status = 'closed' AND document.outcome IN ('adopted', 'rejected', 'noted'))
  OR session.body IN (SELECT value FROM json_each(:unclosedOf)))`;

const FILTERS = `
${READABLE}
AND (:body IS NULL OR session.body = :body)
AND session.date BETWEEN :from AND :until
AND (:outcome IS NULL OR document.outcome = :outcome)
AND (:refs IS NULL OR coalesce(:as, 'rapporteur') = 'rapporteur' AND document.rapporteur IN (SELECT value ->> 1 FROM json_each(:refs))
  OR document.affair IN (${PARTS_OF_MEMBER}))
AND (:classification IS NULL OR document.classification = :classification
  OR substr(document.classification, 1, length(:classification) + 1) = :classification || '.')
AND (:least IS NULL OR EXISTS (SELECT 1 FROM search_amount
  WHERE document = document.id AND cents BETWEEN :least AND :most))`;

const COLUMNS = `document.id AS id, document.affair AS affair, document.outcome AS outcome,
  document.classification AS classification, document.long_text AS longText, document.state AS state,
  document.session AS session, session.status AS status, session.date AS date, session.body AS body,
  session.body_name AS bodyName`;

// What a filter needs of a document stands in an index: the texts are read of those on the page only.
const FACTS = 'search_document AS document INDEXED BY search_document_facts';
const IN_SESSION = 'JOIN session ON session.session = document.session';
const JOINED = `${FACTS} ${IN_SESSION}`;

/** The better the match, the smaller: number and subject weigh more than names, and these more than texts. */
const SCORE = 'bm25(search_index, 8.0, 6.0, 4.0, 2.0, 1.0)';

const page = (found: string, score: string): string => `
SELECT ${COLUMNS}, score FROM (
  SELECT * FROM (SELECT document.id AS found, session.date AS day, ${score} AS score FROM ${found})
  WHERE score > :score OR (score = :score AND (day, found) < (:date, :id))
  ORDER BY score, day DESC, found DESC LIMIT :limit
) JOIN search_document AS document ON document.id = found ${IN_SESSION}
ORDER BY score, day DESC, found DESC`;

const WITH_WORDS = `search_index JOIN ${FACTS} ON document.id = search_index.rowid ${IN_SESSION}
WHERE search_index MATCH :match AND ${FILTERS}`;

const BY_WORDS = page(WITH_WORDS, SCORE);

const ALL = page(`${JOINED} WHERE ${FILTERS}`, '0.0');

/** How many are counted at most. */
const COUNTED = 1_000;
const count = (found: string): string =>
  `SELECT count(*) AS count FROM (SELECT 1 FROM ${found} LIMIT ${COUNTED + 1})`;
const COUNT_WORDS = count(WITH_WORDS);
const COUNT_ALL = count(`${JOINED} WHERE ${FILTERS}`);

/** The affairs whose number, subject, names, articles or report have all these words; the best first. */
export function search(snapshot: ReadSnapshot, request: SearchRequest): SearchPage {
  const freshness = snapshot.freshness('search', 'sessions', 'authority');
  const limit = bounded(request.limit);
  const wanted = filters(snapshot, request);
  const notIndexed = { reports: longTexts(snapshot, wanted) };
  const words = request.q === undefined ? [] : askedWords(request.q);
  const nothing = { items: [], next: null, total: { count: 0, isExact: true }, notIndexed, freshness };
  // Nothing but signs was typed: no word can be found.
  if (words === undefined) return nothing;
  const parameters = words.length === 0 ? wanted : { ...wanted, match: matchOf(words) };
  const [score = 0, date = '', id = 0] =
    request.cursor === undefined ? [-Number.MAX_VALUE, '~', 0] : keyOf(request.cursor, [0, '', 0]);
  const place = { score, date, id, limit: limit + 1 };
  const found = snapshot.named(words.length === 0 ? ALL : BY_WORDS, { ...parameters, ...place });
  const { rows, next } = cut(found, limit, (row) => [
    row.score as number,
    row.date as string,
    row.id as number,
  ]);
  const total =
    request.cursor === undefined
      ? totalOf(snapshot.named(words.length === 0 ? COUNT_ALL : COUNT_WORDS, parameters))
      : null;
  const items = rows.map((row) => hitOf(snapshot, row, words, wanted.refs));
  return { items, next, total, notIndexed, freshness };
}

function totalOf([row]: readonly Row[]): SearchPage['total'] {
  const found = row?.count as number;
  return { count: Math.min(found, COUNTED), isExact: found <= COUNTED };
}

function filters(snapshot: ReadSnapshot, request: SearchRequest) {
  const { body = null, from = '', until = '~', outcome = null, member, memberAs = null } = request;
  const { classification = null, amountFrom, amountUntil, unclosedOf } = request;
  const isAmount = amountFrom !== undefined || amountUntil !== undefined;
  return {
    all: unclosedOf === undefined ? 1 : 0,
    unclosedOf: JSON.stringify(unclosedOf ?? []),
    body,
    from,
    until,
    outcome,
    refs: member === undefined ? null : refsOf(snapshot, member),
    as: memberAs,
    classification,
    least: isAmount ? cents(amountFrom ?? 0) : null,
    most: amountUntil === undefined ? Number.MAX_SAFE_INTEGER : cents(amountUntil),
  };
}

const cents = (euros: number): number => Math.round(euros * 100);

function longTexts(snapshot: ReadSnapshot, { all, unclosedOf }: ReturnType<typeof filters>): number {
  const found = snapshot.named(
    `SELECT count(*) AS count FROM search_document AS document ${IN_SESSION}
     WHERE document.long_text = 1 AND ${READABLE}`,
    { all, unclosedOf },
  );
  return found[0]?.count as number;
}

function hitOf(snapshot: ReadSnapshot, row: Row, words: readonly Word[], refs: string | null): SearchHit {
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
    memberAs: refs === null ? null : partsOf(snapshot, document, row.affair as string, refs),
    snippets: snippetsOf(textsOf(document), words),
  };
}
