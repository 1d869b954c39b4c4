import { useSeance } from '../seance';
import type { ActOf } from './asked';
import { ReasonForm } from './reason-form';

export function RevocationForm({ asked }: { readonly asked: ActOf<'revocation'> }) {
  const { name } = useSeance();
  return (
    <ReasonForm
      asked={asked}
      path={['proxies', asked.member, 'revocation']}
      label={`la révocation du pouvoir de ${name(asked.member)}`}
      action="Révoquer"
    >
      <p>Un pouvoir est révocable à tout moment. Celui de {name(asked.member)} prend fin maintenant.</p>
    </ReasonForm>
  );
}
