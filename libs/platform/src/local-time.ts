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

/** The instant's day and time of day on the zone's clocks. */
export function localParts(instant: Date, zone: string): { date: LocalDate; time: LocalTime } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Whole days from one date to another; negative when `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
