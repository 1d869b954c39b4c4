import type { DatabaseSync } from 'node:sqlite';
import {
  affairAggregate,
  type AffairEvent,
  type DeliberationEvent,
  type Fate,
  type Outcome,
  type Publication,
  type Transmission,
} from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/** The register's lines, and what may become one: an affair is in once its séance's sheets are entered. */
export const registerModel: ReadModel = {
  name: 'register',
  version: 3,
  categories: ['session', 'affair', 'number', 'register'],
  tables: `
CREATE TABLE register_session (
  session TEXT PRIMARY KEY,
  irregularities INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE register_line (
  affair TEXT PRIMARY KEY,
  entered INTEGER NOT NULL,
  date TEXT,
  session TEXT,
  rank INTEGER NOT NULL,
  body TEXT,
  state TEXT NOT NULL
) STRICT;
`,
  indexes: `
CREATE INDEX register_line_in_order ON register_line (date, session, rank, affair) WHERE entered = 1;
`,
  projector: (database) => new RegisterProjector(database),
};

/** A séance, as far as its lines need it. */
interface SessionRow {
  readonly body: string;
  readonly bodyName: string;
  readonly date: string;
  /** How many concern the whole séance, and so each of its acts. */
  readonly irregularities: number;
  /** The affair of each ballot. */
  readonly ballots: { readonly [ballot: string]: string | null };
}

/** What a line's JSON holds. */
export interface LineRow {
  readonly entered: boolean;
  readonly session: string | null;
  readonly body: string | null;
  readonly bodyName: string | null;
  readonly date: string | null;
  readonly order: number | null;
  readonly sheet: number | null;
  readonly number: string | null;
  /** The report's, or else the agenda's. */
  readonly subject: string | null;
  readonly ofReport: boolean;
  readonly outcome: Outcome | null;
  readonly proclaimed: string | null;
  readonly certifiedAt: string | null;
  readonly publications: readonly Publication[];
  readonly transmission: Transmission | null;
  readonly fates: readonly Fate[];
  readonly irregularities: number;
}

const NEW: LineRow = {
  entered: false,
  session: null,
  body: null,
  bodyName: null,
  date: null,
  order: null,
  sheet: null,
  number: null,
  subject: null,
  ofReport: false,
  outcome: null,
  proclaimed: null,
  certifiedAt: null,
  publications: [],
  transmission: null,
  fates: [],
  irregularities: 0,
};

/** Rank of an affair whose order in its séance is not known: after the others. */
const LAST = Number.MAX_SAFE_INTEGER;

class RegisterProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly sessions: StateRows<SessionRow>;
  private readonly lines: StateRows<LineRow>;

  constructor(database: DatabaseSync) {
    this.sessions = new StateRows<SessionRow>(database, {
      select: 'SELECT state FROM register_session WHERE session = ?',
      insert: 'INSERT INTO register_session (irregularities, state, session) VALUES (?, ?, ?)',
      update: 'UPDATE register_session SET irregularities = ?, state = ? WHERE session = ?',
      columns: ({ irregularities }) => [irregularities],
      kept: 50,
    });
    this.lines = new StateRows<LineRow>(database, {
      select: 'SELECT state FROM register_line WHERE affair = ?',
      insert: `INSERT INTO register_line (entered, date, session, rank, body, state, affair)
               VALUES (?, ?, ?, ?, ?, ?, ?)`,
      update: `UPDATE register_line SET entered = ?, date = ?, session = ?, rank = ?, body = ?, state = ?
               WHERE affair = ?`,
      columns: ({ entered, date, session, order, body }) => [
        entered ? 1 : 0,
        date,
        session,
        order ?? LAST,
        body,
      ],
      kept: 1_000,
    });
    this.memories = [this.sessions, this.lines];
  }

  project(event: ProjectedEvent): void {
    this.projectFact(event);
    const { irregularities = [] } = event.data as { readonly irregularities?: readonly unknown[] };
    if (irregularities.length > 0) this.countIrregularities(event, irregularities.length);
  }

  private projectFact(event: ProjectedEvent): void {
    switch (event.type) {
      case 'SessionConvened': {
        const { body, date, bodyAtSession } = event.data;
        const session = { body, bodyName: bodyAtSession.name, date, irregularities: 0, ballots: {} };
        this.sessions.create(event.subject, session);
        return;
      }
      case 'SessionOpened':
        return this.changeSession(event.subject, { bodyName: event.data.bodyAtSession.name });
      case 'BallotOpened': {
        const { ballots } = this.sessions.get(event.subject, 'séance');
        const { ballot, affair } = event.data;
        return this.changeSession(event.subject, { ballots: { ...ballots, [ballot]: affair } });
      }
      case 'AffairPlacedOnAgenda':
        return this.place(event.subject, event.data);
      case 'AffairDecided': {
        const { affair, outcome, proclaimed } = event.data;
        return this.changeLine(affair, { outcome, proclaimed });
      }
      case 'AffairNoted':
        return this.changeLine(event.data.affair, { outcome: 'noted', proclaimed: event.data.proclaimed });
      case 'SheetsEntered':
        return this.enter(event.data);
      default:
        return this.projectPaper(event);
    }
  }

  private projectPaper(event: ProjectedEvent): void {
    switch (event.type) {
      case 'ReportSubmitted':
      case 'ReportRevised':
        return this.writeLine(event.subject, { subject: event.data.report.subject, ofReport: true });
      case 'AffairNumbered':
        return this.writeLine(event.subject, { number: event.data.number });
      case 'ExtractCertified':
        return this.writeLine(event.subject, { certifiedAt: event.clock });
      default:
        if (event.category === 'affair') this.follow(event as AffairEvent & EventPlace);
    }
  }

  /** What becomes of the act: transmitted, published, corrected, undone. */
  private follow(event: AffairEvent & EventPlace): void {
    const { publications, transmission, fates } = this.lines.find(event.subject) ?? NEW;
    const before = { ...affairAggregate.initial, publications, transmission, fates };
    const after = affairAggregate.evolve(before, event, event.metadata.occurredAt);
    this.writeLine(event.subject, {
      publications: after.publications,
      transmission: after.transmission,
      fates: after.fates,
    });
  }

  private place(session: string, placed: Placed): void {
    const { ofReport, subject } = this.lines.find(placed.affair) ?? NEW;
    const words = ofReport ? { subject } : { subject: placed.subject };
    this.writeLine(placed.affair, { session, order: placed.order, ...words });
  }

  private enter({ session, entries }: Entered): void {
    const { body, bodyName, date } = this.sessions.get(session, 'séance');
    for (const { affair, order, sheet } of entries) {
      this.changeLine(affair, { entered: true, session, body, bodyName, date, order, sheet });
    }
  }

  private countIrregularities(event: ProjectedEvent & EventPlace, count: number): void {
    const affair = event.category === 'affair' ? event.subject : this.affairOf(event);
    if (affair === 'none') return;
    if (affair === null) {
      const { irregularities } = this.sessions.get(event.subject, 'séance');
      this.changeSession(event.subject, { irregularities: irregularities + count });
    } else {
      const { irregularities } = this.lines.find(affair) ?? NEW;
      this.writeLine(affair, { irregularities: irregularities + count });
    }
  }

  /** The affair that an event of the room concerns; null: the whole séance; `none`: a ballot of the séance's own. */
  private affairOf(event: ProjectedEvent): string | null {
    const { affair = null, ballot } = event.data as { affair?: string | null; ballot?: string };
    if (ballot === undefined || affair !== null) return affair;
    return this.sessions.get(event.subject, 'séance').ballots[ballot] ?? 'none';
  }

  private changeSession(session: string, change: Partial<SessionRow>): void {
    this.sessions.set(session, { ...this.sessions.get(session, 'séance'), ...change });
  }

  /** For what presupposes that the affair is known. */
  private changeLine(affair: string, change: Partial<LineRow>): void {
    this.lines.get(affair, 'affair');
    this.writeLine(affair, change);
  }

  private writeLine(affair: string, change: Partial<LineRow>): void {
    this.lines.set(affair, { ...(this.lines.find(affair) ?? NEW), ...change });
  }
}

type Placed = Extract<DeliberationEvent, { type: 'AffairPlacedOnAgenda' }>['data'];
type Entered = Extract<DeliberationEvent, { type: 'SheetsEntered' }>['data'];
