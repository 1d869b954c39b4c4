import { TextField } from '../../../ui/field';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { said, useActDraft } from './use-act-draft';

const EMPTY = { reason: 'Erreur de saisie' };

/** Takes an entry back that was noted by a slip: a further event, and the first stays in the history. */
export function CorrectionForm({ asked }: { readonly asked: ActOf<'correction'> }) {
  const [{ reason }, set] = useActDraft(asked, EMPTY);
  return (
    <ActForm
      asked={asked}
      path={['corrections']}
      body={{ correction: asked.correction, reason: said(reason) }}
      label={asked.what}
      action="Corriger"
    >
      <p>
        Sera enregistrée&nbsp;: {asked.what}. Ce qui avait été noté reste à l’historique, avec le motif de la
        correction.
      </p>
      <TextField label="Motif" name="reason" value={reason} onChange={(text) => set({ reason: text })} />
    </ActForm>
  );
}
