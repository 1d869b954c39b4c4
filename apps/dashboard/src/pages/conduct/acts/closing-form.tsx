import { plural } from '../../../wording/amounts';
import { useSeance } from '../seance';
import { ActForm } from './act-form';
import type { ActOf } from './asked';

export function ClosingForm({ asked }: { readonly asked: ActOf<'closing'> }) {
  const { state } = useSeance();
  const pending = state.affairs.filter(({ outcome }) => outcome === null).length;
  return (
    <ActForm
      asked={asked}
      path={['closing']}
      body={{}}
      label="la clôture de la séance"
      action="Clore la séance"
    >
      <p>
        {pending === 0
          ? 'Toutes les affaires sont traitées. Les délibérations entreront au registre.'
          : `${plural(pending, 'affaire')} de l’ordre du jour ${pending > 1 ? 'ne sont pas traitées' : 'n’est pas traitée'}. Les autres entreront au registre.`}
      </p>
      <p>Une séance close ne se rouvre pas&nbsp;: seule une séance ultérieure la rectifie.</p>
    </ActForm>
  );
}
