import { Refusal, type RefusalKind } from '@registre/platform';

/** What the command line answers to the shell. Documented in the README. */
export const EXIT = {
  done: 0,
  /** Something that nobody expected. */
  failed: 1,
  /** The command or its input does not have the required form. */
  usage: 2,
  /** The register refuses: impossible, irregular, contradictory. */
  refused: 3,
  notFound: 4,
  unavailable: 5,
  /** `doctor` found something wrong. */
  unsound: 6,
} as const;

const OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: EXIT.usage,
  'too-large': EXIT.usage,
  unauthenticated: EXIT.refused,
  forbidden: EXIT.refused,
  misdirected: EXIT.usage,
  'too-many': EXIT.unavailable,
  'not-found': EXIT.notFound,
  gone: EXIT.notFound,
  impossible: EXIT.refused,
  irregular: EXIT.refused,
  conflict: EXIT.refused,
  'reused-key': EXIT.refused,
  unavailable: EXIT.unavailable,
  'outcome-unknown': EXIT.unavailable,
};

/** The exit code of an error. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof Refusal ? OF_KIND[error.kind] : EXIT.failed;
