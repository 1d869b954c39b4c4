import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Irregularity } from '@registre/deliberation';
import {
  dateLong,
  entryCorrectedBy,
  entryOf,
  namedAt,
  type DeliberationEvent,
  type SessionEvent,
} from '../domain.js';
import {
  oneRow,
  type ProjectedEvent,
  type Memory,
  type Projector,
  type ReadModel,
} from '../engine/read-model.js';
import {
  CONTEXT_TABLES,
  Contexts,
  NEW_AFFAIR,
  NEW_RECORD,
  peopleOf,
  type LastSaid,
  type RecordContext,
} from './context.js';
import { sentenceOf } from './sentences.js';
import { WORD_TABLE, WordNumbers } from './words.js';

/** Every event of the register in its order, each told in one French sentence. */
export const auditTrailModel: ReadModel = {
  name: 'audit-trail',
  version: 8,
  categories: ['authority', 'body', 'session', 'ballot', 'affair', 'register', 'number', 'record'],
  tables: `
${WORD_TABLE}
CREATE TABLE audit_entry (
  ordinal INTEGER PRIMARY KEY,
  type INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  session INTEGER,
  affair INTEGER,
  occurred_date TEXT,
  occurred_time TEXT,
  zone INTEGER NOT NULL,
  source INTEGER,
  sentence TEXT NOT NULL,
  corrects INTEGER,
  corrected_by INTEGER,
  irregularities TEXT
) STRICT;
CREATE TABLE audit_of_affairs (
  affair INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (affair, ordinal)
) STRICT, WITHOUT ROWID;
${CONTEXT_TABLES}
`,
  indexes: `
CREATE INDEX audit_entry_by_session ON audit_entry (session, ordinal) WHERE session IS NOT NULL;
CREATE INDEX audit_entry_by_affair ON audit_entry (affair, ordinal) WHERE affair IS NOT NULL;
CREATE INDEX audit_entry_by_type ON audit_entry (type, ordinal);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, ordinal);
CREATE INDEX audit_entry_by_day ON audit_entry (occurred_date, ordinal);
CREATE INDEX audit_entry_corrections ON audit_entry (ordinal) WHERE corrects IS NOT NULL;
CREATE INDEX audit_entry_irregular ON audit_entry (ordinal) WHERE irregularities IS NOT NULL;
`,
  projector: (database) => new AuditTrailProjector(database),
};

/** What an event concerns. */
interface Concerns {
  readonly session: string | null;
  readonly affair: string | null;
  readonly body: string | null;
}

class AuditTrailProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly contexts: Contexts;
  private readonly words: WordNumbers;
  private readonly insertEntry: StatementSync;
  private readonly insertOfAffairs: StatementSync;
  private readonly setCorrectedBy: StatementSync;
  private readonly setConcerns: StatementSync;

  constructor(database: DatabaseSync) {
    this.contexts = new Contexts(database);
    this.words = new WordNumbers(database);
    this.insertEntry = database.prepare(
      `INSERT INTO audit_entry (ordinal, type, actor, session, affair, occurred_date, occurred_time, zone, source,
         sentence, corrects, irregularities)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.insertOfAffairs = database.prepare('INSERT INTO audit_of_affairs (affair, ordinal) VALUES (?, ?)');
    this.setCorrectedBy = database.prepare('UPDATE audit_entry SET corrected_by = ? WHERE ordinal = ?');
    this.setConcerns = database.prepare(
      'UPDATE audit_entry SET session = coalesce(session, ?), affair = coalesce(affair, ?) WHERE ordinal = ?',
    );
    this.memories = [...this.contexts.all, this.words];
  }

  project(event: ProjectedEvent): void {
    this.learn(event);
    const concerns = this.concernsOf(event);
    const corrects = this.said(event);
    this.insert(event, concerns, corrects);
    if (corrects !== null) oneRow(this.setCorrectedBy.run(event.ordinal, corrects), `entry ${corrects}`);
    for (const affair of affairsOf(event))
      this.insertOfAffairs.run(this.words.numberOf(affair), event.ordinal);
  }

  private insert(event: ProjectedEvent, concerns: Concerns, corrects: number | null): void {
    const { ordinal, type, metadata } = event;
    const { actor, occurredAt, source } = metadata;
    const { session, affair } = concerns;
    const { irregularities = [] } = event.data as { readonly irregularities?: readonly Irregularity[] };
    this.insertEntry.run(
      ordinal,
      this.words.numberOf(type),
      this.words.numberOf(actor),
      session === null ? null : this.words.numberOf(session),
      affair === null ? null : this.words.numberOf(affair),
      occurredAt.date,
      occurredAt.time,
      this.words.numberOf(occurredAt.zone),
      source === undefined ? null : this.words.numberOf(JSON.stringify(source)),
      sentenceOf(event, this.aboutOf(concerns)),
      corrects,
      irregularities.length === 0 ? null : JSON.stringify(irregularities),
    );
  }

  /** Takes from the event what later sentences, and its own, need. */
  private learn(event: ProjectedEvent): void {
    const { bodies, sessions, affairs, ballots } = this.contexts;
    switch (event.type) {
      case 'BodyConstituted':
        return bodies.create(event.subject, { name: event.data.name, people: {} });
      case 'MemberSeated': {
        const body = bodies.get(event.subject, 'instance');
        const people = { ...body.people, ...peopleOf([event.data.seat]) };
        return bodies.set(event.subject, { ...body, people });
      }
      case 'SessionConvened': {
        const { date, bodyAtSession } = event.data;
        const people = peopleOf(namedAt(bodyAtSession));
        return sessions.create(event.subject, { day: dateLong(date), people, said: {} });
      }
      case 'SessionOpened': {
        const session = sessions.get(event.subject, 'séance');
        const people = peopleOf(namedAt(event.data.bodyAtSession));
        return sessions.set(event.subject, { ...session, people });
      }
      case 'MemberInstalled': {
        const session = sessions.get(event.subject, 'séance');
        const people = { ...session.people, ...peopleOf([event.data.seat]) };
        return sessions.set(event.subject, { ...session, people });
      }
      case 'AffairPlacedOnAgenda': {
        const { affair, order, subject } = event.data;
        const context = affairs.find(affair) ?? NEW_AFFAIR;
        return affairs.set(affair, { ...context, session: event.subject, order, subject });
      }
      case 'ReportSubmitted':
      case 'ReportRevised': {
        const context = affairs.find(event.subject) ?? NEW_AFFAIR;
        return affairs.set(event.subject, { ...context, subject: event.data.report.subject });
      }
      case 'BallotOpened': {
        const { ballot, affair } = event.data;
        return ballots.create(ballot, { session: event.subject, affair, said: {} });
      }
      case 'RecordImported':
        return this.learnRecord(event.subject, event.data);
      default:
        return;
    }
  }

  private learnRecord(record: string, imported: Imported): void {
    const known = this.contexts.records.find(record) ?? NEW_RECORD;
    const affairs = Object.fromEntries(imported.affairs.map(({ key, affair }) => [key, affair]));
    const next: RecordContext = { ...known, session: imported.session, affairs, waiting: [] };
    for (const { ordinal, key } of known.waiting) {
      const affair = key === null ? undefined : affairs[key];
      const ofAffair = affair === undefined ? null : this.words.numberOf(affair);
      const ofSession = this.words.numberOf(imported.session);
      oneRow(this.setConcerns.run(ofSession, ofAffair, ordinal), `entry ${ordinal}`);
    }
    this.contexts.records.set(record, next);
  }

  private concernsOf(event: ProjectedEvent): Concerns {
    const { session = null } = event.metadata;
    const found = this.subjectsOf(event);
    return { body: null, affair: null, ...found, session: found.session ?? session };
  }

  private subjectsOf(event: ProjectedEvent): Partial<Concerns> {
    switch (event.category) {
      case 'body':
        return { body: event.subject };
      case 'session': {
        const { ballot, ...told } = event.data as {
          readonly affair?: string | null;
          readonly correction?: { readonly affair?: string };
          readonly ballot?: string | null;
        };
        const affair = told.affair ?? told.correction?.affair;
        const ofBallot =
          ballot === undefined || ballot === null
            ? undefined
            : this.contexts.ballots.get(ballot, 'ballot').affair;
        return { session: event.subject, affair: affair ?? ofBallot ?? null };
      }
      case 'ballot': {
        const { session, affair } = this.contexts.ballots.get(event.subject, 'ballot');
        return { session, affair };
      }
      case 'affair': {
        const { session } = event.data as { readonly session?: string };
        const known = session ?? this.contexts.affairs.find(event.subject)?.session ?? null;
        return { session: known, affair: event.subject };
      }
      case 'record':
        return this.subjectsOfRecord(event);
      default: {
        const { session = null, affair = null, body = null } = event.data as Partial<Concerns>;
        return { session, affair, body };
      }
    }
  }

  private subjectsOfRecord(event: ProjectedEvent): Partial<Concerns> {
    const record = this.contexts.records.find(event.subject) ?? NEW_RECORD;
    if (event.type !== 'DisagreementRecorded') return { session: record.session };
    const { affair: key } = event.data;
    const affair = key === null ? null : (record.affairs[key] ?? null);
    if (record.session === null || (key !== null && affair === null)) {
      const waiting = [...record.waiting, { ordinal: event.ordinal, key }];
      this.contexts.records.set(event.subject, { ...record, waiting });
    }
    return { session: record.session, affair };
  }

  private aboutOf({ session, affair, body }: Concerns) {
    return {
      session: session === null ? undefined : this.contexts.sessions.find(session),
      affair: affair === null ? undefined : (this.contexts.affairs.find(affair) ?? NEW_AFFAIR),
      body: body === null ? undefined : this.contexts.bodies.find(body),
    };
  }

  /** Ordinal of the event that said the same thing before, where saying it again corrects it. */
  private said(event: ProjectedEvent): number | null {
    const { sessions, affairs, ballots, records } = this.contexts;
    const again = <S extends { readonly said: LastSaid }>(
      rows: { find(key: string): S | undefined; set(key: string, state: S): void },
      initial: S | undefined,
      thing: string,
    ): number | null => {
      const context = rows.find(event.subject) ?? initial;
      if (context === undefined) throw new Error(`${event.category} ${event.subject} is not known`);
      rows.set(event.subject, { ...context, said: { ...context.said, [thing]: event.ordinal } });
      return context.said[thing] ?? null;
    };
    switch (event.type) {
      case 'MemberPresent':
      case 'MemberExcused':
      case 'MemberAbsent':
      case 'MemberRepresented':
        return again(sessions, undefined, `attendance:${event.data.member}`);
      case 'EntryCorrected': {
        const thing = entryCorrectedBy(event.data.correction);
        const corrects = again(sessions, undefined, thing);
        return event.data.entry === null ? null : corrects;
      }
      case 'HandsCounted':
        return again(ballots, undefined, 'count');
      case 'ReportSubmitted':
      case 'ReportRevised':
        return again(affairs, NEW_AFFAIR, 'report');
      case 'AffairNumbered':
        return again(affairs, NEW_AFFAIR, 'number');
      case 'RecordImported':
        return again(records, NEW_RECORD, 'record');
      default:
        // What a correction may name later.
        if (event.category === 'session') {
          const entry = entryOf(event as SessionEvent);
          if (entry !== null) again(sessions, undefined, entry);
        }
        return null;
    }
  }
}

/** The affairs concerned by an event that concerns several: its entry names none. */
function affairsOf(event: ProjectedEvent): readonly string[] {
  if (event.type === 'SheetsEntered') return event.data.entries.map(({ affair }) => affair);
  if (event.type === 'RecordImported') return event.data.affairs.map(({ affair }) => affair);
  return [];
}

type Imported = Extract<DeliberationEvent, { type: 'RecordImported' }>['data'];
