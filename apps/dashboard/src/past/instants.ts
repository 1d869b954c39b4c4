import { dateMedium, instantDay, instantTime } from '../wording/dates';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ORDINAL = /^\d+$/;

export const isDay = (text: string): boolean => DAY.test(text);

/** The day and the time of day of an instant on a zone's clocks. */
export function localParts(
  instant: string,
  timeZone: string,
): { readonly day: string; readonly time: string } {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = clock.format(new Date(instant)).split(' ');
  return { day, time };
}

/** The instant at which a zone's clocks show that time on that day; in the hour skipped in spring, the one after. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shownAt = (at: number): number => {
    const { day: shownDay, time: shownTime } = localParts(new Date(at).toISOString(), timeZone);
    return Date.parse(`${shownDay}T${shownTime}:00Z`);
  };
  // Twice, for the days on which the clocks are changed.
  const first = wanted - (shownAt(wanted) - wanted);
  return new Date(first - (shownAt(first) - wanted)).toISOString();
}

/** The time that a moment names, in milliseconds; a day: its end. Null for an ordinal, whose time is not known here. */
export function timeOf(moment: string, timeZone: string): number | null {
  if (ORDINAL.test(moment)) return null;
  if (!isDay(moment)) return Date.parse(moment);
  return Date.parse(instantAt(moment, '23:59', timeZone)) + 59_999;
}

/** « le 2 avril 2024, en fin de journée », « le 2 avril 2024 à 10 h 41 min 12 s ». */
export function momentWording(moment: string, timeZone: string): string {
  if (ORDINAL.test(moment)) return `à l’événement n°\u00a0${moment}`;
  if (isDay(moment)) return `le ${dateMedium(moment)}, en fin de journée`;
  if (Number.isNaN(Date.parse(moment))) return `à «\u00a0${moment}\u00a0»`;
  return `le ${instantDay(moment, timeZone)} à ${instantTime(moment, timeZone)}`;
}
