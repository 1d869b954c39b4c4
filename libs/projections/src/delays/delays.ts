import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  listDueOn,
  minutesDueOn,
  publicationRule,
  regimeOf,
  transmissionDueOn,
  type BodyAtSession,
  type MentionKind,
  type Regime,
} from '../domain.js';
import type { EventPlace, Memory, ProjectedEvent, Projector, ReadModel } from '../engine/read-model.js';
import { StateRows } from '../engine/state-rows.js';

/**
 * What follows a séance, since when and until when, and when it was done. Where no rule is known for that kind of
 * authority on the séance's day there is no article, and nothing is asked: how long it took is kept all the same.
 */
export const delaysModel: ReadModel = {
  name: 'delays',
  version: 3,
  categories: ['session', 'affair'],
  tables: `
CREATE TABLE delay_session (session TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
CREATE TABLE delay (
  kind TEXT NOT NULL,
  session TEXT NOT NULL,
  affair TEXT NOT NULL,
  since TEXT,
  due TEXT,
  due_if_individual TEXT,
  article TEXT,
  record TEXT,
  done TEXT,
  undone INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, session, affair)
) STRICT, WITHOUT ROWID;
CREATE TABLE delay_deed (
  affair TEXT NOT NULL,
  mention TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  finishes TEXT,
  day TEXT NOT NULL,
  PRIMARY KEY (affair, mention, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX delay_by_affair ON delay (affair) WHERE affair <> '';
`,
  indexes: `
CREATE INDEX delay_not_done ON delay (due, session, affair, kind) WHERE done IS NULL AND article IS NOT NULL;
CREATE INDEX delay_by_session ON delay (session, kind);
`,
  projector: (database) => new DelaysProjector(database),
};

/** A séance, as far as what is to be done after it depends on it. */
interface SessionRow {
  readonly date: string;
  readonly regime: Regime | null;
  /** The affairs that were decided or noted. */
  readonly acts: readonly string[];
}

/** Begun or done, on a day that is not known: before any. */
const SOME_DAY = '';

/** What is undone has nothing more to be done. */
export const EVERYTHING = 'everything';

class DelaysProjector implements Projector {
  readonly memories: readonly Memory[];
  private readonly sessions: StateRows<SessionRow>;
  private readonly insert: StatementSync;
  private readonly finish: StatementSync;
  private readonly insertDeed: StatementSync;
  private readonly deleteDeed: StatementSync;
  private readonly settleAct: StatementSync;
  private readonly beginAcknowledgement: StatementSync;

  constructor(database: DatabaseSync) {
    this.sessions = new StateRows<SessionRow>(database, {
      select: 'SELECT state FROM delay_session WHERE session = ?',
      insert: 'INSERT INTO delay_session (state, session) VALUES (?, ?)',
      update: 'UPDATE delay_session SET state = ? WHERE session = ?',
      columns: () => [],
      kept: 50,
    });
    this.memories = [this.sessions];
    this.insert = database.prepare(
      `INSERT INTO delay (kind, session, affair, since, due, due_if_individual, article, record)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.finish = database.prepare(
      'UPDATE delay SET done = ? WHERE kind = ? AND session = ? AND done IS NULL',
    );
    this.insertDeed = database.prepare(
      'INSERT INTO delay_deed (affair, mention, ordinal, finishes, day) VALUES (?, ?, ?, ?, ?)',
    );
    this.deleteDeed = database.prepare(
      `DELETE FROM delay_deed WHERE affair = ?1 AND mention = ?2 AND ordinal =
         (SELECT ordinal FROM delay_deed WHERE affair = ?1 AND mention = ?2 ORDER BY ordinal LIMIT 1 OFFSET ?3)`,
    );
    this.settleAct = database.prepare(
      `UPDATE delay SET (done, undone) = (
         SELECT max(day), ifnull(max(finishes = '${EVERYTHING}'), 0) FROM (
           SELECT day, finishes FROM delay_deed WHERE affair = ?1 AND finishes IN (delay.kind, '${EVERYTHING}')
           ORDER BY ordinal LIMIT 1))
       WHERE affair = ?1 AND affair <> ''`,
    );
    this.beginAcknowledgement = database.prepare(
      `UPDATE delay SET since = (
         SELECT day FROM delay_deed WHERE affair = ?1 AND mention = 'transmission' ORDER BY ordinal LIMIT 1)
       WHERE affair = ?1 AND affair <> '' AND kind = 'acknowledgement'`,
    );
  }

  project(event: ProjectedEvent): void {
    switch (event.type) {
      case 'SessionConvened': {
        const { date, bodyAtSession } = event.data;
        this.sessions.create(event.subject, { date, regime: regimeAt(bodyAtSession), acts: [] });
        return;
      }
      case 'AffairDecided':
      case 'AffairNoted':
        return this.addAct(event.subject, event.data.affair);
      case 'SessionClosed':
        return this.begin(event.subject, event.metadata.source?.record ?? null);
      case 'ListPosted':
        this.finish.run(event.data.on ?? SOME_DAY, 'list', event.subject);
        return;
      case 'MinutesSettled':
        return this.awaitMinutes(event.subject, event.data.on, event.metadata.source?.record ?? null);
      case 'MinutesPublished':
        this.finish.run(event.data.on ?? SOME_DAY, 'minutes', event.subject);
        return;
      case 'TransmittedToPrefecture':
        return this.mention(event, 'transmission', 'transmission', event.data.on);
      case 'TransmissionAcknowledged':
        return this.mention(event, 'acknowledgement', 'acknowledgement', event.data.on);
      case 'DeliberationPublished':
        return this.mention(event, 'publication', 'publication', event.data.on);
      case 'DeliberationWithdrawn':
      case 'DeliberationReplaced':
      case 'DeliberationAnnulled':
        return this.mention(event, 'fate', EVERYTHING, event.data.on);
      case 'MaterialErrorCorrected':
      case 'DeliberationRectified':
      case 'DeliberationRepealed':
      case 'VoteRectified':
        return this.mention(event, 'fate', null, event.data.on);
      case 'MentionStruckOut':
        this.deleteDeed.run(event.subject, event.data.kind, event.data.place - 1);
        return this.settle(event.subject);
      default:
        return;
    }
  }

  private mention(act: EventPlace, mention: MentionKind, finishes: string | null, on: string | null): void {
    this.insertDeed.run(act.subject, mention, act.ordinal, finishes, on ?? SOME_DAY);
    if (finishes !== null) this.settleAct.run(act.subject);
    if (mention === 'transmission') this.beginAcknowledgement.run(act.subject);
  }

  private settle(affair: string): void {
    this.settleAct.run(affair);
    this.beginAcknowledgement.run(affair);
  }

  private addAct(session: string, affair: string): void {
    const row = this.sessions.get(session, 'séance');
    this.sessions.set(session, { ...row, acts: [...row.acts, affair] });
  }

  private begin(session: string, record: string | null): void {
    const { date, regime, acts } = this.sessions.get(session, 'séance');
    const list = listDueOn(regime, date);
    this.insert.run('list', session, '', date, list?.day ?? null, null, list?.article ?? null, record);
    const published = publicationRule(regime, date)?.article ?? null;
    const { day = null, article = null } = transmissionDueOn(regime, date) ?? {};
    for (const affair of new Set(acts)) {
      this.insert.run('publication', session, affair, date, null, null, published, record);
      this.insert.run('transmission', session, affair, date, null, day, article, record);
      // It proves, it is no condition (R25): no article asks for it, and it is awaited once the act was transmitted.
      this.insert.run('acknowledgement', session, affair, null, null, null, null, record);
      this.settle(affair);
    }
  }

  private awaitMinutes(session: string, on: string | null, record: string | null): void {
    const { date, regime } = this.sessions.get(session, 'séance');
    const due = minutesDueOn(regime, date, on ?? date);
    const day = on === null ? null : (due?.day ?? null);
    this.insert.run('minutes', session, '', on ?? SOME_DAY, day, null, due?.article ?? null, record);
  }
}

const regimeAt = ({ authority, kind }: BodyAtSession): Regime | null => regimeOf(authority.kind, kind);
