import { notFound, type LocalDate } from '@registre/platform';
import { enforceability, inEffectOn, lastingFate, type FateKind, type Outcome } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { daysOf } from '../sessions/queries.js';
import type { PointOfLog, RegisterLine, RegisterPage } from '../views.js';
import type { LineRow } from './register.js';

/** Which lines of the register are asked for; absent: whatever they are. */
export interface RegisterFilter {
  readonly body?: string | undefined;
  /** Civil year of the séance. */
  readonly year?: number | undefined;
  /** Day of the séance: that one or later. */
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly outcome?: Outcome | undefined;
  readonly certified?: boolean | undefined;
  /** Whether an irregularity is recorded, of the act or of its whole séance. */
  readonly irregular?: boolean | undefined;
  /** What became of the act later: that, anything, or nothing that is recorded. */
  readonly fate?: FateKind | 'any' | 'none' | undefined;
}

/** `register`: by date, séance and order; `latest`: the same from its end; `number`: by the authority's numbers. */
export type RegisterOrder = 'register' | 'latest' | 'number';

export interface RegisterRequest extends RegisterFilter, PageRequest {
  readonly order?: RegisterOrder | undefined;
  /** How many lines are passed over, where no cursor says from where to go on. */
  readonly offset?: number | undefined;
  /** As it was known when the log ended at that ordinal; -1: before the first event. */
  readonly asKnownAt?: number | undefined;
  /** Says of each act whether it is in effect on that day. */
  readonly inEffectAt?: LocalDate | undefined;
}

const FILTERS = `
date BETWEEN :first AND :last AND (:body IS NULL OR body = :body) AND (:outcome IS NULL OR outcome = :outcome)
AND (:certified IS NULL OR certified = :certified)
AND (:fate IS NULL OR fate = :fate OR fate IS NULL AND :fate = 'none' OR fate IS NOT NULL AND :fate = 'any')`;

const NOW = `
FROM register_line AS line WHERE entered = 1 AND ${FILTERS}
  AND (:irregular IS NULL OR :irregular = (irregularities > 0
    OR session IN (SELECT session FROM register_session WHERE irregularities > 0)))`;

/** Of each line the last version that the log had by then. */
const THEN = `
FROM register_version AS line
WHERE ordinal = (SELECT max(ordinal) FROM register_version AS one WHERE one.affair = line.affair AND ordinal <= :asKnownAt)
  AND ${FILTERS} AND (:irregular IS NULL OR :irregular = (irregularities > 0))`;

const SHARED_NOW = 'coalesce((SELECT irregularities FROM register_session WHERE session = line.session), 0)';

interface Order {
  readonly columns: string;
  readonly descends: boolean;
  /** What each column of the key is. */
  readonly like: readonly (string | number)[];
}

const IN_ORDER = { columns: 'date, session, rank, affair', like: ['', '', 0, ''] };
const ORDERS: { readonly [order in RegisterOrder]: Order } = {
  register: { ...IN_ORDER, descends: false },
  latest: { ...IN_ORDER, descends: true },
  number: { columns: `number_key, ${IN_ORDER.columns}`, like: ['', ...IN_ORDER.like], descends: false },
};

/** The lines that are wanted, first by an index alone: what they say is read of those of the page only. */
function pageOf(lines: string, shared: string, { columns, descends, like }: Order, follows: boolean): string {
  const order = descends ? columns.replaceAll(/,|$/g, ' DESC$&') : columns;
  const after = `AND (${columns}) ${descends ? '<' : '>'} (${like.map((_, place) => `:key${place}`).join(', ')})`;
  const table = /FROM (\w+)/.exec(lines)?.[1];
  return `
SELECT affair, state, ${columns.replace(', affair', '')}, ${shared} AS shared
FROM ${table} AS line
WHERE rowid IN (SELECT rowid ${lines} ${follows ? after : ''} ORDER BY ${order} LIMIT :limit ${follows ? '' : 'OFFSET :offset'})
ORDER BY ${order}`;
}

/** The register, page by page. */
export function register(snapshot: ReadSnapshot, request: RegisterRequest): RegisterPage {
  const freshness = snapshot.freshness('register');
  const { cursor, asKnownAt, inEffectAt, offset = 0 } = request;
  const asKnown = asKnownAt === undefined ? null : pointOf(snapshot, asKnownAt);
  const limit = bounded(request.limit);
  const order = ORDERS[request.order ?? 'register'];
  const [lines, shared] = asKnownAt === undefined ? [NOW, SHARED_NOW] : [THEN, '0'];
  const wanted = { ...filtersOf(request), ...(asKnownAt === undefined ? {} : { asKnownAt }) };
  const key = cursor === undefined ? undefined : keyOf(cursor, order.like);
  const place = key === undefined ? { offset } : Object.fromEntries(key.map((one, at) => [`key${at}`, one]));
  const found = snapshot.named(pageOf(lines, shared, order, key !== undefined), {
    ...wanted,
    ...place,
    limit: limit + 1,
  });
  const { rows, next } = cut(found, limit, (row) =>
    order.columns.split(', ').map((column) => row[column] as string | number),
  );
  const total = key === undefined ? countOf(snapshot, lines, wanted) : null;
  return { items: rows.map((row) => lineOf(row, inEffectAt)), next, total, asKnown, freshness };
}

const countOf = (snapshot: ReadSnapshot, lines: string, wanted: Parameters<ReadSnapshot['named']>[1]) =>
  snapshot.named(`SELECT count(*) AS count ${lines}`, wanted)[0]?.count as number;

function filtersOf({ year, from, until, ...filter }: RegisterFilter) {
  const { body = null, outcome = null, fate = null, certified, irregular } = filter;
  const [first, last] = daysOf(year);
  return {
    first: from !== undefined && from > first ? from : first,
    last: until !== undefined && until < last ? until : last,
    body,
    outcome,
    fate,
    certified: certified === undefined ? null : Number(certified),
    irregular: irregular === undefined ? null : Number(irregular),
  };
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
