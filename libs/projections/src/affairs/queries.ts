import {
  enforceability,
  irregularitiesOfAct,
  makesAnAct,
  namedAt,
  type AffairInSession,
  type Member,
  type Seat,
  type SessionState,
} from '../domain.js';
import { MAX_LIMIT } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { importOf, sessionRow } from '../sessions/queries.js';
import type {
  ActIrregularity,
  AffairDossier,
  AffairLine,
  AffairPaper,
  EarlierSession,
  SessionPapers,
  SessionStatus,
} from '../views.js';
import type { AffairRow } from './affairs.js';

/** The affair's dossier; undefined when no agenda has an affair of that id. */
export function affair(snapshot: ReadSnapshot, id: string): AffairDossier | undefined {
  const freshness = snapshot.freshness('affairs', 'sessions');
  const row = affairRow(snapshot, id);
  if (row === undefined || row.session === null) return undefined;
  const state = sessionRow(snapshot, row.session)?.state;
  const agenda = state?.affairs.find((one) => one.id === id);
  if (state === undefined || agenda === undefined) return undefined;
  const { number, extract } = row.state;
  return {
    affair: id,
    alias: aliasOf(snapshot, id),
    session: row.session,
    earlierSessions: row.earlierSessions.map((one) => earlierSession(snapshot, one, id)),
    ...factsOfSession(snapshot.authority, state),
    number,
    sheet: row.sheet,
    agenda,
    ballots: state.ballots.filter((ballot) => ballot.affair === id),
    ...paperOf(row),
    extract: extract && row.certifiedAt !== null ? { ...extract, certifiedAt: row.certifiedAt } : null,
    enforceability: enforceabilityOf(row, agenda, state),
    inEffect: null,
    irregularities: irregularitiesOf(id, state, row),
    disagreements: importOf(snapshot, row.session).disagreements.filter(
      ({ affair: key }) => key === null || key === agenda.key,
    ),
    asKnown: null,
    revision: row.revision,
    freshness,
  };
}

/** How far the paper of each affair of a séance is; undefined: there is no such séance. */
export function sessionPapers(snapshot: ReadSnapshot, session: string): SessionPapers | undefined {
  const freshness = snapshot.freshness('affairs', 'sessions');
  const state = sessionRow(snapshot, session)?.state;
  if (state === undefined) return undefined;
  return { items: state.affairs.map((agenda) => paperLine(snapshot, agenda)), freshness };
}

function paperLine(snapshot: ReadSnapshot, agenda: AffairInSession): AffairPaper {
  const { id, key, order, subject, outcome } = agenda;
  const row = affairRow(snapshot, id);
  const { report = null, number = null, annexes = null, reportVersion = 0 } = row?.state ?? {};
  return {
    affair: id,
    key,
    order,
    subject,
    outcome,
    number,
    report: report && {
      version: reportVersion,
      rapporteur: report.rapporteur,
      classification: report.classification,
      delegation: report.delegation,
      hasText: report.text !== null,
      articles: report.articles?.length ?? null,
    },
    annexes,
    revision: row?.revision ?? -1,
  };
}

/** The séance on whose agenda an affair was placed last; null where there is none, or while this read model is halted. */
export function lastAgendaOf(snapshot: ReadSnapshot, affair: string): string | null {
  if (snapshot.freshness('affairs').halted !== null) return null;
  return affairRow(snapshot, affair)?.session ?? null;
}

function earlierSession(snapshot: ReadSnapshot, session: string, id: string): EarlierSession {
  const state = sessionRow(snapshot, session)?.state;
  const affair = state?.affairs.find((one) => one.id === id);
  if (state?.convened == null || affair === undefined) throw new Error(`no affair ${id} in ${session}`);
  const { order, outcome, outcomeReason: reason } = affair;
  return {
    session,
    date: state.convened.date,
    status: state.status as SessionStatus,
    order,
    outcome,
    reason,
  };
}

function paperOf({ state }: AffairRow) {
  const { report, reportVersion, annexes, contents, erasures } = state;
  const { transmission, acknowledgement, publications, fates } = state;
  return {
    report,
    reportVersion,
    annexes,
    contents,
    erasures,
    transmission,
    acknowledgement,
    publications,
    fates,
  };
}

function enforceabilityOf({ state }: AffairRow, { outcome }: AffairInSession, session: SessionState) {
  if (!makesAnAct(outcome) || session.convened === null) return null;
  const { publications, transmission } = state;
  // Nothing tells yet the few acts that need not be transmitted (L2131-2) from the others.
  const facts = { decidedOn: session.convened.date, publications, transmission, mustBeTransmitted: null };
  return enforceability(facts);
}

/**
 * The affairs that an id, a number of the authority's own or `RECORD/KEY` names, by date: a number may be borne by
 * several. At most `MAX_LIMIT`.
 */
export function findAffairs(snapshot: ReadSnapshot, text: string): readonly AffairLine[] {
  snapshot.freshness('affairs');
  snapshot.freshness('sessions');
  const name = text.normalize('NFC');
  return snapshot
    .rows(
      `SELECT affair.affair AS affair, affair.state AS state, session, date, body, body_name AS bodyName
       FROM affair JOIN session ON session.session = affair.state ->> 'session'
       WHERE affair.affair IN (SELECT ?1 UNION SELECT affair FROM affair_alias WHERE alias = ?1
         UNION SELECT affair FROM affair WHERE number = ?1)
       ORDER BY date, session, affair.affair LIMIT ?2`,
      name,
      MAX_LIMIT,
    )
    .map((row) => lineOf(snapshot, row));
}

function lineOf(snapshot: ReadSnapshot, row: Row): AffairLine {
  const { affair: id, state: text, ...session } = row as Record<string, string>;
  const { state, order, subject, outcome } = JSON.parse(text as string) as AffairRow;
  return {
    affair: id as string,
    alias: aliasOf(snapshot, id as string),
    number: state.number,
    order,
    subject: state.report?.subject ?? subject ?? '',
    outcome,
    ...(session as Pick<AffairLine, 'session' | 'date' | 'body' | 'bodyName'>),
  };
}

function affairRow(snapshot: ReadSnapshot, id: string): AffairRow | undefined {
  const row = snapshot.row('SELECT state FROM affair WHERE affair = ?', id);
  return row === undefined ? undefined : (JSON.parse(row.state as string) as AffairRow);
}

function aliasOf(snapshot: ReadSnapshot, id: string): string | null {
  const row = snapshot.row('SELECT min(alias) AS alias FROM affair_alias WHERE affair = ?', id);
  return (row?.alias as string | null | undefined) ?? null;
}

function factsOfSession(key: string, state: SessionState) {
  const { convened, bodyAtSession, status } = state;
  if (convened === null || bodyAtSession === null || status === 'none') {
    throw new Error('a séance that holds affairs was not convened');
  }
  return {
    date: convened.date,
    body: convened.body,
    bodyName: bodyAtSession.name,
    authority: { ...bodyAtSession.authority, key },
    sessionStatus: status,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    convenedOn: convened.convenedOn,
    secretaries: state.secretaries,
    inOffice: bodyAtSession.inOffice,
    members: Object.fromEntries((namedAt(bodyAtSession) ?? []).map((seat) => [seat.ref, memberOf(seat)])),
    attendance: state.attendance,
    proxies: state.proxies,
    movements: state.movements,
  };
}

function memberOf(seat: Seat): Member {
  const { ref, givenName, familyName, civility, formOfAddress, office, group, birthDate } = seat;
  return { ref, givenName, familyName, civility, formOfAddress, office, group, birthDate };
}

/** Those of the paper, of the affair's line in the séance, and of the séance as a whole: they touch all its acts. */
function irregularitiesOf(id: string, state: SessionState, row: AffairRow): readonly ActIrregularity[] {
  const ofNumber = row.irregularities.map((one) => ({ ...one, event: 'NumberTaken' as const }));
  const onPaper = [...ofNumber, ...row.state.irregularities];
  return [...irregularitiesOfAct(state, id), ...onPaper.map((one) => ({ ...one, affair: id, ballot: null }))];
}
