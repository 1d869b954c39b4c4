import type { DatabaseSync } from 'node:sqlite';
import type { Member, Seat } from '@registre/deliberation';
import type { Memory } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/** A person as sentences name them. */
export type Person = Pick<Member, 'givenName' | 'familyName' | 'civility'>;
export type People = { readonly [ref: string]: Person };

/** Ordinal of the last event that said a thing which may be said again, by thing (e.g. `report`). */
export type LastSaid = { readonly [thing: string]: number };

export interface BodyContext {
  readonly name: string;
  readonly people: People;
}

export interface SessionContext {
  /** In words: « jeudi 12 octobre 2023 ». */
  readonly day: string;
  readonly people: People;
  readonly said: LastSaid;
}

export interface AffairContext {
  readonly session: string | null;
  readonly order: number | null;
  readonly subject: string | null;
  readonly said: LastSaid;
}

export interface BallotContext {
  readonly session: string;
  readonly affair: string | null;
  readonly said: LastSaid;
}

export interface RecordContext {
  readonly session: string | null;
  /** Ids of the affairs by their key in the record. */
  readonly affairs: { readonly [key: string]: string };
  /** Disagreements met before the record said which its séance and affairs are. */
  readonly waiting: readonly { readonly ordinal: number; readonly key: string | null }[];
  readonly said: LastSaid;
}

export const NEW_AFFAIR: AffairContext = { session: null, order: null, subject: null, said: {} };
export const NEW_RECORD: RecordContext = { session: null, affairs: {}, waiting: [], said: {} };

export const CONTEXT_TABLES = ['body', 'session', 'affair', 'ballot', 'record']
  .map(
    (kind) => `CREATE TABLE audit_${kind} (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  )
  .join('\n');

/** What the sentences need of the events before: names, subjects, and which event said a thing last. */
export class Contexts {
  readonly bodies: StateRows<BodyContext>;
  readonly sessions: StateRows<SessionContext>;
  readonly affairs: StateRows<AffairContext>;
  readonly ballots: StateRows<BallotContext>;
  readonly records: StateRows<RecordContext>;

  constructor(database: DatabaseSync) {
    this.bodies = contextRows(database, 'body', 50);
    this.sessions = contextRows(database, 'session', 50);
    this.affairs = contextRows(database, 'affair', 1_000);
    this.ballots = contextRows(database, 'ballot', 500);
    this.records = contextRows(database, 'record', 20);
  }

  get all(): readonly Memory[] {
    return [this.bodies, this.sessions, this.affairs, this.ballots, this.records];
  }
}

const contextRows = <S>(
  database: DatabaseSync,
  kind: 'body' | 'session' | 'affair' | 'ballot' | 'record',
  kept: number,
): StateRows<S> =>
  new StateRows<S>(database, {
    select: `SELECT state FROM audit_${kind} WHERE id = ?`,
    insert: `INSERT INTO audit_${kind} (state, id) VALUES (?, ?)`,
    update: `UPDATE audit_${kind} SET state = ? WHERE id = ?`,
    columns: () => [],
    kept,
  });

/** The seats' holders by ref. */
export const peopleOf = (seats: readonly Seat[] | null): People =>
  Object.fromEntries(
    (seats ?? []).map(({ ref, givenName, familyName, civility }) => [
      ref,
      { givenName, familyName, civility },
    ]),
  );
