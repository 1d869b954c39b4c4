import {
  CELLS,
  roomOf,
  type Attendance,
  type BallotInSession,
  type Cell,
  type Choice,
  type Recusal,
  type SessionState,
} from '../domain.js';

/** How a member was at an affair; `unknown`: nobody says. */
export type AtAffair = 'present' | 'represented' | 'excused' | 'absent' | 'recused' | 'unknown';

/** A vote whose voter is named, in a ballot that was not secret. */
export interface NamedVote {
  /** Whose vote it is. */
  readonly seat: string;
  readonly ballot: string;
  readonly affair: string | null;
  readonly choice: Choice;
  /** Who cast it: the seat itself, or the bearer of its proxy; null: not known. */
  readonly voter: string | null;
}

/** What a closed séance tells of one member. */
export interface MemberAtSession {
  /** On the attendance list; null: it does not name the member, or there is none. */
  readonly status: Attendance['status'] | null;
  readonly mode: Attendance['mode'];
  /** Over the whole séance: who came late was present, who gave a proxy and did not come was represented; null: nobody says. */
  readonly presence: Attendance['status'] | null;
  /** Held that day; null: none, or not known. */
  readonly office: string | null;
  readonly affairs: readonly { readonly affair: string; readonly was: AtAffair }[];
  /** Affairs that were called while the member was in the chair. */
  readonly presided: readonly string[];
  readonly recusals: readonly (Omit<Recusal, 'member' | 'note'> & { readonly affair: string })[];
  /** False: of some affair that was called nobody says who kept out of it. */
  readonly recusalsKnown: boolean;
  /** To whom the member gave a proxy; `bearer` null: not named. Null: nobody says whether there were any. */
  readonly proxiesGiven: readonly { readonly bearer: string | null }[] | null;
  readonly proxiesBorne: readonly { readonly giver: string }[] | null;
  /** Of the member, and those that the member cast for others. */
  readonly votes: readonly NamedVote[];
  readonly name: string | null;
}

const CHOICE: { readonly [cell in Cell]: Choice } = {
  for: 'for',
  against: 'against',
  abstentions: 'abstention',
  notTakingPart: 'not-taking-part',
};

/** What a closed séance tells of each member that it names. */
export function membersAt(state: SessionState): ReadonlyMap<string, MemberAtSession> {
  const seats = state.bodyAtSession?.seats ?? [];
  const listed = (state.attendance ?? []).map(({ member }) => member);
  const votes = state.ballots.flatMap(namedVotes);
  const refs = new Set([...seats.map(({ ref }) => ref), ...listed, ...votes.map(({ seat }) => seat)]);
  return new Map([...refs].map((member) => [member, memberAt(state, member, votes)]));
}

function memberAt(state: SessionState, member: string, votes: readonly NamedVote[]): MemberAtSession {
  const entry = state.attendance?.find((one) => one.member === member);
  const called = state.affairs.filter((affair) => affair.called !== null);
  return {
    status: entry?.status ?? null,
    mode: entry?.mode ?? null,
    presence: presenceOf(state, member, entry),
    office: state.bodyAtSession?.seats?.find(({ ref }) => ref === member)?.office ?? null,
    affairs: called.map((affair) => ({ affair: affair.id, was: atAffair(state, affair.id, member) })),
    presided: called.filter((affair) => affair.called?.room.chair === member).map(({ id }) => id),
    recusals: state.affairs.flatMap(({ id, recusals }) =>
      (recusals ?? [])
        .filter((one) => one.member === member)
        .map(({ ground, left }) => ({ affair: id, ground, left })),
    ),
    recusalsKnown: called.every(({ recusals }) => recusals !== null),
    proxiesGiven:
      state.proxies?.filter(({ giver }) => giver === member).map(({ bearer }) => ({ bearer })) ?? null,
    proxiesBorne:
      state.proxies?.filter(({ bearer }) => bearer === member).map(({ giver }) => ({ giver })) ?? null,
    votes: votes.filter(({ seat, voter }) => seat === member || voter === member),
    name: nameOf(state, member),
  };
}

function presenceOf(
  { movements, proxies }: SessionState,
  member: string,
  entry: Attendance | undefined,
): MemberAtSession['presence'] {
  const came = movements?.some(
    (one) => one.member === member && (one.kind === 'arrived' || one.kind === 'installed'),
  );
  if (came === true || entry?.status === 'present') return 'present';
  if (proxies?.some(({ giver }) => giver === member) === true) return 'represented';
  return entry?.status ?? null;
}

function nameOf({ bodyAtSession }: SessionState, member: string): string | null {
  const seat = bodyAtSession?.seats?.find(({ ref }) => ref === member);
  return seat === undefined ? null : `${seat.givenName ?? ''} ${seat.familyName}`.trim();
}

/** As the room was when the affair was called; who came or left later is told by the movements. */
function atAffair(state: SessionState, affair: string, member: string): AtAffair {
  const one = state.affairs.find(({ id }) => id === affair);
  const room = one?.called?.room ?? roomOf(state, affair);
  if (one?.recusals?.some((recusal) => recusal.member === member)) return 'recused';
  if (room.present?.includes(member)) return 'present';
  if (room.proxies?.some(({ giver }) => giver === member)) return 'represented';
  if (room.excused?.includes(member)) return 'excused';
  if (room.absent?.includes(member)) return 'absent';
  return 'unknown';
}

/** A secret ballot names nobody, whatever its events say; a void one counts for nothing. */
export function namedVotes({
  id,
  affair,
  method,
  roll,
  closed,
  voided,
}: BallotInSession): readonly NamedVote[] {
  if (closed === null || voided !== null || method === 'secret') return [];
  const voters = new Map(roll.seats?.map(({ seat, voter }) => [seat, voter]));
  return CELLS.flatMap((cell) =>
    (closed.tally.named[cell] ?? []).map((seat) => ({
      seat,
      ballot: id,
      affair,
      choice: CHOICE[cell],
      voter: voters.get(seat) ?? null,
    })),
  );
}
