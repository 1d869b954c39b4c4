import type { BrokenRule } from '../command/irregularity.js';
import { quorumOf, type Quorum } from '../rules/quorum.js';
import { isDesignatedOutOfQuorum } from '../rules/recusals.js';
import { regimeOf } from '../rules/rule-set.js';
import { quorumLong } from '../wording/index.js';
import { convened } from './preconditions.js';
import {
  hasResigned,
  recusalsOf,
  roomOf,
  seatOutOfMandate,
  type Recusal,
  type SessionState,
} from './session.js';
import type { Stated } from './stated.js';

/**
 * The quorum as it stands in the room now, by the rule of the séance's day (R6, R7). Names count; where there are
 * none, what the source states at the affair does, and what it states at the opening as long as nobody moved. Who is
 * recused from the affair counts as absent, who sits without a mandate does not count, and is no longer among the members in office where the law says so (R9).
 *
 * @param affair the affair that is put into discussion; null: none
 */
export function quorumNow(
  state: SessionState,
  affair: string | null = null,
  statedNow: Stated | null = null,
): Quorum {
  const { bodyAtSession, date } = convened(state);
  const { authority, kind, inOffice } = bodyAtSession;
  const regime = regimeOf(authority.kind, kind);
  const recusals = recusalsOf(state, affair) ?? [];
  const recused = new Set(recusals.map(({ member }) => member));
  const room = roomOf(state, affair);
  const counts = (member: string) => !recused.has(member) && seatOutOfMandate(state, member) === undefined;
  // Names that are only some of those present are too few to be counted.
  const names = state.attendanceIsPartial ? null : room.present;
  const present = names?.filter(counts);
  const represented = room.proxies?.filter(({ giver }) => counts(giver));
  const opening = (state.movements ?? []).length === 0 ? state.stated : null;
  const named = namedInOffice(state, roomOf(state, null).present);
  const out = isDesignatedOutOfQuorum(regime, date) ? designated(recusals) : 0;
  const quorum = quorumOf({
    regime,
    date,
    inOffice: inOffice === null ? null : inOffice - out,
    named: named === null ? null : Math.max(named - out, 0),
    present: present?.length ?? statedNow?.present ?? opening?.present ?? null,
    represented: represented?.length ?? statedNow?.represented ?? opening?.represented ?? null,
  });
  return { ...quorum, inOffice, named };
}

const designated = (recusals: readonly Recusal[]): number =>
  recusals.filter(({ ground }) => ground === 'designated-representative').length;

/** How many are named and hold a seat, substitutes aside; null: nobody is named. */
export function namedInOffice(state: SessionState, present: readonly string[] | null): number | null {
  const substitutes = new Set(
    state.bodyAtSession?.seats?.filter(({ substituteOf }) => substituteOf !== null).map(({ ref }) => ref),
  );
  const listed = new Set([...(state.attendance ?? []).map(({ member }) => member), ...(present ?? [])]);
  const named = [...listed].filter(
    (member) =>
      !substitutes.has(member) &&
      !hasResigned(state, member) &&
      seatOutOfMandate(state, member) === undefined,
  );
  return named.length || null;
}

/** What is wrong where the quorum is certainly not reached; a séance convened again needs none (R8). */
export function withoutQuorum(state: SessionState, quorum: Quorum): BrokenRule[] {
  if (quorum.reached !== false || state.convened?.secondConvocation === true) return [];
  return [{ rule: 'R7.quorum', message: `Le quorum n’est pas atteint : ${quorumLong(quorum)}.` }];
}
