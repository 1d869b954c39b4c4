import { CountField, countIn, TextField } from '../../../ui/field';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { useActDraft } from './use-act-draft';

const EMPTY = { subject: '', order: null as string | null };

export function NewAffairForm({ asked }: { readonly asked: ActOf<'new-affair'> }) {
  const { state } = useSeance();
  const [draft, set] = useActDraft(asked, EMPTY);
  const next = Math.max(0, ...state.affairs.map(({ order }) => order ?? 0)) + 1;
  const order = draft.order ?? String(next);
  const subject = draft.subject.trim();
  return (
    <ActForm
      asked={asked}
      path={['affairs']}
      body={subject === '' ? null : { subject, order: countIn(order) }}
      label="l’inscription de l’affaire"
      action="Inscrire"
    >
      <TextField
        label="Objet"
        name="subject"
        rows={3}
        value={draft.subject}
        onChange={(text) => set({ subject: text })}
      />
      <CountField
        label="Numéro d’ordre"
        name="order"
        value={order}
        onChange={(text) => set({ order: text })}
      />
    </ActForm>
  );
}
