import { TextField } from '../../../ui/field';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { reason: '' };

export function SuspensionForm({ asked }: { readonly asked: ActOf<'suspension'> }) {
  const [{ reason }, set] = useActDraft(asked, EMPTY);
  return (
    <ActForm
      asked={asked}
      path={['suspension']}
      body={{ reason: said(reason) }}
      label="la suspension"
      action="Suspendre"
    >
      <p>Rien ne se discute ni ne se vote jusqu’à la reprise, où le quorum est vérifié de nouveau.</p>
      <TextField
        label="Motif (facultatif)"
        name="reason"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </ActForm>
  );
}
