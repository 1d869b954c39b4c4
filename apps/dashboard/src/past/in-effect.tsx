import type { EffectOn } from '@registre/projections';
import { Badge } from '../ui/badge';

const ANSWERS = {
  yes: { tone: 'good', label: 'oui' },
  no: { tone: 'bad', label: 'non' },
  unknown: { tone: 'neutral', label: 'inconnu' },
} as const;

/** Whether an act is in effect on the day that was asked about; why, in a tool tip and beside the act. */
export function InEffect({ effect: { answer, why } }: { readonly effect: EffectOn }) {
  const { tone, label } = ANSWERS[answer];
  return (
    <span title={why}>
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
}
