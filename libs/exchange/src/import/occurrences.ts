import type { Occurrence } from '@registre/deliberation';
import type { Course } from '../session-record/course.js';

/** What a source never dates: that an assembly was constituted, that a report was submitted. */
export const UNDATED: Occurrence = { date: null, time: null };

/** A day alone; null: unknown. */
export const onDay = (date: string | null): Occurrence => ({ date, time: null });

/** The day and time of a local date and time. */
export function at(localDateTime: string): Occurrence {
  const [date = null, time = null] = localDateTime.split('T');
  return { date, time };
}

/** When the séance opened: its day is known, its time perhaps. */
export const opening = ({ record: { session } }: Course): Occurrence =>
  session.openedAt === null ? onDay(session.date) : at(session.openedAt);

/**
 * When something happened in the séance, of which the source says the time or not. Its day is then that of the last
 * call before it; but where the next call, or the end, is on another day, either of the two.
 *
 * @param rank of the affair under discussion, or just dealt with; -1 before the first
 */
export function during({ record, affairs }: Course, rank: number, time: string | null): Occurrence {
  if (time !== null) return at(time);
  const { date, openedAt, closedAt } = record.session;
  const next = affairs.slice(rank + 1).find(({ affair }) => affair.calledAt !== null)?.affair.calledAt;
  const end = next ?? closedAt;
  const called = affairs.slice(0, rank + 1).findLast(({ affair }) => affair.calledAt !== null)
    ?.affair.calledAt;
  const day = (called ?? openedAt ?? date).slice(0, 10);
  return onDay(end === null || end.startsWith(day) ? day : null);
}
