import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  affairAggregate,
  lastingFate,
  type AffairEvent,
  type DeliberationEvent,
  type Fate,
  type Outcome,
  type Publication,
  type Transmission,
} from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/** What lines are told apart by, beside their place: as columns, so that an index alone answers which are wanted. */
const FACTS_BUT_NUMBER = ['outcome', 'certified', 'fate', 'irregularities'] as const;
const FACTS = ['number_key', ...FACTS_BUT_NUMBER] as const;
const FACT_COLUMNS = `  number_key TEXT NOT NULL,
  outcome TEXT,
  certified INTEGER NOT NULL,
  fate TEXT,
  irregularities INTEGER NOT NULL,`;

/**
 * The register's lines, and what may become one: an affair is in once its séance's sheets are entered. From then on
 * each change of a line is kept beside it as a version, by the ordinal of the event that made it.
 */
export const registerModel: ReadModel = {
  name: 'register',
  version: 5,
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
${FACT_COLUMNS}
  state TEXT NOT NULL
) STRICT;
CREATE TABLE register_version (
  ordinal INTEGER NOT NULL,
  affair TEXT NOT NULL,
  date TEXT,
  session TEXT,
  rank INTEGER NOT NULL,
  body TEXT,
${FACT_COLUMNS}
  state TEXT NOT NULL
) STRICT;
`,
  indexes: `
CREATE INDEX register_version_in_order ON register_version (date, session, rank, affair, ordinal);
CREATE INDEX register_version_by_affair ON register_version (affair, ordinal);
CREATE INDEX register_version_by_ordinal ON register_version (ordinal, affair);
CREATE INDEX register_line_in_order ON register_line (date, session, rank, affair, ${FACTS.join(', ')}, body)
  WHERE entered = 1;
CREATE INDEX register_line_by_number ON register_line (number_key, date, session, rank, affair, ${FACTS_BUT_NUMBER.join(', ')}, body)
  WHERE entered = 1;
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
  /** The affairs whose lines are in. */
  readonly entered: readonly string[];
}

/** What a line's JSON holds. */
export interface LineRow {
  readonly entered: boolean;
  /** The register's clock when the line came in: an imported past is known only since then. */
  readonly knownSince: string | null;
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
  /** Its own; in a version, those of its whole séance as well. */
  readonly irregularities: number;
}

const NEW: LineRow = {
  entered: false,
  knownSince: null,
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

const COLUMNS = ['date', 'session', 'rank', 'body', ...FACTS] as const;

const columnsOf = (line: LineRow): readonly SQLInputValue[] => [
  line.date,
  line.session,
  line.order ?? LAST,
  line.body,
  numberKey(line.number),
  line.outcome,
  line.certifiedAt === null ? 0 : 1,
  lastingFate(line.fates)?.kind ?? null,
  line.irregularities,
];

/** So that 2023-9 comes before 2023-10; what has no number comes last. */
const numberKey = (number: string | null): string =>
  number?.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(12, '0')) ?? '\u{10FFFF}';

class RegisterProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly sessions: StateRows<SessionRow>;
  private readonly lines: StateRows<LineRow>;
  private readonly insertVersion: StatementSync;
  /** The lines that the event under way changes, as they were before it; null: whatever they were. */
  private readonly changing = new Map<string, LineRow | null>();

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
      insert: `INSERT INTO register_line (entered, ${COLUMNS.join(', ')}, state, affair)
               VALUES (?, ${COLUMNS.map(() => '?').join(', ')}, ?, ?)`,
      update: `UPDATE register_line SET entered = ?, ${COLUMNS.map((one) => `${one} = ?`).join(', ')}, state = ?
               WHERE affair = ?`,
      columns: (line) => [line.entered ? 1 : 0, ...columnsOf(line)],
      kept: 1_000,
    });
    this.insertVersion = database.prepare(
      `INSERT INTO register_version (ordinal, affair, ${COLUMNS.join(', ')}, state)
       VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')}, ?)`,
    );
    this.memories = [this.sessions, this.lines];
  }

  project(event: ProjectedEvent): void {
    this.changing.clear();
    this.projectFact(event);
    const { irregularities = [] } = event.data as { readonly irregularities?: readonly unknown[] };
    if (irregularities.length > 0) this.countIrregularities(event, irregularities.length);
    for (const [affair, before] of this.changing) this.keepVersion(event.ordinal, affair, before);
  }

  private keepVersion(ordinal: number, affair: string, before: LineRow | null): void {
    const line = this.lines.get(affair, 'affair');
    if (!line.entered || JSON.stringify(line) === JSON.stringify(before)) return;
    const { session } = line;
    const shared = session === null ? 0 : this.sessions.get(session, 'séance').irregularities;
    const version: LineRow = { ...line, irregularities: line.irregularities + shared };
    this.insertVersion.run(ordinal, affair, ...columnsOf(version), JSON.stringify(version));
  }

  private projectFact(event: ProjectedEvent): void {
    switch (event.type) {
      case 'SessionConvened': {
        const { body, date, bodyAtSession } = event.data;
        const session = {
          body,
          bodyName: bodyAtSession.name,
          date,
          irregularities: 0,
          ballots: {},
          entered: [],
        };
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
        return this.enter(event.data, event.clock);
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

  private enter({ session, entries }: Entered, clock: string): void {
    const { body, bodyName, date, entered } = this.sessions.get(session, 'séance');
    for (const { affair, order, sheet } of entries) {
      const knownSince = this.lines.get(affair, 'affair').knownSince ?? clock;
      this.writeLine(affair, { entered: true, knownSince, session, body, bodyName, date, order, sheet });
    }
    const affairs = new Set([...entered, ...entries.map(({ affair }) => affair)]);
    this.changeSession(session, { entered: [...affairs] });
  }

  private countIrregularities(event: ProjectedEvent & EventPlace, count: number): void {
    const affair = event.category === 'affair' ? event.subject : this.affairOf(event);
    if (affair === 'none') return;
    if (affair === null) {
      const { irregularities, entered } = this.sessions.get(event.subject, 'séance');
      this.changeSession(event.subject, { irregularities: irregularities + count });
      for (const line of entered) this.changing.set(line, null);
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
    const before = this.lines.find(affair) ?? NEW;
    if (!this.changing.has(affair)) this.changing.set(affair, before);
    this.lines.set(affair, { ...before, ...change });
  }
}

type Placed = Extract<DeliberationEvent, { type: 'AffairPlacedOnAgenda' }>['data'];
type Entered = Extract<DeliberationEvent, { type: 'SheetsEntered' }>['data'];
