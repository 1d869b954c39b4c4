import type { Roll } from '../ballot/tally.js';
import type { SessionState } from './session.js';
import { recusalsOf, roomOf } from './session.js';

export interface RollOptions {
  /** Who gives and bears no proxy: the ordinary chair, when the accounts are voted (L2121-14). */
  readonly accountable?: string | null;
  /** Somebody came or went near it, and nobody says when: those on the roll may be fewer. */
  readonly isCeiling?: boolean;
}

/**
 * Who may vote now: those in the room, for themselves, and for those whose proxy they bear. Who keeps out of the
 * affair neither votes nor is voted for, whether in the room or not (R19).
 *
 * @param stated the number of voters that the source states, where it does
 */
export function rollNow(
  state: SessionState,
  affair: string | null,
  stated: number | null,
  { accountable = null, isCeiling = false }: RollOptions = {},
): Roll {
  const { present, proxies } = roomOf(state, affair);
  if (present === null) return { seats: null, size: stated, exact: stated !== null };
  const recused = new Set(recusalsOf(state, affair)?.map(({ member }) => member));
  const own = present.map((ref) => ({ seat: ref, voter: ref }));
  const counted = (proxies ?? []).filter(
    ({ giver, bearer }) => accountable === null || (giver !== accountable && bearer !== accountable),
  );
  const borne = counted.map(({ giver, bearer }) => ({ seat: giver, voter: bearer }));
  const seats = [...own, ...borne].filter(({ seat }) => !recused.has(seat));
  if (stated !== null) return { seats, size: stated, exact: true };
  if (proxies === null || state.attendanceIsPartial) return { seats, size: null, exact: false };
  return { seats, size: seats.length, exact: !isCeiling && recusalsKnown(state, affair) };
}

// Who keeps out of the affair is not on the roll: while that is unknown, the roll is only a ceiling.
function recusalsKnown(state: SessionState, affair: string | null): boolean {
  if (affair === null) return true;
  return state.affairs.find(({ id }) => id === affair)?.called?.recusals != null;
}
