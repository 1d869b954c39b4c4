import { existsInZone, Refusal, type LocalDate, type OccurredAt } from '@registre/platform';
import type { Occurrence } from './command-context.js';

/**
 * When a command's events happened, in the authority's zone: what the client says, else the server's clock.
 *
 * @throws Refusal `invalid` for the future, or for a time that the zone's clocks did not show that day
 */
export function resolveOccurrence(
  said: Occurrence | undefined,
  zone: string,
  now: { readonly date: string; readonly time: string },
): OccurredAt {
  if (said === undefined) return { ...now, zone };
  const { date, time } = said;
  const inTheFuture =
    date !== null && (date > now.date || (date === now.date && time !== null && time > now.time));
  if (inTheFuture) throw notYet('occurredAt');
  if (date !== null && time !== null && !existsInZone(date, time, zone)) {
    throw unacceptable('no-such-time', `Il n’a jamais été ${time} ce jour-là (${zone}) : l’heure a changé.`);
  }
  return { date, time, zone };
}

/** @throws Refusal `invalid` for a day (`on`) on which something is said to have happened and that has not come yet */
export function requireCome(on: LocalDate | null | undefined, today: LocalDate): void {
  if (on !== null && on !== undefined && on > today) throw notYet('on');
}

const notYet = (field: string): Refusal =>
  unacceptable('future', 'Ce qui n’est pas encore arrivé ne peut pas être enregistré.', field);

const unacceptable = (rule: string, message: string, field = 'occurredAt'): Refusal =>
  new Refusal('invalid', rule, message, [{ field, rule, message }]);
