import type { BallotInSession, Cell } from '@registre/deliberation';
import { nameOf, type Members } from '../wording/members';

/** From left to right. Those whose choice is not known stand before the opponents. */
const ORDER = ['for', 'abstentions', 'notTakingPart', 'unknown', 'against'] as const;

export type SeatChoice = Cell | 'unknown';

export interface ShownSeat {
  readonly choice: SeatChoice;
  /** Whose vote it is, where the source names it. */
  readonly name: string | null;
}

/** What stands for the number of seats drawn. */
export type SeatBasis = 'voters' | 'counted' | 'present';

export interface ShownSeats {
  readonly seats: readonly ShownSeat[];
  readonly basis: SeatBasis;
}

/**
 * The seats to draw: those on the roll, else the votes counted, else (grey) the members present. Null: not even
 * their number is known.
 */
export function shownSeats(
  { roll, closed }: BallotInSession,
  present: number | null,
  members: Members,
): ShownSeats | null {
  const counts = closed?.tally.counts;
  const named = closed?.tally.named;
  const counted = ORDER.reduce(
    (sum, choice) => sum + (choice === 'unknown' ? 0 : (counts?.[choice] ?? 0)),
    0,
  );
  const basis = roll.size !== null ? 'voters' : counted > 0 ? 'counted' : 'present';
  const size = Math.max(roll.size ?? (counted > 0 ? counted : (present ?? 0)), counted);
  if (size === 0) return null;
  const seats = ORDER.flatMap((choice): ShownSeat[] => {
    if (choice === 'unknown') return seatsOf(choice, size - counted, null, members);
    return seatsOf(choice, counts?.[choice] ?? 0, named?.[choice] ?? null, members);
  });
  return { seats, basis };
}

function seatsOf(choice: SeatChoice, count: number, refs: readonly string[] | null, members: Members) {
  return Array.from({ length: count }, (_, seat): ShownSeat => {
    const ref = refs?.[seat];
    return { choice, name: ref === undefined ? null : nameOf(members, ref) };
  });
}
