import { CountField, countIn } from '../../../ui/field';
import form from '../../../ui/form.module.css';
import { MembersPicker } from '../../../ui/member-picker';
import { methodWording } from '../../../wording/ballots';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';
import { useActDraft } from './use-act-draft';

const EMPTY = {
  method: 'secret' as 'roll-call' | 'secret',
  requestedBy: [] as readonly string[],
  count: null as string | null,
};

/** Members ask for a manner of voting; whether enough of those present do is for the register to say. */
export function BallotRequestForm({ asked }: { readonly asked: ActOf<'ballot-request'> }) {
  const { sitting } = useSeance();
  const [{ method, requestedBy, count }, set] = useActDraft(asked, EMPTY);
  const body = {
    affair: asked.affair,
    method,
    requestedBy: requestedBy.length === 0 ? null : requestedBy,
    count: count === null ? requestedBy.length || null : countIn(count),
  };
  return (
    <ActForm
      asked={asked}
      path={['ballot-requests']}
      body={body}
      label={`la demande d’un ${methodWording(method)}`}
    >
      <fieldset>
        <legend>Ce qui est demandé</legend>
        <div>
          {(['secret', 'roll-call'] as const).map((one) => (
            <label key={one} className={form.choice}>
              <input
                type="radio"
                name="asked"
                checked={method === one}
                onChange={() => set({ method: one })}
              />
              {methodWording(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <MembersPicker
        label="Demandé par"
        members={sitting}
        value={requestedBy}
        onChange={(refs) => set({ requestedBy: refs })}
      />
      <CountField
        label="Nombre de demandeurs, tel qu’annoncé"
        name="count"
        value={count ?? String(requestedBy.length || '')}
        onChange={(text) => set({ count: text })}
      />
    </ActForm>
  );
}
