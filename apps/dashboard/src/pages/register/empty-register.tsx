import { Link } from 'wouter';
import { sessionsAddress } from '../../addresses';
import { Empty } from '../../ui/empty';

interface Props {
  readonly authority: string;
  readonly filtered: boolean;
}

export function EmptyRegister({ authority, filtered }: Props) {
  if (filtered) {
    return (
      <Empty title="Aucune délibération ne répond à ces critères">
        <p>Retirez un critère, ou affichez tout le registre.</p>
      </Empty>
    );
  }
  return (
    <Empty title="Aucune délibération n’est encore inscrite">
      <p>
        Une affaire entre au registre quand sa séance est close.{' '}
        <Link href={sessionsAddress(authority)}>Voir les séances</Link>
      </p>
    </Empty>
  );
}
