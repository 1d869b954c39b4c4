import type { ReadSnapshot, Row } from '../engine/read-snapshot.js';
import { daysOf } from '../sessions/queries.js';

/** Which part of the register is counted. */
export interface Scope {
  readonly body: string | null;
  readonly first: string;
  readonly last: string;
  /** First level of the classification; `none`: without one. Null: all. */
  readonly subject: string | null;
}

export interface ScopeRequest {
  readonly body?: string | undefined;
  /** Civil year of the séance. */
  readonly year?: number | undefined;
  readonly subject?: string | undefined;
}

export function scopeOf({ body, year, subject }: ScopeRequest): Scope {
  const [first, last] = daysOf(year);
  return { body: body ?? null, first, last, subject: subject ?? null };
}

/** Of `session_figures AS held`; only what is over is there. */
export const WITHIN = `(:body IS NULL OR held.body = :body) AND held.date BETWEEN :first AND :last`;

/** Of `figure_paper AS paper`, joined from the left. */
export const ON_SUBJECT = `(:subject IS NULL OR ifnull(paper.class, 'none') = :subject)`;

/** How figures are grouped: columns of the séance. */
export const GROUPS = {
  year: `held.body || '|' || substr(held.date, 1, 4)`,
  month: `held.body || '|' || substr(held.date, 1, 7)`,
  subject: `ifnull(paper.class, 'none')`,
} as const;
export type Grouping = keyof typeof GROUPS;

/** Rows by their column `grouped`. */
export function grouped(
  snapshot: ReadSnapshot,
  sql: string,
  parameters: Parameters<ReadSnapshot['named']>[1],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(snapshot.named(sql, parameters), (row) => row.grouped as string);
}

/** Null: nothing is known to be a share of. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

/** Cents as euros, two decimals. */
export const eurosOf = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
