import { TextField } from '../../../ui/field';
import form from '../../../ui/form.module.css';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { said, useActDraft } from './use-act-draft';

type Ground = 'personal-interest' | 'designated-representative' | null;

const EMPTY = { ground: 'personal-interest' as Ground, left: true, note: '' };

const GROUNDS: readonly { readonly ground: Ground; readonly label: string }[] = [
  { ground: 'personal-interest', label: 'Intérêt personnel à l’affaire' },
  { ground: 'designated-representative', label: 'Siège par désignation dans l’autre organisme' },
  { ground: null, label: 'Non renseigné' },
];

/** A member keeps out of the affair under discussion: counts as absent for it, neither votes nor bears a proxy. */
export function RecusalForm({ asked }: { readonly asked: ActOf<'recusal'> }) {
  const { state, name } = useSeance();
  const [{ ground, left, note }, set] = useActDraft(asked, EMPTY);
  const affair = state.currentAffair;
  return (
    <ActForm
      asked={asked}
      path={['affairs', affair ?? '', 'recusals']}
      body={affair === null ? null : { member: asked.member, ground, left, note: said(note) }}
      label={`le déport de ${name(asked.member)}`}
    >
      <p>
        {name(asked.member)} ne prend part ni au débat ni au vote de l’affaire en discussion, et n’y porte pas
        de pouvoir.
      </p>
      <fieldset>
        <legend>Cause</legend>
        <div>
          {GROUNDS.map((one) => (
            <label key={one.label} className={form.choice}>
              <input
                type="radio"
                name="ground"
                checked={ground === one.ground}
                onChange={() => set({ ground: one.ground })}
              />
              {one.label}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={form.choice}>
        <input type="checkbox" checked={left} onChange={(event) => set({ left: event.target.checked })} />
        Sort de la salle
      </label>
      <TextField
        label="Précision (facultatif, sans détail privé)"
        name="note"
        value={note}
        onChange={(text) => set({ note: text })}
      />
    </ActForm>
  );
}
