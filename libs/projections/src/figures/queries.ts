import type { ReadSnapshot } from '../engine/read-snapshot.js';
import type { Stats, StatsLine } from '../views.js';
import {
  beneficiaries,
  irregularitiesBy,
  NO_OUTCOMES,
  NO_SUBSIDIES,
  outcomesBy,
  subsidiesBy,
} from './acts.js';
import { delaysBy, lateOnes } from './delays.js';
import { attendanceOf, countsOf, NO_TURNOUT, sessionGroups, sessionsOneByOne, turnouts } from './held.js';
import { scopeOf, type Scope, type ScopeRequest } from './scope.js';

export interface StatsRequest extends ScopeRequest {
  /** Whether a line is a year or a month; a year if absent. */
  readonly by?: 'year' | 'month' | undefined;
  /** The day on which what is not done is late or not. */
  readonly on: string;
}

/**
 * Figures of the séances that are over, by body and year or month, and by class of subjects; what is not known is apart,
 * never 0. A subject selects affairs, with their ballots, delays and subsidies; séances and who sat are of no subject.
 */
export function stats(snapshot: ReadSnapshot, { by = 'year', on, ...request }: StatsRequest): Stats {
  const freshness = snapshot.freshness('sessions', 'figures', 'delays', 'affairs');
  const scope = scopeOf(request);
  const sessions = sessionsOneByOne(snapshot, scope);
  const late = lateOnes(snapshot, scope, on);
  const granted = beneficiaries(snapshot, scope);
  return {
    on,
    by,
    items: linesOf(snapshot, scope, by, on),
    subjects: subjectsOf(snapshot, scope),
    sessions: sessions.lines,
    sessionsLeftOut: sessions.leftOut,
    late: late.lines,
    lateLeftOut: late.leftOut,
    beneficiaries: granted.lines,
    beneficiariesLeftOut: granted.leftOut,
    freshness,
  };
}

function linesOf(
  snapshot: ReadSnapshot,
  scope: Scope,
  by: 'year' | 'month',
  on: string,
): readonly StatsLine[] {
  const participation = turnouts(snapshot, scope, by);
  const outcomes = outcomesBy(snapshot, scope, by);
  const irregularities = irregularitiesBy(snapshot, scope, by);
  const delays = delaysBy(snapshot, scope, by, on);
  const subsidies = subsidiesBy(snapshot, scope, by);
  return sessionGroups(snapshot, scope, by).map((row) => {
    const group = row.grouped as string;
    return {
      body: row.body as string,
      bodyName: row.bodyName as string,
      year: Number(row.year),
      month: row.month === null ? null : Number(row.month),
      sessions: countsOf(row),
      attendance: attendanceOf(row),
      participation: participation.get(group) ?? NO_TURNOUT,
      outcomes: outcomes.get(group) ?? NO_OUTCOMES,
      irregularities: irregularities.get(group) ?? [],
      delays: delays.get(group) ?? [],
      subsidies: subsidies.get(group) ?? NO_SUBSIDIES,
    };
  });
}

function subjectsOf(snapshot: ReadSnapshot, scope: Scope): Stats['subjects'] {
  const outcomes = outcomesBy(snapshot, scope, 'subject');
  const subsidies = subsidiesBy(snapshot, scope, 'subject');
  return [...outcomes]
    .map(([key, counted]) => ({
      classification: key === 'none' ? null : key,
      outcomes: counted,
      subsidies: subsidies.get(key) ?? NO_SUBSIDIES,
    }))
    .toSorted((one, other) => compared(one.classification, other.classification));
}

/** Those without a class come last. */
function compared(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, 'fr', { numeric: true });
}
