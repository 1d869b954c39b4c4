import {
  knownVotes,
  roomOf,
  type AffairInSession,
  type BallotInSession,
  type Room,
  type SessionState,
  type Stated,
} from '@registre/deliberation';
import type { PresenceContext } from './context.js';
import type { People } from './people.js';

const UNKNOWN_ROOM: Room = { present: null, excused: null, absent: null, proxies: null, chair: null };
const NOTHING_STATED: Stated = {
  inOffice: null,
  present: null,
  represented: null,
  excused: null,
  absent: null,
  voters: null,
  quorumRequired: null,
  quorumReached: null,
  substitutesPresent: null,
};

/**
 * Who is there for the affair: the room when it was put into discussion. For an affair that was not, the room of
 * the séance if nobody came or went; else it is not known.
 */
export const roomForAffair = (session: SessionState, affair: AffairInSession): Room =>
  affair.called?.room ?? (nobodyMoved(session) ? roomOf(session) : UNKNOWN_ROOM);

/** Presence, proxies and quorum as a template receives them. Names count; where there are none, the source does. */
export function presenceContext(
  session: SessionState,
  affair: AffairInSession,
  ballots: readonly BallotInSession[],
  people: People,
): PresenceContext {
  const room = roomForAffair(session, affair);
  const stated = statedForAffair(session, affair);
  const represented = representedIn(room);
  return {
    present: room.present?.map(people) ?? null,
    represented: represented?.map(people) ?? null,
    excused: room.excused?.map(people) ?? null,
    absent: room.absent?.map(people) ?? null,
    recused: affair.called?.recusals ?? null,
    proxies: proxiesIn(room, people),
    presentCount: room.present?.length ?? stated.present,
    representedCount: represented?.length ?? stated.represented,
    excusedCount: room.excused?.length ?? stated.excused,
    absentCount: room.absent?.length ?? stated.absent,
    voterCount: voterCount(room, affair, ballots) ?? stated.voters,
    quorum: quorumContext(session, affair, stated),
  };
}

const nobodyMoved = ({ movements }: SessionState): boolean => (movements ?? []).length === 0;

/** What the source counts at this affair; what it counts at the opening stands as long as nobody moves. */
function statedForAffair(session: SessionState, affair: AffairInSession): Stated {
  const opening = nobodyMoved(session) ? session.stated : null;
  const known = Object.entries(affair.stated ?? {}).filter(([, count]) => count !== null);
  return { ...NOTHING_STATED, ...opening, ...Object.fromEntries(known) };
}

const representedIn = ({ proxies }: Room): readonly string[] | null =>
  proxies === null ? null : [...new Set(proxies.map(({ giver }) => giver))];

/** Unknown as a whole where one bearer is: a list that leaves some out would read as complete. */
function proxiesIn({ proxies }: Room, people: People): PresenceContext['proxies'] {
  if (proxies === null) return null;
  const named = proxies.flatMap(({ giver, bearer }) =>
    bearer === null ? [] : [{ giver: people(giver), bearer: people(bearer) }],
  );
  return named.length === proxies.length ? named : null;
}

/**
 * Those present and represented. Where recusals are unknown that is a ceiling, which a ballot whose votes reach it
 * proves; else null.
 */
function voterCount(room: Room, { called }: AffairInSession, ballots: readonly BallotInSession[]) {
  const represented = representedIn(room);
  if (room.present === null || represented === null) return null;
  const atMost = room.present.length + represented.length;
  const recusalsKnown = called !== null && called.recusals !== null;
  const reached = ballots.some(({ closed }) => closed !== null && knownVotes(closed.tally.counts) === atMost);
  return recusalsKnown || reached ? atMost : null;
}

function quorumContext(session: SessionState, { called }: AffairInSession, stated: Stated) {
  const quorum = called?.quorum;
  return {
    inOffice: quorum?.inOffice ?? session.bodyAtSession?.inOffice ?? stated.inOffice,
    required: quorum?.required ?? stated.quorumRequired,
    present: quorum?.present ?? null,
    reached: quorum?.reached ?? stated.quorumReached,
  };
}
