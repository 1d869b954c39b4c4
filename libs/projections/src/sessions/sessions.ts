import type { DatabaseSync } from 'node:sqlite';
import { sessionAggregate, type SessionEvent, type SessionState } from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';
import { ballotFigures, outcomeFigures, SEAT_FIGURES, seatFigures } from './figures.js';
import { membersAt } from './member-rows.js';

/** The séances as they stand, and what was said of them by the records that they were imported from. */
export const sessionsModel: ReadModel = {
  name: 'sessions',
  version: 9,
  categories: ['session', 'record'],
  tables: `
CREATE TABLE session (
  session TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  date TEXT NOT NULL,
  status TEXT NOT NULL,
  body_name TEXT NOT NULL,
  affairs INTEGER NOT NULL,
  decided INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE session_record (
  record TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  affairs TEXT NOT NULL
) STRICT;
CREATE TABLE session_disagreement (
  record TEXT NOT NULL,
  revision INTEGER NOT NULL,
  disagreement TEXT NOT NULL,
  PRIMARY KEY (record, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE session_member (
  member TEXT NOT NULL,
  date TEXT NOT NULL,
  session TEXT NOT NULL,
  body TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  presence TEXT,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE session_figures (
  session TEXT PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  body TEXT NOT NULL,
  body_name TEXT NOT NULL,
  date TEXT NOT NULL,
  held INTEGER NOT NULL,
  second INTEGER,
  in_office INTEGER,
${SEAT_FIGURES.map((figure) => `  ${figure} INTEGER NOT NULL`).join(',\n')}
) STRICT, WITHOUT ROWID;
CREATE TABLE session_turnout (
  session TEXT NOT NULL,
  affair TEXT,
  method TEXT,
  roll INTEGER,
  voted INTEGER,
  expressed INTEGER
) STRICT;
CREATE TABLE session_outcome (
  session TEXT NOT NULL,
  affair TEXT NOT NULL,
  outcome TEXT,
  unanimous INTEGER,
  PRIMARY KEY (session, affair)
) STRICT, WITHOUT ROWID;
`,
  indexes: `
CREATE INDEX session_member_by_member ON session_member (member, date, session);
CREATE INDEX session_member_by_session ON session_member (session, member);
CREATE INDEX session_by_date ON session (date, session);
CREATE INDEX session_record_by_session ON session_record (session);
`,
  projector: (database) => new SessionsProjector(database),
};

/** What a row's JSON holds. */
export interface SessionRow {
  readonly revision: number;
  readonly state: SessionState;
}

class SessionsProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly sessions: StateRows<SessionRow>;
  private readonly insertRecord;
  private readonly insertDisagreement;
  private readonly insertMember;
  private readonly insertFigures;
  private readonly insertTurnout;
  private readonly insertOutcome;

  constructor(database: DatabaseSync) {
    this.sessions = sessionRows(database);
    // A record's later revision takes the place of the earlier one.
    this.insertRecord = database.prepare(
      'INSERT OR REPLACE INTO session_record (record, session, affairs) VALUES (?, ?, ?)',
    );
    this.insertDisagreement = database.prepare(
      'INSERT INTO session_disagreement (record, revision, disagreement) VALUES (?, ?, ?)',
    );
    this.insertMember = database.prepare(
      `INSERT INTO session_member (member, date, session, body, ordinal, presence, state)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.insertFigures = database.prepare(
      `INSERT INTO session_figures (session, ordinal, body, body_name, date, held, second, in_office, ${SEAT_FIGURES.join(', ')})
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${SEAT_FIGURES.map(() => '?').join(', ')})`,
    );
    this.insertTurnout = database.prepare(
      'INSERT INTO session_turnout (session, affair, method, roll, voted, expressed) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.insertOutcome = database.prepare(
      'INSERT INTO session_outcome (session, affair, outcome, unanimous) VALUES (?, ?, ?, ?)',
    );
    this.memories = [this.sessions];
  }

  project(event: ProjectedEvent): void {
    switch (event.type) {
      case 'RecordImported': {
        const { session, affairs } = event.data;
        this.insertRecord.run(event.subject, session, JSON.stringify(affairs));
        return;
      }
      case 'DisagreementRecorded':
        this.insertDisagreement.run(event.subject, event.revision, JSON.stringify(event.data));
        return;
      default:
        this.evolve(event as SessionEvent & EventPlace);
    }
  }

  private evolve(event: SessionEvent & EventPlace): void {
    const state = this.sessions.find(event.subject)?.state ?? sessionAggregate.initial;
    checkSubject(state, event);
    const next = sessionAggregate.evolve(state, event, event.metadata.occurredAt);
    this.sessions.set(event.subject, { revision: event.revision, state: next });
    if (event.type === 'SessionClosed') this.close(event, next);
    if (event.type === 'SessionNotQuorate') this.count(event, next);
  }

  // A closed séance's room and votes change no more: what is corrected later stands beside them. So a row, and the
  // ordinal since which it is known, is all that the past of a member needs.
  private close(place: EventPlace, state: SessionState): void {
    const { subject: session, ordinal } = place;
    const { body, date } = convenedOf(state);
    for (const [member, told] of membersAt(state)) {
      this.insertMember.run(member, date, session, body, ordinal, told.presence, JSON.stringify(told));
    }
    this.count(place, state);
    for (const { affair, method, roll, voted, expressed } of ballotFigures(state)) {
      this.insertTurnout.run(session, affair, method, roll, voted, expressed);
    }
    for (const { affair, outcome, unanimous } of outcomeFigures(state)) {
      this.insertOutcome.run(session, affair, outcome, unanimous === null ? null : Number(unanimous));
    }
  }

  private count({ subject: session, ordinal }: EventPlace, state: SessionState): void {
    const { body, date, secondConvocation } = convenedOf(state);
    const { name, inOffice } = state.bodyAtSession ?? { name: body, inOffice: null };
    const held = Number(state.status === 'closed');
    const second = secondConvocation === null ? null : Number(secondConvocation);
    const seats = seatFigures(state);
    const counts = SEAT_FIGURES.map((figure) => seats[figure]);
    this.insertFigures.run(session, ordinal, body, name, date, held, second, inOffice, ...counts);
  }
}

function convenedOf({ convened }: SessionState): NonNullable<SessionState['convened']> {
  if (convened === null) throw new Error('the séance was not convened');
  return convened;
}

// `evolve` passes over what it does not find; a séance missing a fact that it was told is not to be shown as whole.
function checkSubject(state: SessionState, event: SessionEvent): void {
  if (state.convened === null && event.type !== 'SessionConvened') {
    throw new Error('the séance was not convened');
  }
  const { affair, ballot } = event.data as {
    readonly affair?: string | null;
    readonly ballot?: string | null;
  };
  const placed = event.type === 'AffairPlacedOnAgenda' || state.affairs.some(({ id }) => id === affair);
  if (affair !== undefined && affair !== null && !placed) {
    throw new Error(`affair ${affair} is not on the agenda`);
  }
  const opened = event.type === 'BallotOpened' || state.ballots.some(({ id }) => id === ballot);
  if (ballot !== undefined && ballot !== null && !opened) throw new Error(`ballot ${ballot} was not opened`);
}

const sessionRows = (database: DatabaseSync): StateRows<SessionRow> =>
  new StateRows<SessionRow>(database, {
    select: 'SELECT state FROM session WHERE session = ?',
    insert: `INSERT INTO session (body, date, status, body_name, affairs, decided, state, session)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    update: `UPDATE session SET body = ?, date = ?, status = ?, body_name = ?, affairs = ?, decided = ?, state = ?
             WHERE session = ?`,
    columns: ({ state: { convened, bodyAtSession, status, affairs } }) => {
      if (convened === null || bodyAtSession === null) throw new Error('the séance was not convened');
      const decided = affairs.filter(({ outcome }) => outcome === 'adopted' || outcome === 'rejected').length;
      return [convened.body, convened.date, status, bodyAtSession.name, affairs.length, decided];
    },
    kept: 16,
  });
