import { isLocalDate, type LocalDate, type LocalTime, type OccurredAt } from '@registre/platform';
import { UNKNOWN } from './unknown.js';

const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

// Spaces are plain ones: the acts are texts that people search, copy and compare, as the sources write them.

/**
 * A day in words: « jeudi 4 mai 2023 », « lundi 1er mai 2023 ».
 *
 * @throws RangeError for what is not a day of the calendar
 */
export function dateLong(date: LocalDate): string {
  if (!isLocalDate(date)) throw new RangeError(`not a day of the calendar: ${date}`);
  const day = new Date(`${date}T00:00:00Z`);
  const ofMonth = day.getUTCDate();
  return [
    DAYS[day.getUTCDay()],
    ofMonth === 1 ? '1er' : ofMonth,
    MONTHS[day.getUTCMonth()],
    day.getUTCFullYear(),
  ].join(' ');
}

/** A time of day `HH:MM` in words: « 20 h 30 », « 9 h 05 ». */
export function timeLong(time: LocalTime): string {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)} h ${minutes}`;
}

/** When something happened, as far as it is known: « jeudi 4 mai 2023 à 20 h 30 », « jeudi 4 mai 2023 ». */
export function occurredLong({ date, time }: Pick<OccurredAt, 'date' | 'time'>): string {
  if (date === null) return time === null ? UNKNOWN : timeLong(time);
  return time === null ? dateLong(date) : `${dateLong(date)} à ${timeLong(time)}`;
}
