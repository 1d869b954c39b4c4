import type { LocalDate } from '@registre/platform';

/** A day, counted from 1 January 1970. */
export type Day = number;

const MILLISECONDS = 86_400_000;

export const dayOf = (date: LocalDate): Day => Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;

export const dateOf = (day: Day): LocalDate => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (day + 4) % 7;

/** That day, or the Monday after where it is of a week's end. */
export function workday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

/** The instant, in milliseconds, at which the clocks of metropolitan France show that minute of that day. */
export const instantOf = (day: Day, minute: number): number =>
  day * MILLISECONDS + (minute - (isSummer(day) ? 120 : 60)) * 60_000;

/** `HH:MM` */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

// The last Sundays of March and October (directive 2000/84): the hour changes at night, and nobody sits then.
function isSummer(day: Day): boolean {
  const year = new Date(day * MILLISECONDS).getUTCFullYear();
  const lastSunday = (date: LocalDate) => dayOf(date) - weekdayOf(dayOf(date));
  return day >= lastSunday(`${year}-03-31`) && day < lastSunday(`${year}-10-31`);
}
