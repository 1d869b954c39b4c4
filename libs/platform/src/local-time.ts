import { Temporal } from '@js-temporal/polyfill';

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export type LocalDate = string;
/** A time of day, `HH:MM`. */
export type LocalTime = string;

/** When something happened, as far as it is known, in the authority's zone. */
export interface OccurredAt {
  readonly date: LocalDate | null;
  readonly time: LocalTime | null;
  /** IANA name, e.g. `Europe/Paris`. */
  readonly zone: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a day of the calendar: 31 February is not. */
export function isLocalDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a time of day, `HH:MM`. */
export const isLocalTime = (text: string): boolean => TIME.test(text);

/** Whether the text is a zone of the IANA database, written as it is there. */
export function isTimeZone(text: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('fr', { timeZone: text }).resolvedOptions();
    const otherCase = timeZone !== text && timeZone.toLowerCase() === text.toLowerCase();
    return /^[A-Z]/.test(text) && !otherCase;
  } catch {
    return false;
  }
}

/** Whether the clocks of the zone showed that time on that day (not in the hour skipped in spring). */
export function existsInZone(date: LocalDate, time: LocalTime, zone: string): boolean {
  const wanted = Temporal.PlainDateTime.from(`${date}T${time}`);
  return wanted.toZonedDateTime(zone).toPlainDateTime().equals(wanted);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The instant's day and time of day on the zone's clocks. Asked at every command: one formatter a zone is kept. */
export function localParts(instant: Date, zone: string): { date: LocalDate; time: LocalTime } {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    // Sweden writes dates as ISO 8601 does: 2023-05-04 20:30.
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(zone, clock);
  }
  const [date = '', time = ''] = clock.format(instant).split(' ');
  return { date, time };
}

/** Whole days from one date to another; negative when `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** The day that many days later; earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The last millisecond of that day on the zone's clocks. */
export const endOfDay = (date: LocalDate, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1);
