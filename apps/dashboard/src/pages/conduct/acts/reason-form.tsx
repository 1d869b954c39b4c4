import type { ReactNode } from 'react';
import { TextField } from '../../../ui/field';
import { ActForm } from './act-form';
import type { Asked } from './asked';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { reason: '' };

interface Props {
  readonly asked: Asked;
  readonly path: readonly string[];
  readonly label: string;
  readonly action?: string;
  /** What else is sent beside the reason. */
  readonly body?: object;
  readonly children?: ReactNode;
}

/** An act that is told with its reason, and nothing else. */
export function ReasonForm({ asked, path, label, action = 'Enregistrer', body, children }: Props) {
  const [{ reason }, set] = useActDraft(asked, EMPTY);
  return (
    <ActForm asked={asked} path={path} label={label} action={action} body={{ ...body, reason: said(reason) }}>
      {children}
      <TextField
        label="Motif (facultatif)"
        name="reason"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </ActForm>
  );
}
