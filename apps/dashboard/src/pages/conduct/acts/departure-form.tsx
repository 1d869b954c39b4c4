import { useSeance } from '../seance';
import type { ActOf } from './asked';
import { ReasonForm } from './reason-form';

export function DepartureForm({ asked }: { readonly asked: ActOf<'departure'> }) {
  const { name } = useSeance();
  return (
    <ReasonForm
      asked={asked}
      path={['departures']}
      body={{ member: asked.member }}
      label={`le départ de ${name(asked.member)}`}
    >
      <p>{name(asked.member)} quitte la salle.</p>
    </ReasonForm>
  );
}
