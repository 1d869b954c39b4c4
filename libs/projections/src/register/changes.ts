import { Refusal } from '@registre/platform';
import { enforceability } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type {
  ChangedFact,
  ChangingEvent,
  ComparedLine,
  RegisterChange,
  RegisterChangesPage,
} from '../views.js';
import { lineOf, pointOf } from './queries.js';
import type { LineRow } from './register.js';

export interface RegisterChangesRequest extends PageRequest {
  readonly body?: string | undefined;
  /** Ordinal at which the earlier state ended; -1: before the first event. */
  readonly from: number;
  /** Ordinal at which the later state ended. */
  readonly until: number;
}

/** What changed in the register between two points of the log: a line each, by the first event that changed it. */
export function registerChanges(
  snapshot: ReadSnapshot,
  request: RegisterChangesRequest,
): RegisterChangesPage {
  const { from, until, body = null, cursor } = request;
  const freshness = snapshot.freshness('register', 'audit-trail');
  if (from > until) throw backwards();
  const points = { from: pointOf(snapshot, from), until: pointOf(snapshot, until) };
  const limit = bounded(request.limit);
  const [ordinal, affair] = cursor === undefined ? [-1, ''] : keyOf(cursor, [0, '']);
  const found = snapshot.rows(
    `SELECT affair, min(ordinal) AS first FROM register_version
     WHERE ordinal > ?1 AND ordinal <= ?2 AND (?3 IS NULL OR body = ?3)
     GROUP BY affair HAVING (first, affair) > (?4, ?5) ORDER BY first, affair LIMIT ?6`,
    from,
    until,
    body,
    ordinal as number,
    affair as string,
    limit + 1,
  );
  const { rows, next } = cut(found, limit, (row) => [row.first as number, row.affair as string]);
  const items = rows.map((row) => changeOf(snapshot, row.affair as string, from, until));
  return { items, next, ...points, freshness };
}

function changeOf(snapshot: ReadSnapshot, affair: string, from: number, until: number): RegisterChange {
  const before = versionAt(snapshot, affair, from);
  const after = versionAt(snapshot, affair, until);
  if (after === undefined) throw new Error(`affair ${affair} changed and has no version`);
  return {
    affair,
    appeared: before === undefined,
    changed: before === undefined ? [] : changedBetween(before, after),
    before: before === undefined ? null : comparedLine(before),
    after: comparedLine(after),
    events: eventsOf(snapshot, affair, from, until),
  };
}

function comparedLine(row: Row): ComparedLine {
  const { transmission, publications, fates } = JSON.parse(row.state as string) as LineRow;
  return { ...lineOf(row), transmission, publications, fates };
}

const versionAt = (snapshot: ReadSnapshot, affair: string, ordinal: number): Row | undefined =>
  snapshot.row(
    `SELECT affair, state, 0 AS shared FROM register_version
     WHERE affair = ? AND ordinal <= ? ORDER BY ordinal DESC LIMIT 1`,
    affair,
    ordinal,
  );

const eventsOf = (
  snapshot: ReadSnapshot,
  affair: string,
  from: number,
  until: number,
): readonly ChangingEvent[] =>
  snapshot
    .rows(
      `SELECT version.ordinal AS ordinal, word AS type, clock AS recordedAt, sentence
       FROM register_version AS version JOIN log_index ON log_index.ordinal = version.ordinal
         LEFT JOIN audit_entry ON audit_entry.ordinal = version.ordinal
         LEFT JOIN audit_word ON audit_word.id = audit_entry.type
       WHERE version.affair = ? AND version.ordinal > ? AND version.ordinal <= ? ORDER BY version.ordinal`,
      affair,
      from,
      until,
    )
    .map((row) => ({ ...row }) as unknown as ChangingEvent);

/** What each fact of a line is, as it is compared. */
const FACTS: { readonly [fact in ChangedFact]: (line: LineRow) => unknown } = {
  session: ({ session, date, body }) => [session, date, body],
  order: ({ order }) => order,
  sheet: ({ sheet }) => sheet,
  number: ({ number }) => number,
  subject: ({ subject }) => subject,
  outcome: ({ outcome }) => outcome,
  proclaimed: ({ proclaimed }) => proclaimed,
  certified: ({ certifiedAt }) => certifiedAt,
  transmission: ({ transmission }) => transmission,
  publication: ({ publications }) => publications,
  enforceable: (line) =>
    enforceability({ ...line, decidedOn: line.date ?? '', mustBeTransmitted: null }).answer,
  fate: ({ fates }) => fates,
  irregularities: ({ irregularities }) => irregularities,
};

function changedBetween(before: Row, after: Row): readonly ChangedFact[] {
  const [earlier, later] = [before, after].map(({ state }) => JSON.parse(state as string) as LineRow);
  if (earlier === undefined || later === undefined) return [];
  const facts = Object.keys(FACTS) as ChangedFact[];
  return facts.filter((fact) => JSON.stringify(FACTS[fact](earlier)) !== JSON.stringify(FACTS[fact](later)));
}

function backwards(): Refusal {
  const message = 'Le premier moment vient après le second.';
  const reasons = [{ field: 'from', rule: 'from-after-until', message }];
  return new Refusal('invalid', 'from-after-until', message, reasons);
}
