import { useSeance } from '../seance';
import type { ActOf } from './asked';
import { ReasonForm } from './reason-form';

/** Postpones or withdraws an affair. */
export function PutOffForm({ asked }: { readonly asked: ActOf<'postponement' | 'withdrawal'> }) {
  const { state } = useSeance();
  const label = asked.act === 'withdrawal' ? 'le retrait de l’affaire' : 'le report de l’affaire';
  return (
    <ReasonForm asked={asked} path={['affairs', asked.affair, asked.act]} label={label}>
      <p>{state.affairs.find(({ id }) => id === asked.affair)?.subject}</p>
    </ReasonForm>
  );
}
