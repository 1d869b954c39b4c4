import {
  NO_COUNTS,
  resultOfElection,
  resultOfVote,
  type ChairVote,
  type ComputedResult,
  type Counts,
} from '@registre/deliberation';
import {
  before,
  during,
  namesAreWhole,
  OPENING,
  roomAt,
  type Course,
  type Place,
} from '../session-record/course.js';
import type { RecordAffair, RecordBallot } from '../session-record/session-record.js';

/** A ballot of the séance or of an affair. */
export interface BallotAt {
  readonly ballot: RecordBallot;
  readonly path: string;
  /** Null: a ballot of the séance itself. */
  readonly affair: RecordAffair | null;
  readonly rank: number | null;
}

/** All the ballots, in the order in which they were held. */
export const ballotsOf = ({ record, affairs }: Course): readonly BallotAt[] => [
  ...(record.session.ballots ?? []).map((ballot, index) => ({
    ballot,
    path: `session.ballots.${index}`,
    affair: null,
    rank: null,
  })),
  ...affairs.flatMap(({ affair, rank, path }) =>
    (affair.ballots ?? []).map((ballot, index) => ({
      ballot,
      path: `${path}.ballots.${index}`,
      affair,
      rank,
    })),
  ),
];

/** Who may vote in a ballot, as far as the names tell. */
export interface Electorate {
  /** Null: the present or the proxies are not known, and anybody may. */
  readonly voters: ReadonlySet<string> | null;
  /** Whether they are all voters: nobody keeps out of the affair without being named. */
  readonly exact: boolean;
}

/** The present and the represented, less those who keep out of the affair and those whose proxy they bear (R9, R19). */
export function electorateOf(course: Course, { rank, affair }: BallotAt): Electorate {
  const places: readonly Place[] = rank === null ? [OPENING] : [before(rank), during(rank)];
  const rooms = places.map((place) => roomAt(course, place));
  const known = places.every((place) => namesAreWhole(course, place));
  if (!known || rooms.some(({ present, proxies }) => present === null || proxies === null)) {
    return { voters: null, exact: false };
  }
  const recused = new Set(affair?.recusals?.map(({ member }) => member));
  // Someone may come or go while the affair is discussed, before or after a ballot: both may have voted.
  const seats = rooms.map(({ present, proxies }) => [
    ...(present ?? []),
    ...(proxies ?? []).flatMap(({ giver, bearer }) =>
      bearer !== null && recused.has(bearer) ? [] : [giver],
    ),
  ]);
  const voters = new Set(seats.flat().filter((seat) => !recused.has(seat)));
  const recusalsKnown = affair === null || affair.recusals !== null;
  return { voters, exact: recusalsKnown && seats.every((inRoom) => inRoom.length === seats[0]?.length) };
}

/** The result by the rules of the day, from what the source counts; null: it does not settle it (R14 to R16). */
export function computedResult(course: Course, at: BallotAt): ComputedResult | null {
  const { ballot } = at;
  if (ballot.candidates !== null) return electionResult(course, ballot, ballot.candidates);
  const { voters, exact } = electorateOf(course, at);
  const size = ballot.roll ?? voters?.size ?? null;
  const roll = { seats: null, size, exact: ballot.roll !== null || exact };
  const accounts = isOnItsAccounts(at);
  return resultOfVote(countsOf(ballot), roll, chairVote(course, at), { accounts });
}

function electionResult(
  { record }: Course,
  { round }: RecordBallot,
  candidates: NonNullable<RecordBallot['candidates']>,
): ComputedResult | null {
  const votes = candidates.map((one) => one.votes);
  const expressed = votes.some((given) => given === null)
    ? null
    : votes.reduce<number>((sum, given) => sum + (given ?? 0), 0);
  const bornOn = (ref: string) => record.body.members?.find((one) => one.ref === ref)?.birthDate ?? null;
  return resultOfElection({ candidates, round, positions: null, expressed, bornOn });
}

/** Whether the ballot is the one on the accounts, not on the way in which they are dealt with. */
export const isOnItsAccounts = ({ affair, ballot }: BallotAt): boolean =>
  affair !== null &&
  isOnAccounts(affair) &&
  ((affair.ballots?.length ?? 0) === 1 ||
    (affair.decidingBallots ?? []).some((number) => affair.ballots?.[number - 1] === ballot));

/** All the votes for candidates that are known. */
export const votesForCandidates = ({ candidates }: RecordBallot): number =>
  (candidates ?? []).reduce((sum, { votes }) => sum + (votes ?? 0), 0);

/** How many are elected at once: more than one where several persons are said to be; lists share one vote. */
export const positionsOf = ({ candidates }: RecordBallot): number =>
  Math.max(1, (candidates ?? []).filter(({ elected, seats }) => elected === true && seats === null).length);

/** The accounts, which a tie adopts (L1612-12): a matter of local finances (7.1), or unclassified, that says so. */
export const isOnAccounts = ({ classification, subject }: RecordAffair): boolean =>
  (classification === null || /^7\.1(\.|$)/.test(classification)) &&
  /compte administratif|compte financier unique/i.test(subject ?? '');

export const countsOf = ({ counts }: RecordBallot): Counts => counts ?? NO_COUNTS;

/** What the chair of that moment voted by name; null: not known. In a secret ballot it does not prevail (R15). */
function chairVote(course: Course, { ballot, rank }: BallotAt): ChairVote {
  const { method, named } = ballot;
  const chair = chairAt(course, rank);
  if (method === 'secret') return 'neither';
  if (chair === null || named === null) return null;
  if (named.for?.includes(chair)) return 'for';
  if (named.against?.includes(chair)) return 'against';
  const otherwise = named.abstentions?.includes(chair) || named.notTakingPart?.includes(chair);
  return otherwise || (named.for !== null && named.against !== null) ? 'neither' : null;
}

/** Who presides while an affair is dealt with; null: not known. */
export function chairAt({ record, rankOf }: Course, rank: number | null): string | null {
  const other = record.session.chairs?.find(({ fromAffair, untilAffair }) => {
    const [first, last] = [rankOf.get(fromAffair), rankOf.get(untilAffair)];
    return rank !== null && first !== undefined && last !== undefined && first <= rank && rank <= last;
  });
  return other?.member ?? record.session.chair;
}
