import type { ActOf } from './asked';
import { ReasonForm } from './reason-form';

export function VoidingForm({ asked }: { readonly asked: ActOf<'voiding'> }) {
  return (
    <ReasonForm
      asked={asked}
      path={['ballots', asked.ballot, 'voiding']}
      label="l’annulation du scrutin"
      action="Annuler le scrutin"
    >
      <p>Les votes restent à l’historique et ne comptent pas. Un autre scrutin peut être ouvert.</p>
    </ReasonForm>
  );
}
