import type { BodyState, Seat } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { pointOf } from '../register/queries.js';
import type { MemberAtSession } from '../sessions/member-rows.js';
import { daysOf } from '../sessions/queries.js';
import type { Mandate, MemberRecord, MemberTotals, MemberVote, Page } from '../views.js';

/** A body as it stands, or stood. */
export interface BodyThen {
  readonly key: string;
  readonly state: BodyState;
}

/** What of a member was known at an earlier point of the log. */
export interface MemberThen {
  readonly ordinal: number;
  /** As their streams stood at that point. */
  readonly bodies: readonly BodyThen[];
}

export interface MemberRequest extends PageRequest {
  readonly body?: string | undefined;
  /** Civil year of the séances. */
  readonly year?: number | undefined;
  /** Absent: as it is known now. */
  readonly then?: MemberThen | undefined;
}

/** Of one member, also under the refs that were merged into it. */
const OF_MEMBER = `
FROM session_member AS told JOIN session ON session.session = told.session
WHERE (told.member = :ref OR EXISTS (SELECT 1 FROM json_each(:merged)
    WHERE value ->> 0 = told.body AND value ->> 1 = told.member))
  AND (:body IS NULL OR told.body = :body) AND told.date BETWEEN :first AND :last
  AND told.ordinal <= :ordinal`;

/** What closed séances tell of a member: presence, proxies, recusals; the latest first. Undefined: nobody of that ref. */
export function member(
  snapshot: ReadSnapshot,
  ref: string,
  request: MemberRequest,
): MemberRecord | undefined {
  const freshness = snapshot.freshness('sessions', 'authority');
  const { body = null, cursor, then } = request;
  const standing = then?.bodies ?? bodies(snapshot);
  const who = whoIs(ref, standing, request);
  const all = snapshot.named(
    `SELECT told.state AS state, told.ordinal AS ordinal ${OF_MEMBER} ORDER BY told.date, told.session`,
    who,
  );
  const told = all.map(stateOf);
  const mandates = mandatesOf(standing, ref, body);
  const name = told.findLast((one) => one.name !== null)?.name ?? mandates[0]?.name;
  if (told.length === 0 && mandates.length === 0 && !isTold(snapshot, who)) return undefined;
  const limit = bounded(request.limit);
  const [date = '', session = ''] = cursor === undefined ? ['~', ''] : keyOf(cursor, ['', '']);
  const found = snapshot.named(
    `SELECT told.date AS date, told.session AS session, told.body AS body, body_name AS bodyName, told.state AS state
     ${OF_MEMBER} AND (told.date, told.session) < (:date, :session)
     ORDER BY told.date DESC, told.session DESC LIMIT :limit`,
    { ...who, date, session, limit: limit + 1 },
  );
  const { rows, next } = cut(found, limit, (row) => [row.date as string, row.session as string]);
  const items = rows.map((row) => {
    const { votes: _votes, name: _name, ...presence } = stateOf(row);
    const { state: _state, ...place } = row;
    return { ...(place as { session: string; date: string; body: string; bodyName: string }), ...presence };
  });
  return {
    ref,
    name: name ?? null,
    mandates: mandates.map(({ name: _, ...mandate }) => mandate),
    knownSince: knownSince(snapshot, all),
    asKnown: then === undefined ? null : pointOf(snapshot, then.ordinal),
    totals: totalsOf(told, [ref, ...refsOf(who.merged)]),
    items,
    next,
    freshness,
  };
}

const stateOf = (row: Row): MemberAtSession => JSON.parse(row.state as string) as MemberAtSession;
const refsOf = (merged: string): string[] => (JSON.parse(merged) as [string, string][]).map(([, ref]) => ref);

/** The parameters of `OF_MEMBER`. */
function whoIs(ref: string, standing: readonly BodyThen[], { body, year, then }: MemberRequest) {
  const [first, last] = daysOf(year);
  const merged = JSON.stringify(mergedInto(standing, ref));
  return { ref, body: body ?? null, first, last, merged, ordinal: then?.ordinal ?? Number.MAX_SAFE_INTEGER };
}

/** The register's clock when the first of the séances became known. */
function knownSince(snapshot: ReadSnapshot, rows: readonly Row[]): string | null {
  const first = Math.min(...rows.map(({ ordinal }) => ordinal as number));
  return Number.isFinite(first) ? pointOf(snapshot, first).recordedAt : null;
}

/** The bodies and refs that stand for that member. */
export function mergedInto(standing: readonly BodyThen[], ref: string): (readonly [string, string])[] {
  return standing.flatMap(({ key, state: { merged } }) => {
    const into = (from: string): string => (merged[from] === undefined ? from : into(merged[from]));
    return Object.keys(merged)
      .filter((from) => into(from) === ref)
      .map((from) => [key, from] as const);
  });
}

/** The bodies as they stand, by key. */
export const bodies = (snapshot: ReadSnapshot): readonly BodyThen[] =>
  snapshot
    .rows('SELECT key, state FROM body ORDER BY key')
    .map(({ key, state }) => ({ key: key as string, state: JSON.parse(state as string) as BodyState }));

/** The seats that somebody is known to hold, or to have held. */
const mandatesOf = (standing: readonly BodyThen[], ref: string, body: string | null) =>
  standing
    .filter(({ key }) => body === null || key === body)
    .flatMap(({ key, state }) =>
      state.seats
        .filter((seat) => seat.ref === ref)
        .map((seat) => ({ name: nameOfSeat(seat), ...mandateOf(key, state, seat) })),
    );

/** What is told of a seat. */
export const mandateOf = (body: string, { constituted }: BodyState, seat: Seat): Mandate => ({
  body,
  bodyName: constituted?.name ?? body,
  office: seat.office,
  group: seat.group,
  from: seat.mandateFrom,
  until: seat.mandateUntil,
  substituteOf: seat.substituteOf,
});

export const nameOfSeat = ({ givenName, familyName }: Seat): string =>
  `${givenName ?? ''} ${familyName}`.trim();

/** Whether a closed séance of any year tells of somebody. */
const isTold = (snapshot: ReadSnapshot, { ref, body, ordinal }: ReturnType<typeof whoIs>): boolean =>
  snapshot.row(
    'SELECT 1 FROM session_member WHERE member = ?1 AND (?2 IS NULL OR body = ?2) AND ordinal <= ?3 LIMIT 1',
    ref,
    body,
    ordinal,
  ) !== undefined;

function totalsOf(told: readonly MemberAtSession[], refs: readonly string[]): MemberTotals {
  const count = <K extends string>(keys: readonly K[], of: (key: K) => number) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as { readonly [key in K]: number };
  const affairs = told.flatMap((one) => one.affairs);
  const votes = told.flatMap((one) => one.votes).filter(({ seat }) => refs.includes(seat));
  const sum = (of: (one: MemberAtSession) => number) => told.reduce((total, one) => total + of(one), 0);
  return {
    sessions: count(['present', 'represented', 'excused', 'absent', 'unknown'], (status) =>
      sum((one) => ((one.presence ?? 'unknown') === status ? 1 : 0)),
    ),
    affairs: count(
      ['present', 'represented', 'excused', 'absent', 'recused', 'unknown'],
      (was) => affairs.filter((one) => one.was === was).length,
    ),
    proxies: {
      given: sum(({ proxiesGiven }) => proxiesGiven?.length ?? 0),
      borne: sum(({ proxiesBorne }) => proxiesBorne?.length ?? 0),
      unknownSessions: sum(({ proxiesGiven }) => (proxiesGiven === null ? 1 : 0)),
    },
    votes: count(
      ['for', 'against', 'abstention', 'not-taking-part'],
      (choice) => votes.filter((one) => one.choice === choice).length,
    ),
  };
}

/** The votes of a member that were public and name the voter, and those cast for others; the latest séance first. */
export function memberVotes(snapshot: ReadSnapshot, ref: string, request: MemberRequest): Page<MemberVote> {
  const freshness = snapshot.freshness('sessions', 'authority', 'affairs');
  const { cursor, then } = request;
  const limit = bounded(request.limit);
  const who = whoIs(ref, then?.bodies ?? bodies(snapshot), request);
  const [date = '', session = '', place = -1] =
    cursor === undefined ? ['~', '', -1] : keyOf(cursor, ['', '', 0]);
  const found = snapshot.named(
    `SELECT told.date AS date, told.session AS session, told.body AS body, vote.key AS place, vote.value AS vote,
       named.number AS number, named.subject AS subject
     FROM (SELECT told.* ${OF_MEMBER} AND (told.date, told.session) <= (:date, :session)) AS told
       JOIN json_each(told.state, '$.votes') AS vote
       LEFT JOIN affair_named AS named ON named.affair = vote.value ->> 'affair' AND named.ordinal =
         (SELECT max(ordinal) FROM affair_named AS one WHERE one.affair = named.affair AND one.ordinal <= :ordinal)
     WHERE (told.date, told.session) < (:date, :session) OR vote.key > :place
     ORDER BY told.date DESC, told.session DESC, vote.key LIMIT :limit`,
    { ...who, date, session, place, limit: limit + 1 },
  );
  const { rows, next } = cut(found, limit, (row) => [
    row.date as string,
    row.session as string,
    row.place as number,
  ]);
  const items = rows.map(({ vote, place: _place, ...facts }) => ({
    ...facts,
    ...(JSON.parse(vote as string) as object),
  })) as unknown as readonly MemberVote[];
  return { items, next, freshness };
}
