import { useSeance } from '../seance';
import { QuorumGauge } from '../quorum-gauge';
import { ActForm } from './act-form';
import type { ActOf } from './asked';

export function QuorumFailureForm({ asked }: { readonly asked: ActOf<'quorum-failure'> }) {
  const { board } = useSeance();
  return (
    <ActForm asked={asked} path={['quorum-failure']} body={{}} label="l’absence de quorum" action="Constater">
      <QuorumGauge quorum={board.now.quorum} />
      <p>
        La séance ne se tient pas. Une seconde convocation peut être adressée&nbsp;: l’assemblée délibère
        alors sans condition de quorum.
      </p>
    </ActForm>
  );
}
