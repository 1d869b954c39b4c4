import {
  outcomeLong,
  resultLong,
  type AffairInSession,
  type BallotInSession,
  type ExtractSubject,
  type Report,
  type SessionState,
} from '@registre/deliberation';
import { ballotContext } from './ballot-context.js';
import type { AffairContext, BallotContext, ReportContext } from './context.js';
import type { People } from './people.js';
import { presenceContext, roomForAffair } from './presence-context.js';

/** The affair as a template receives it. */
export function affairContext(
  { session, paper, sheet }: ExtractSubject,
  affair: AffairInSession,
  reportText: string | null,
  people: People,
): AffairContext {
  const ballots = session.ballots.filter((ballot) => ballot.affair === affair.id && ballot.voided === null);
  const deciding = decidingBallots(affair, ballots);
  return {
    key: affair.key,
    order: affair.order,
    number: paper.number,
    sheet,
    ...reportContext(paper.report, reportText, affair.subject, people),
    annexes: paper.annexes?.map(({ title, sha256 }) => ({ title, sha256 })) ?? null,
    chair: chairOf(session, affair, deciding, people),
    ...presenceContext(session, affair, ballots, people),
    ballots: ballotContexts(affair, ballots, deciding, people),
    outcome: affair.outcome,
    outcomeReason: affair.outcomeReason,
    resultLong: affairResultLong(affair, deciding),
    proclaimed: affair.proclaimed ?? proclaimedBy(deciding),
  };
}

function reportContext(
  report: Report | null,
  text: string | null,
  placedSubject: string,
  people: People,
): ReportContext {
  const rapporteur = report?.rapporteur ?? null;
  return {
    subject: report?.subject ?? placedSubject,
    classification: report?.classification ?? null,
    references: report?.references ?? null,
    rapporteur: rapporteur && {
      member: rapporteur.member === null ? null : people(rapporteur.member),
      role: rapporteur.role,
    },
    delegation: report?.delegation ?? null,
    report: text,
    reportFormat: report?.format ?? 'text',
    citations: report?.citations ?? null,
    recitals: report?.recitals ?? null,
    articles: report?.articles ?? null,
  };
}

/** Those that decide the affair: those it names, or its only ballot where it was put to the vote. */
function decidingBallots(
  { decidingBallots: named, outcome }: AffairInSession,
  ballots: readonly BallotInSession[],
): readonly BallotInSession[] {
  if (named !== null) return ballots.filter(({ id }) => named.includes(id));
  const votedOn = outcome === 'adopted' || outcome === 'rejected';
  return votedOn && ballots.length === 1 ? ballots : [];
}

/** Who presides at the vote that decides: the chair may be left for it (R20); else when the affair is called. */
function chairOf(
  session: SessionState,
  affair: AffairInSession,
  deciding: readonly BallotInSession[],
  people: People,
) {
  const chair = deciding.at(-1)?.chair ?? roomForAffair(session, affair).chair;
  return chair === null ? null : people(chair);
}

/** An affair that was adopted or rejected was voted on: without a ballot, its ballots are unknown, not none. */
function ballotContexts(
  { outcome }: AffairInSession,
  ballots: readonly BallotInSession[],
  deciding: readonly BallotInSession[],
  people: People,
): readonly BallotContext[] | null {
  if (ballots.length === 0 && (outcome === 'adopted' || outcome === 'rejected')) return null;
  return ballots.map((ballot) => ballotContext(ballot, deciding.includes(ballot), people));
}

/** The declared outcome; unanimous where every deciding ballot gave that outcome so. */
function affairResultLong({ outcome }: AffairInSession, deciding: readonly BallotInSession[]): string | null {
  if (outcome === null) return null;
  const [first, ...others] = deciding.map(({ closed }) => closed?.computed ?? null);
  const allAlike = others.every(
    (one) => one?.outcome === first?.outcome && one?.unanimous === first?.unanimous,
  );
  return first?.outcome === outcome && allAlike ? resultLong(first) : outcomeLong(outcome);
}

function proclaimedBy(deciding: readonly BallotInSession[]): string | null {
  const words = deciding.flatMap(({ closed }) => closed?.declared.proclaimed ?? []);
  return words.length === 0 ? null : words.join(' ');
}
