import type { AuditEntry } from '@registre/projections';

/** When something happened, as far as it is known, on the authority's clocks. */
export type OccurredAt = AuditEntry['occurredAt'];

const long = formatOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const medium = formatOf({ day: 'numeric', month: 'long', year: 'numeric' });

function formatOf(options: Intl.DateTimeFormatOptions, timeZone = 'UTC') {
  const format = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone });
  return (day: Date) => {
    const parts = format.formatToParts(day);
    return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
  };
}

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** `2023-05-04` → « jeudi 4 mai 2023 ». */
export const dateLong = (date: string): string => long(dayOf(date));

/** `2023-05-04` → « 4 mai 2023 ». */
export const dateMedium = (date: string): string => medium(dayOf(date));

/** `20:30` → « 20 h 30 ». */
export const timeOfDay = (time: string): string => {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)}\u00a0h\u00a0${minutes}`;
};

/** The day it is now in a zone: `2023-05-04`. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date());

/** An instant of the register's clock, in a zone: « 24 novembre 2025 à 10 h 41 ». */
export function instantLong(instant: string, timeZone: string): string {
  const [hours, minutes] = clockParts(instant, timeZone);
  return `${instantDay(instant, timeZone)} à ${hours}\u00a0h\u00a0${minutes}`;
}

/** The time of day of an instant, in a zone: « 10 h 41 min 12 s ». */
export function instantTime(instant: string, timeZone: string): string {
  const [hours, minutes, seconds] = clockParts(instant, timeZone);
  return `${hours}\u00a0h\u00a0${minutes}\u00a0min\u00a0${seconds}\u00a0s`;
}

function clockParts(instant: string, timeZone: string): readonly (string | number)[] {
  const format = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone });
  const parts = format.formatToParts(new Date(instant)).filter(({ type }) => type !== 'literal');
  return parts.map(({ type, value }) => (type === 'hour' ? Number(value) : value));
}

/** The zone in which times are told: « heure de La Réunion ». */
export function zoneName(timeZone: string): string {
  const format = new Intl.DateTimeFormat('fr-FR', { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The day of an instant, in a zone: « 24 novembre 2025 ». */
export const instantDay = (instant: string, timeZone: string): string =>
  formatOf({ day: 'numeric', month: 'long', year: 'numeric' }, timeZone)(new Date(instant));
