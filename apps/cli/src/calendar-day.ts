import { isLocalDate, Refusal, type LocalDate } from '@registre/platform';

/** A day as it was typed. @throws Refusal `invalid` for one that does not exist */
export function calendarDay(said: string): LocalDate {
  if (isLocalDate(said)) return said;
  throw new Refusal('invalid', 'not-a-day', `« ${said} » n’est pas un jour du calendrier.`);
}
