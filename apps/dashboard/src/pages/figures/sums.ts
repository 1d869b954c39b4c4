import type { DelayFigures, StatsLine } from '@registre/projections';
import { groupsOf } from '../../charts/groups';

type Numbers = { readonly [name: string]: unknown };

/** Adds numbers that bear the same name; null is passed over: nothing is known of it. */
export function added<T extends object, K extends keyof T>(
  all: readonly T[],
  names: readonly K[],
): { [name in K]: number } {
  const sum = (name: K) =>
    all.reduce((total, one) => total + Number((one as Numbers)[name as string] ?? 0), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as { [name in K]: number };
}

export const SEATS = ['present', 'represented', 'excused', 'absent', 'unknown'] as const;
export const OUTCOMES = ['adopted', 'rejected', 'noted', 'postponed', 'withdrawn', 'unknown'] as const;
const UNANIMITY = ['unanimous', 'divided'] as const;
const TURNOUT = [
  'ballots',
  'counted',
  'unknown',
  'roll',
  'voted',
  'expressedCounted',
  'expressedRoll',
  'expressed',
] as const;
const DELAYS = ['inTime', 'late', 'withoutLimit', 'overdue', 'pending', 'unknown'] as const;

export const sessionSums = (lines: readonly StatsLine[]) =>
  added(
    lines.map(({ sessions }) => sessions),
    ['held', 'notQuorate', 'secondConvocation', 'secondConvocationUnknown'],
  );

export const attendanceSums = (lines: readonly StatsLine[]) =>
  added(
    lines.map(({ attendance }) => attendance),
    [...SEATS, 'remote', 'modeUnknown', 'inOfficeUnknown'],
  );

export const outcomeSums = (outcomes: readonly StatsLine['outcomes'][]) =>
  added(outcomes, [...OUTCOMES, ...UNANIMITY]);

export const turnoutSums = (turnouts: readonly Omit<StatsLine['participation'], 'methods'>[]) =>
  added(turnouts, TURNOUT);

/** A part of a whole; null: nothing is known to be a part of. */
export const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** How they were, of those of whom it is known. */
export const known = (seats: {
  readonly [seat in Exclude<(typeof SEATS)[number], 'unknown'>]: number;
}): number => seats.present + seats.represented + seats.excused + seats.absent;

/** The delays of one kind, over all lines. */
export function delaySums(lines: readonly StatsLine[], kind: DelayFigures['kind']) {
  const all = lines.flatMap(({ delays }) => delays.filter((one) => one.kind === kind));
  const days = groupsOf(
    all.flatMap((one) => one.days),
    (one) => one.days,
  );
  const limits = new Map(
    all.flatMap((one) => one.limits).map((limit) => [`${limit.days} ${limit.article}`, limit]),
  );
  return {
    ...added(all, DELAYS),
    days: [...days]
      .map(([day, same]) => ({ days: day, count: same.reduce((sum, { count }) => sum + count, 0) }))
      .toSorted((one, other) => one.days - other.days),
    limits: [...limits.values()].toSorted((one, other) => one.days - other.days),
  };
}
export type DelaySums = ReturnType<typeof delaySums>;

/** The lines of each year or month, the earliest first. */
export function byPeriod(
  lines: readonly StatsLine[],
): readonly (readonly [period: string, lines: readonly StatsLine[]])[] {
  const periods = groupsOf(lines, ({ year, month }) =>
    month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
  );
  return [...periods].toSorted(([one], [other]) => one.localeCompare(other));
}
