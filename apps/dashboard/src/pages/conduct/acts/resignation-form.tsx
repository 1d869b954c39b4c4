import { useSeance } from '../seance';
import type { ActOf } from './asked';
import { ReasonForm } from './reason-form';

export function ResignationForm({ asked }: { readonly asked: ActOf<'resignation'> }) {
  const { name } = useSeance();
  return (
    <ReasonForm
      asked={asked}
      path={['resignations']}
      body={{ member: asked.member }}
      label={`la démission de ${name(asked.member)}`}
    >
      <p>{name(asked.member)} quitte ses fonctions en séance&nbsp;: l’effectif en exercice diminue d’un.</p>
    </ReasonForm>
  );
}
