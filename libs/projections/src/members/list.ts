import type { Attendance } from '../domain.js';
import { bounded, cut, keyOf, type PageRequest } from '../engine/pages.js';
import type { ReadSnapshot } from '../engine/read-snapshot.js';
import { daysOf } from '../sessions/queries.js';
import type { MemberLine, Page } from '../views.js';
import { bodies, mandateOf, nameOfSeat } from './queries.js';

export interface MembersRequest extends PageRequest {
  readonly body?: string | undefined;
  /** Civil year of the séances. */
  readonly year?: number | undefined;
}

type Presence = Attendance['status'] | 'unknown';
const NO_SESSIONS: MemberLine['sessions'] = { present: 0, represented: 0, excused: 0, absent: 0, unknown: 0 };

interface Told {
  readonly name: string | null;
  readonly sessions: MemberLine['sessions'];
}

/**
 * Who holds or held a seat, or is told of by a closed séance, in the order of names, with how they were at the séances.
 * Who was merged into another stands under that one.
 */
export function members(snapshot: ReadSnapshot, request: MembersRequest): Page<MemberLine> {
  const freshness = snapshot.freshness('sessions', 'authority');
  const { body = null, cursor } = request;
  const limit = bounded(request.limit);
  const seats = bodies(snapshot)
    .filter(({ key }) => body === null || key === body)
    .flatMap(({ key, state }) => state.seats.map((seat) => ({ key, state, seat })));
  const told = toldIn(snapshot, request);
  const refs = new Set([
    ...(request.year === undefined ? seats.map(({ seat }) => seat.ref) : []),
    ...told.keys(),
  ]);
  const lines = [...refs].map((ref): Keyed => {
    const own = seats.filter(({ seat }) => seat.ref === ref);
    const [first] = own;
    const name = first === undefined ? (told.get(ref)?.name ?? null) : nameOfSeat(first.seat);
    const mandates = own.map(({ key, state, seat }) => mandateOf(key, state, seat));
    const sessions = told.get(ref)?.sessions ?? NO_SESSIONS;
    return {
      key: [sortedBy(first?.seat.familyName ?? name ?? ref), ref],
      line: { ref, name, mandates, sessions },
    };
  });
  const after = cursor === undefined ? null : (keyOf(cursor, ['', '']) as readonly [string, string]);
  const rest = lines
    .filter(({ key }) => after === null || isAfter(key, after))
    .toSorted((one, other) => (isAfter(one.key, other.key) ? 1 : -1));
  const { rows, next } = cut(rest, limit, ({ key }) => key);
  return { items: rows.map(({ line }) => line), next, freshness };
}

interface Keyed {
  readonly key: readonly [name: string, ref: string];
  readonly line: MemberLine;
}

/** A name as it is put in order: without accents, in capitals. */
const sortedBy = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

const isAfter = ([name, ref]: Keyed['key'], [otherName, other]: Keyed['key']): boolean =>
  name === otherName ? ref > other : name > otherName;

/** How each member was at the closed séances, by the ref that stands for them. */
function toldIn(snapshot: ReadSnapshot, { body, year }: MembersRequest): ReadonlyMap<string, Told> {
  const [first, last] = daysOf(year);
  const into = new Map(bodies(snapshot).map(({ key, state }) => [key, state.merged]));
  const rows = snapshot.named(
    `SELECT member, body, ifnull(presence, 'unknown') AS presence, count(*) AS count, max(state ->> '$.name') AS name
     FROM session_member WHERE (:body IS NULL OR body = :body) AND date BETWEEN :first AND :last
     GROUP BY member, body, 3`,
    { body: body ?? null, first, last },
  );
  const told = new Map<string, Told>();
  for (const row of rows) {
    const ref = standingFor(row.member as string, into.get(row.body as string) ?? {});
    const { name, sessions } = told.get(ref) ?? { name: null, sessions: NO_SESSIONS };
    const presence = row.presence as Presence;
    const counted = { ...sessions, [presence]: sessions[presence] + (row.count as number) };
    told.set(ref, { name: name ?? (row.name as string | null), sessions: counted });
  }
  return told;
}

function standingFor(ref: string, merged: { readonly [from: string]: string }): string {
  const into = merged[ref];
  return into === undefined ? ref : standingFor(into, merged);
}
