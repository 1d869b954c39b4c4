import type { Seat } from '@registre/deliberation';

/** Whether a mandate covers a day; an end that is not known is open. */
const covers = ({ mandateFrom, mandateUntil }: Seat, day: string): boolean =>
  (mandateFrom === null || mandateFrom <= day) && (mandateUntil === null || day <= mandateUntil);

export const inOfficeOn = (seats: readonly Seat[], day: string): readonly Seat[] =>
  seats.filter((seat) => covers(seat, day));

/** Those whose mandate is over, or has not begun. */
export const outOfOfficeOn = (seats: readonly Seat[], day: string): readonly Seat[] =>
  seats.filter((seat) => !covers(seat, day));

/** « Mme Martine VASSAL » */
export const seatName = ({ givenName, familyName }: Seat): string =>
  [givenName, familyName].filter(Boolean).join(' ');
