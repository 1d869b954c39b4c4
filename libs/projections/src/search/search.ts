import type { DatabaseSync } from 'node:sqlite';
import type { Outcome, Report, Seat } from '../domain.js';
import type { Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';
import { indexed } from './words.js';

/**
 * What the affairs say, to be searched in French. The index holds words and their stems without accents, no text; the
 * texts stand beside it. A text in the file store is not here: what is erased there must be gone everywhere.
 */
export const searchModel: ReadModel = {
  name: 'search',
  version: 3,
  categories: ['session', 'affair'],
  tables: `
CREATE TABLE search_session (session TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  affair TEXT NOT NULL UNIQUE,
  session TEXT,
  outcome TEXT,
  classification TEXT,
  rapporteur TEXT,
  long_text INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE search_amount (document INTEGER NOT NULL, cents INTEGER NOT NULL) STRICT;
CREATE INDEX search_amount_by_document ON search_amount (document);
CREATE VIRTUAL TABLE search_index USING fts5 (
  number, subject, names, articles, text,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
`,
  indexes: `
CREATE INDEX search_document_by_session ON search_document (session);
CREATE INDEX search_document_facts ON search_document (id, session, outcome, classification, rapporteur, affair);
CREATE INDEX search_document_long ON search_document (session, outcome) WHERE long_text = 1;
`,
  projector: (database) => new SearchProjector(database),
};

/** What is searched of an affair, by part. */
export interface DocumentTexts {
  readonly number: readonly string[];
  readonly subject: readonly string[];
  readonly names: readonly string[];
  readonly articles: readonly string[];
  readonly text: readonly string[];
}

/** What a document's JSON holds. */
export interface DocumentRow {
  /** Ordinal of the event that first told of it. */
  readonly id: number;
  readonly session: string | null;
  readonly number: string | null;
  /** As the agenda words it. */
  readonly subject: string | null;
  readonly outcome: Outcome | null;
  readonly report: Report | null;
  /** The rapporteur, where the séance names them. */
  readonly rapporteur: string | null;
}

interface SessionRow {
  /** Names by ref. */
  readonly people: { readonly [ref: string]: string };
}

class SearchProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly sessions: StateRows<SessionRow>;
  private readonly documents: StateRows<DocumentRow>;

  constructor(database: DatabaseSync) {
    this.sessions = new StateRows<SessionRow>(database, {
      select: 'SELECT state FROM search_session WHERE session = ?',
      insert: 'INSERT INTO search_session (state, session) VALUES (?, ?)',
      update: 'UPDATE search_session SET state = ? WHERE session = ?',
      columns: () => [],
      kept: 50,
    });
    this.documents = documentRows(database);
    this.memories = [this.sessions, this.documents];
  }

  project(event: ProjectedEvent): void {
    switch (event.type) {
      case 'SessionConvened':
        return this.sessions.create(event.subject, { people: peopleOf(event.data.bodyAtSession.seats) });
      case 'SessionOpened':
        this.sessions.get(event.subject, 'séance');
        return this.sessions.set(event.subject, { people: peopleOf(event.data.bodyAtSession.seats) });
      case 'AffairPlacedOnAgenda': {
        const { affair, subject } = event.data;
        return this.change(event, affair, { session: event.subject, subject, outcome: null });
      }
      case 'AffairDecided':
        return this.end(event, event.data.affair, event.data.outcome);
      case 'AffairNoted':
        return this.end(event, event.data.affair, 'noted');
      case 'AffairPostponed':
        return this.end(event, event.data.affair, 'postponed');
      case 'AffairWithdrawn':
        return this.end(event, event.data.affair, 'withdrawn');
      case 'ReportSubmitted':
        return this.report(event, event.data.session, event.data.report);
      case 'ReportRevised':
        return this.report(event, this.documents.find(event.subject)?.session ?? null, event.data.report);
      case 'AffairNumbered':
        return this.change(event, event.subject, { number: event.data.number });
      default:
        return;
    }
  }

  private report(event: ProjectedEvent, session: string | null, report: Report): void {
    const people = session === null ? {} : (this.sessions.find(session)?.people ?? {});
    const rapporteur = report.rapporteur?.member == null ? null : (people[report.rapporteur.member] ?? null);
    this.change(event, event.subject, { report, rapporteur });
  }

  private end(event: ProjectedEvent, affair: string, outcome: Outcome): void {
    if (this.documents.get(affair, 'affair').session === event.subject)
      this.change(event, affair, { outcome });
  }

  private change({ ordinal }: ProjectedEvent, affair: string, change: Partial<DocumentRow>): void {
    this.documents.set(affair, { ...(this.documents.find(affair) ?? newDocument(ordinal)), ...change });
  }
}

const newDocument = (id: number): DocumentRow => ({
  id,
  session: null,
  number: null,
  subject: null,
  outcome: null,
  report: null,
  rapporteur: null,
});

const peopleOf = (seats: readonly Seat[] | null): SessionRow['people'] =>
  Object.fromEntries(
    (seats ?? []).map(({ ref, givenName, familyName }) => [ref, `${givenName ?? ''} ${familyName}`.trim()]),
  );

function documentRows(database: DatabaseSync): StateRows<DocumentRow> {
  const unindex = database.prepare('DELETE FROM search_index WHERE rowid = ?');
  const index = database.prepare(
    'INSERT INTO search_index (rowid, number, subject, names, articles, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const removeAmounts = database.prepare('DELETE FROM search_amount WHERE document = ?');
  const insertAmount = database.prepare('INSERT INTO search_amount (document, cents) VALUES (?, ?)');
  return new StateRows<DocumentRow>(database, {
    select: 'SELECT state FROM search_document WHERE affair = ?',
    insert: `INSERT INTO search_document (id, session, outcome, classification, rapporteur, long_text, state, affair)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    update: `UPDATE search_document SET id = ?, session = ?, outcome = ?, classification = ?, rapporteur = ?,
             long_text = ?, state = ? WHERE affair = ?`,
    columns: ({ id, session, outcome, report }) => [
      id,
      session,
      outcome,
      report?.classification ?? null,
      report?.rapporteur?.member ?? null,
      isLong(report) ? 1 : 0,
    ],
    kept: 200,
    written(row, isNew) {
      if (!isNew) {
        unindex.run(row.id);
        removeAmounts.run(row.id);
      }
      const { number, subject, names, articles, text } = textsOf(row);
      index.run(row.id, ...[number, subject, names, articles, text].map(indexed));
      for (const cents of amountsOf(row.report)) insertAmount.run(row.id, cents);
    },
  });
}

const isLong = (report: Report | null): boolean => typeof report?.text === 'object' && report.text !== null;

/** What is searched of a document. */
export function textsOf({ number, subject, report, rapporteur }: DocumentRow): DocumentTexts {
  const role = report?.rapporteur?.role ?? null;
  return {
    number: present([number]),
    subject: present([report?.subject ?? subject]),
    names: present([rapporteur, role, ...(report?.subsidies ?? []).map(({ beneficiary }) => beneficiary)]),
    articles: present([
      ...(report?.articles ?? []).map(({ text }) => text),
      ...(report?.recitals ?? []),
      ...(report?.citations ?? []),
      ...linesOf(report).map(({ amount }) => amount),
    ]),
    text: present([typeof report?.text === 'string' ? report.text : null]),
  };
}

const present = (texts: readonly (string | null)[]): readonly string[] =>
  texts.filter((text) => text !== null);

const linesOf = (report: Report | null): readonly { readonly amount: string }[] => [
  ...(report?.budget ?? []),
  ...(report?.subsidies ?? []),
];

const amountsOf = (report: Report | null): readonly number[] =>
  linesOf(report).map(({ amount }) => Math.round(Number(amount) * 100));
