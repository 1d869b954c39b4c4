import type { Reason } from '../api/problem';
import { TextField } from '../ui/field';

/** Why each rule was broken, by its code. */
export type Why = { readonly [rule: string]: string };

interface Props {
  /** What the register found, each with the rule that it breaks. */
  readonly reasons: readonly Reason[];
  readonly why: Why;
  readonly onChange: (why: Why) => void;
}

/** Each rule of law that is in the way, in words, and the reason for recording all the same. */
export function DespiteFields({ reasons, why, onChange }: Props) {
  return rulesIn(reasons).map((rule) => (
    <fieldset key={rule}>
      <legend>
        {reasons
          .filter((one) => one.rule === rule)
          .map(({ message }) => message)
          .join(' ')}
      </legend>
      <TextField
        label={`Motif (règle ${rule})`}
        required
        value={why[rule] ?? ''}
        onChange={(text) => onChange({ ...why, [rule]: text })}
      />
    </fieldset>
  ));
}

/** The rules that are broken, each once: not those for which a reason was given in vain. */
export const rulesIn = (reasons: readonly Reason[]): readonly string[] => [
  ...new Set(reasons.map(({ rule }) => rule).filter((rule) => rule !== 'despite.not-broken')),
];

/** The reasons as they are sent; null: one is still missing. */
export function despiteOf(reasons: readonly Reason[], why: Why) {
  const given = rulesIn(reasons).map((rule) => ({ rule, reason: (why[rule] ?? '').trim() }));
  return given.every(({ reason }) => reason.length >= 3) ? given : null;
}
