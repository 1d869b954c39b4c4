import type { CommandContext, Despite, Occurrence } from '@registre/deliberation';
import type { Course } from '../session-record/course.js';
import type { SessionRecord } from '../session-record/session-record.js';

/** One command of an import. */
export interface Step {
  /** Names it within the record: its ids derive from it, so that sent again it is the same. */
  readonly key: string;
  /** Dotted path of what it is made from. */
  readonly path: string;
  /** The command, sent despite those rules. */
  readonly command: (despite: readonly Despite[]) => object;
  /** Refused, it hides nothing of what else may be wrong. */
  readonly independent?: true;
  /** The stream of a command that keeps files before it is decided: done once, it is not sent again. */
  readonly keepsFilesIn?: string;
}

/** A record on its way into the register. */
export interface Dossier {
  readonly record: SessionRecord;
  readonly course: Course;
  /** Id of the séance. */
  readonly session: string;
  /** Id of each affair, by its key in the record. */
  readonly affairOf: (key: string) => string;
  /** Id of what the step of that key creates. */
  readonly created: (key: string, kind: string) => string;
  /** The context of the step of that key. */
  readonly context: (key: string) => CommandContext;
  /** Whether a check found something wrong at that path or under it. */
  readonly isDisputed: (path: string) => boolean;
}

/** What every body carries: when it happened, and the rules that it is sent despite of. */
export const told = (occurredAt: Occurrence, despite: readonly Despite[]) => ({
  occurredAt,
  ...(despite.length === 0 ? {} : { despite: [...despite] }),
});

/** A list of the record as bodies take it: their own. */
export const copied = <T>(list: readonly T[] | null): T[] | null => (list === null ? null : [...list]);
