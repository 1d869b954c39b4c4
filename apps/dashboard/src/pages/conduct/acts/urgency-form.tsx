import form from '../../../ui/form.module.css';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { BallotChoice } from './ballot-choice';
import { useActDraft } from './use-act-draft';

const EMPTY = { confirmed: null as boolean | null, ballot: '' };

/** The assembly rules on the urgency that shortened the notice, at the opening. */
export function UrgencyForm({ asked }: { readonly asked: ActOf<'urgency'> }) {
  const { state } = useSeance();
  const [{ confirmed, ballot }, set] = useActDraft(asked, EMPTY);
  const reason = state.convened?.urgency?.reason ?? null;
  const choice = (value: boolean, label: string) => (
    <label className={form.choice}>
      <input
        type="radio"
        name="urgency"
        checked={confirmed === value}
        onChange={() => set({ confirmed: value })}
      />
      {label}
    </label>
  );
  return (
    <ActForm
      asked={asked}
      path={['urgency']}
      body={confirmed === null ? null : { confirmed, ballot: ballot || null }}
      label={confirmed === false ? 'l’urgence refusée' : 'l’urgence admise'}
    >
      <p>
        Le délai de convocation a été abrégé{reason !== null && ` (${reason})`}. L’assemblée se prononce avant
        toute discussion.
      </p>
      <fieldset>
        <legend>Elle décide</legend>
        <div>
          {choice(true, 'que l’urgence est admise')}
          {choice(false, 'que l’urgence n’est pas admise')}
        </div>
      </fieldset>
      <BallotChoice
        label="Scrutin qui l’a décidé"
        name="ballot"
        value={ballot}
        onChange={(id) => set({ ballot: id })}
      />
    </ActForm>
  );
}
