import type { DatabaseSync } from 'node:sqlite';
import {
  affairAggregate,
  type AffairEvent,
  type AffairState,
  type Irregularity,
  type Outcome,
} from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/**
 * The affairs by id, number and alias, each with its paper; what happened in the room is the séance's. How an affair was
 * named: a row for each change, by the ordinal of the event that made it.
 */
export const affairsModel: ReadModel = {
  name: 'affairs',
  version: 7,
  categories: ['session', 'affair', 'number', 'register', 'record'],
  tables: `
CREATE TABLE affair (
  affair TEXT PRIMARY KEY,
  number TEXT,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE affair_named (
  affair TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  number TEXT,
  subject TEXT,
  PRIMARY KEY (affair, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE affair_alias (alias TEXT PRIMARY KEY, affair TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
  indexes: `
CREATE INDEX affair_by_number ON affair (number) WHERE number IS NOT NULL;
CREATE INDEX affair_alias_by_affair ON affair_alias (affair);
`,
  projector: (database) => new AffairsProjector(database),
};

/** What a row's JSON holds. */
export interface AffairRow {
  /** The séance on whose agenda it stands: the last one, where an affair was postponed from one to another. */
  readonly session: string | null;
  /** Those on whose agenda it stood before, in order. */
  readonly earlierSessions: readonly string[];
  readonly order: number | null;
  /** As the agenda words it. */
  readonly subject: string | null;
  readonly outcome: Outcome | null;
  readonly sheet: number | null;
  /** The register's clock at the certification. */
  readonly certifiedAt: string | null;
  /** Said when its number was taken; the others stand in the state. */
  readonly irregularities: readonly Irregularity[];
  readonly state: AffairState;
  /** Of the affair's stream; -1: it has none. */
  readonly revision: number;
}

const NEW: AffairRow = {
  session: null,
  earlierSessions: [],
  order: null,
  subject: null,
  outcome: null,
  sheet: null,
  certifiedAt: null,
  irregularities: [],
  state: affairAggregate.initial,
  revision: -1,
};

class AffairsProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly affairs: StateRows<AffairRow>;
  private readonly insertAlias;
  private readonly insertNamed;
  /** Of the event that is projected. */
  private ordinal = -1;

  constructor(database: DatabaseSync) {
    this.affairs = new StateRows<AffairRow>(database, {
      select: 'SELECT state FROM affair WHERE affair = ?',
      insert: 'INSERT INTO affair (number, state, affair) VALUES (?, ?, ?)',
      update: 'UPDATE affair SET number = ?, state = ? WHERE affair = ?',
      columns: ({ state }) => [state.number],
      kept: 500,
    });
    // A record's later revision may give a key to another affair.
    this.insertAlias = database.prepare('INSERT OR REPLACE INTO affair_alias (alias, affair) VALUES (?, ?)');
    // One event may change both.
    this.insertNamed = database.prepare(
      'INSERT OR REPLACE INTO affair_named (affair, ordinal, number, subject) VALUES (?, ?, ?, ?)',
    );
    this.memories = [this.affairs];
  }

  project(event: ProjectedEvent): void {
    this.ordinal = event.ordinal;
    if (event.category === 'affair') return this.evolve(event as AffairEvent & EventPlace);
    switch (event.type) {
      case 'AffairPlacedOnAgenda': {
        const { affair, order, subject } = event.data;
        const { session, earlierSessions: before } = this.affairs.find(affair) ?? NEW;
        const earlierSessions = session === null ? before : [...before, session];
        this.change(affair, { session: event.subject, earlierSessions, order, subject, outcome: null });
        return;
      }
      case 'NumberTaken':
        return this.tell(event.data.affair, event.data.irregularities);
      case 'AffairDecided':
        return this.end(event.data.affair, event, event.data.outcome);
      case 'AffairNoted':
        return this.end(event.data.affair, event, 'noted');
      case 'AffairPostponed':
        return this.end(event.data.affair, event, 'postponed');
      case 'AffairWithdrawn':
        return this.end(event.data.affair, event, 'withdrawn');
      case 'SheetsEntered':
        for (const { affair, sheet } of event.data.entries) {
          this.affairs.get(affair, 'affair');
          this.change(affair, { sheet });
        }
        return;
      case 'RecordImported':
        for (const { key, affair } of event.data.affairs)
          this.insertAlias.run(`${event.subject}/${key}`, affair);
        return;
      default:
        return;
    }
  }

  private evolve(event: AffairEvent & EventPlace): void {
    const { state, certifiedAt } = this.affairs.find(event.subject) ?? NEW;
    this.change(event.subject, {
      state: affairAggregate.evolve(state, event, event.metadata.occurredAt),
      revision: event.revision,
      certifiedAt: event.type === 'ExtractCertified' ? event.clock : certifiedAt,
    });
  }

  private tell(affair: string, told: readonly Irregularity[] = []): void {
    if (told.length === 0) return;
    const { irregularities } = this.affairs.find(affair) ?? NEW;
    this.change(affair, { irregularities: [...irregularities, ...told] });
  }

  private end(affair: string, event: EventPlace, outcome: Outcome): void {
    const { session } = this.affairs.get(affair, 'affair');
    if (session === event.subject) this.change(affair, { outcome });
  }

  private change(affair: string, change: Partial<AffairRow>): void {
    const before = this.affairs.find(affair) ?? NEW;
    const after = { ...before, ...change };
    this.affairs.set(affair, after);
    const [earlier, later] = [nameOf(before), nameOf(after)];
    if (earlier.number === later.number && earlier.subject === later.subject) return;
    this.insertNamed.run(affair, this.ordinal, later.number, later.subject);
  }
}

/** The report's subject, or else the agenda's. */
const nameOf = ({ state, subject }: AffairRow) => ({
  number: state.number,
  subject: state.report?.subject ?? subject,
});
