import { addDays, isLocalDate } from '@registre/platform';
import { momentOf } from '../past/moment.js';
import type { AuditFilter } from './filters.js';

/**
 * The part of the log between two points that texts name, as `momentOf` reads them, both included: a day begins at
 * midnight in the authority's zone, and ends at the next.
 *
 * @throws Refusal `invalid` for a text that names no point of a log
 */
export function periodOf(
  from: string | undefined,
  until: string | undefined,
  zone: string,
): Pick<AuditFilter, 'from' | 'until' | 'after' | 'upTo'> {
  return { ...beginning(from, zone), ...ending(until, zone) };
}

function beginning(text: string | undefined, zone: string): Pick<AuditFilter, 'from' | 'after'> {
  if (text === undefined) return {};
  if (isLocalDate(text)) {
    const before = momentOf(addDays(text, -1), zone) as { readonly instant: string };
    return { from: new Date(Date.parse(before.instant) + 1).toISOString() };
  }
  const moment = momentOf(text, zone);
  return 'ordinal' in moment ? { after: moment.ordinal - 1 } : { from: moment.instant };
}

function ending(text: string | undefined, zone: string): Pick<AuditFilter, 'until' | 'upTo'> {
  if (text === undefined) return {};
  const moment = momentOf(text, zone);
  return 'ordinal' in moment ? { upTo: moment.ordinal } : { until: moment.instant };
}
