import { Refusal } from '@registre/platform';

/** What the law would not have, and yet happened: recorded with its reason (domain: the register records). */
export interface Irregularity {
  /** Stable code of the rule, e.g. `R7.quorum`. */
  readonly rule: string;
  /** Why it was recorded all the same, in the words of who did. */
  readonly reason: string;
  /** What was found, in French. */
  readonly found: string;
}

/** Event data that may say what was irregular when the event was accepted. */
export interface MayBeIrregular {
  readonly irregularities?: readonly Irregularity[];
}

/** A rule of law that a command breaks. */
export interface BrokenRule {
  readonly rule: string;
  /** What is wrong, in French. */
  readonly message: string;
  readonly field?: string;
}

/** The client's « I know, record it »: one rule and the reason. */
export interface Despite {
  readonly rule: string;
  readonly reason: string;
}

/**
 * What is to be recorded of the rules that a command breaks.
 *
 * @throws Refusal `irregular` listing every broken rule, unless `despite` names each of them and no other.
 */
export function excuse(
  broken: readonly BrokenRule[],
  despite: readonly Despite[] | undefined,
): MayBeIrregular {
  const excused = new Map((despite ?? []).map(({ rule, reason }) => [rule, reason]));
  const missing = broken.filter(({ rule }) => !excused.has(rule));
  const needless = [...excused.keys()].filter((rule) => !broken.some((one) => one.rule === rule));
  if (missing.length > 0 || needless.length > 0) throw refusal(broken, needless);
  if (broken.length === 0) return {};
  return {
    irregularities: broken.map(({ rule, message }) => ({
      rule,
      reason: excused.get(rule) ?? '',
      found: message,
    })),
  };
}

function refusal(broken: readonly BrokenRule[], needless: readonly string[]): Refusal {
  const reasons = [
    ...broken.map(({ rule, message, field }) => ({ field: field ?? '', rule, message })),
    ...needless.map((rule) => ({
      field: 'despite',
      rule: 'despite.not-broken',
      message: `La règle ${rule} n’est pas enfreinte : il n’y a rien à passer outre.`,
    })),
  ];
  return new Refusal(
    'irregular',
    broken[0]?.rule ?? 'despite.not-broken',
    broken.length > 0
      ? 'La demande est contraire à une règle de droit. Pour l’enregistrer malgré tout, renvoyez-la avec « despite » en nommant chaque règle et la raison.'
      : 'La demande dit passer outre une règle qui n’est pas enfreinte.',
    reasons,
  );
}
