import { fullName, type Seat } from '@registre/deliberation';
import type { Person } from './context.js';

/** Gives the person that a ref names. */
export type People = (ref: string) => Person;

/**
 * The persons of a séance by ref.
 *
 * @throws TypeError for a ref that names no seat: no command lets one into the séance
 */
export function peopleOf(seats: readonly Seat[] | null): People {
  const byRef = new Map(seats?.map((seat) => [seat.ref, personOf(seat)]));
  return (ref) => {
    const person = byRef.get(ref);
    if (person === undefined) throw new TypeError(`no seat is held by ${ref}`);
    return person;
  };
}

function personOf(seat: Seat): Person {
  const { ref, givenName, familyName, civility, formOfAddress, office, group } = seat;
  return { ref, givenName, familyName, fullName: fullName(seat), civility, formOfAddress, office, group };
}
