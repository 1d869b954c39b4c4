import type { BodyState } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import type { MemberAtSession } from '../sessions/member-rows.js';
import type { MemberRecord, MemberTotals, MemberVote, Page } from '../views.js';

export interface MemberRequest extends PageRequest {
  readonly body?: string | undefined;
}

/** Of one member, also under the refs that were merged into it. */
const OF_MEMBER = `
FROM session_member AS told JOIN session ON session.session = told.session
WHERE (told.member = :ref OR EXISTS (SELECT 1 FROM json_each(:merged)
    WHERE value ->> 0 = told.body AND value ->> 1 = told.member))
  AND (:body IS NULL OR told.body = :body)`;

/** What closed séances tell of a member: presence, proxies, recusals; the latest first. Undefined: nobody of that ref. */
export function member(
  snapshot: ReadSnapshot,
  ref: string,
  request: MemberRequest,
): MemberRecord | undefined {
  const freshness = snapshot.freshness('sessions', 'authority');
  const { body = null, cursor } = request;
  const who = { ref, body, merged: JSON.stringify(mergedInto(snapshot, ref)) };
  const all = snapshot.named(`SELECT told.state AS state ${OF_MEMBER} ORDER BY told.date, told.session`, who);
  const told = all.map(stateOf);
  const name = told.findLast((one) => one.name !== null)?.name ?? nameOfSeat(snapshot, ref, body);
  if (told.length === 0 && name === undefined) return undefined;
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
    totals: totalsOf(told, [ref, ...refsOf(who.merged)]),
    items,
    next,
    freshness,
  };
}

const stateOf = (row: Row): MemberAtSession => JSON.parse(row.state as string) as MemberAtSession;
const refsOf = (merged: string): string[] => (JSON.parse(merged) as [string, string][]).map(([, ref]) => ref);

/** The bodies and refs that stand for that member. */
export function mergedInto(snapshot: ReadSnapshot, ref: string): (readonly [string, string])[] {
  return bodies(snapshot).flatMap(({ key, state: { merged } }) => {
    const into = (from: string): string => (merged[from] === undefined ? from : into(merged[from]));
    return Object.keys(merged)
      .filter((from) => into(from) === ref)
      .map((from) => [key, from] as const);
  });
}

const bodies = (snapshot: ReadSnapshot): { readonly key: string; readonly state: BodyState }[] =>
  snapshot
    .rows('SELECT key, state FROM body ORDER BY key')
    .map(({ key, state }) => ({ key: key as string, state: JSON.parse(state as string) as BodyState }));

/** Undefined: nobody of that ref sits. */
function nameOfSeat(snapshot: ReadSnapshot, ref: string, body: string | null): string | null | undefined {
  const seat = bodies(snapshot)
    .filter(({ key }) => body === null || key === body)
    .flatMap(({ state }) => state.seats)
    .find((one) => one.ref === ref);
  return seat === undefined ? undefined : `${seat.givenName ?? ''} ${seat.familyName}`.trim();
}

function totalsOf(told: readonly MemberAtSession[], refs: readonly string[]): MemberTotals {
  const count = <K extends string>(keys: readonly K[], of: (key: K) => number) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as { readonly [key in K]: number };
  const affairs = told.flatMap((one) => one.affairs);
  const votes = told.flatMap((one) => one.votes).filter(({ seat }) => refs.includes(seat));
  const sum = (of: (one: MemberAtSession) => number) => told.reduce((total, one) => total + of(one), 0);
  return {
    sessions: count(['present', 'represented', 'excused', 'absent', 'unknown'], (status) =>
      sum((one) => ((one.status ?? 'unknown') === status ? 1 : 0)),
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
  const { body = null, cursor } = request;
  const limit = bounded(request.limit);
  const [date = '', session = '', place = -1] =
    cursor === undefined ? ['~', '', -1] : keyOf(cursor, ['', '', 0]);
  const found = snapshot.named(
    `SELECT told.date AS date, told.session AS session, told.body AS body, vote.key AS place, vote.value AS vote,
       affair.number AS number,
       coalesce(affair.state ->> '$.state.report.subject', affair.state ->> '$.subject') AS subject
     FROM (SELECT told.* ${OF_MEMBER} AND (told.date, told.session) <= (:date, :session)) AS told
       JOIN json_each(told.state, '$.votes') AS vote
       LEFT JOIN affair ON affair.affair = vote.value ->> 'affair'
     WHERE (told.date, told.session) < (:date, :session) OR vote.key > :place
     ORDER BY told.date DESC, told.session DESC, vote.key LIMIT :limit`,
    { ref, body, merged: JSON.stringify(mergedInto(snapshot, ref)), date, session, place, limit: limit + 1 },
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
