import { fullName } from '@registre/deliberation';
import type { SessionRecord } from '../session-record/session-record.js';

/** What is wrong in a record that follows the format. */
export interface Finding {
  /** Number in the list of checks, e.g. `6`. */
  readonly check: string;
  /** S structural: the record is refused, whatever is asked. I: irregular, or it contradicts itself. */
  readonly severity: 'S' | 'I';
  /** Stable code; that of the domain where a command breaks the same rule. */
  readonly rule: string;
  /** Dotted path in the record. */
  readonly path: string;
  /** In French. */
  readonly message: string;
  /** Key of the affair concerned; null: the séance as a whole. */
  readonly affair: string | null;
}

/** A check of what the record itself says, by its number in the list of checks. */
export type Check = (record: SessionRecord) => readonly Finding[];

export type Find = (severity: 'S' | 'I', rule: string, path: string, message: string) => Finding;

/** Makes the findings of one check; the affair concerned is that of the path. */
export const finder =
  (record: SessionRecord, check: string): Find =>
  (severity, rule, path, message) => ({
    check,
    severity,
    rule,
    path,
    message,
    affair: affairAt(record, path),
  });

function affairAt(record: SessionRecord, path: string): string | null {
  const index = /^affairs\.(\d+)(\.|$)/.exec(path)?.[1];
  return index === undefined ? null : (record.affairs[Number(index)]?.key ?? null);
}

/** How a message names a person. */
export function nameOf(record: SessionRecord, ref: string): string {
  const member = record.body.members?.find((one) => one.ref === ref);
  return member === undefined ? `« ${ref} »` : fullName(member);
}

/** « l’affaire 4 » */
export const affairNamed = (key: string): string => `l’affaire ${key}`;
