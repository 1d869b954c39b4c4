import type { BallotInSession, Cell } from '@registre/deliberation';
import { nameOf, type Members } from '../wording/members';

/** From left to right. Those whose choice is not known stand before the opponents. */
const ORDER = ['for', 'abstentions', 'notTakingPart', 'unknown', 'against'] as const;

export type SeatChoice = Cell | 'unknown';

export interface ShownSeat {
  readonly choice: SeatChoice;
  /** Whose vote it is, where the source names it. */
  readonly name: string | null;
  /** Political group at the séance; null: none, or not known. */
  readonly group: string | null;
  /** Who cast it, where it is somebody else: the bearer of a proxy. */
  readonly castBy: string | null;
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
  ballot: BallotInSession,
  present: number | null,
  members: Members,
): ShownSeats | null {
  const { roll, closed, method } = ballot;
  const counts = closed?.tally.counts;
  // Whatever was recorded, a secret ballot names nobody (R17).
  const named = method === 'secret' ? null : closed?.tally.named;
  const counted = ORDER.reduce(
    (sum, choice) => sum + (choice === 'unknown' ? 0 : (counts?.[choice] ?? 0)),
    0,
  );
  const basis = roll.size !== null ? 'voters' : counted > 0 ? 'counted' : 'present';
  const size = Math.max(roll.size ?? (counted > 0 ? counted : (present ?? 0)), counted);
  if (size === 0) return null;
  const seats = ORDER.flatMap((choice): ShownSeat[] => {
    if (choice === 'unknown') return seatsOf(choice, size - counted, null, ballot, members);
    return seatsOf(choice, counts?.[choice] ?? 0, named?.[choice] ?? null, ballot, members);
  });
  return { seats, basis };
}

/** Seats that sit together. */
export interface Bench {
  readonly group: string;
  readonly seats: readonly ShownSeat[];
}

/** The seats by political group, in the order of their names; null: not everybody is named, or there are no groups. */
export function benchesOf(seats: readonly ShownSeat[]): readonly Bench[] | null {
  if (seats.some(({ name }) => name === null)) return null;
  const groups = [...new Set(seats.flatMap(({ group }) => (group === null ? [] : [group])))];
  if (groups.length < 2) return null;
  const bench = (group: string | null, name: string): Bench => ({
    group: name,
    seats: seats.filter((seat) => seat.group === group),
  });
  const others = bench(null, 'Sans groupe renseigné');
  return [
    ...groups.toSorted((one, other) => one.localeCompare(other, 'fr')).map((group) => bench(group, group)),
    ...(others.seats.length === 0 ? [] : [others]),
  ];
}

function seatsOf(
  choice: SeatChoice,
  count: number,
  refs: readonly string[] | null,
  { roll }: BallotInSession,
  members: Members,
) {
  return Array.from({ length: count }, (_, seat): ShownSeat => {
    const ref = refs?.[seat];
    if (ref === undefined) return { choice, name: null, group: null, castBy: null };
    const voter = roll.seats?.find((one) => one.seat === ref)?.voter ?? null;
    const castBy = voter === null || voter === ref ? null : nameOf(members, voter);
    return { choice, name: nameOf(members, ref), group: members[ref]?.group ?? null, castBy };
  });
}
