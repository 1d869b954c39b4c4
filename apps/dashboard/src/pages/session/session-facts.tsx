import type { SessionState } from '@registre/deliberation';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { When } from '../../ui/when';
import { dateMedium } from '../../wording/dates';
import { nameOf, type Members } from '../../wording/members';

interface Props {
  readonly state: SessionState;
  readonly members: Members;
}

export function SessionFacts({ state, members }: Props) {
  const { convened, openedAt, closedAt, openingChair, secretaries } = state;
  const secretariat =
    secretaries === null ? null : secretaries.map((ref) => nameOf(members, ref)).join(', ') || 'personne';
  return (
    <Card title="Séance">
      <Facts
        facts={[
          { name: 'Nature', value: natureOf(convened?.kind ?? null) },
          { name: 'Publicité', value: publicityOf(convened?.public ?? null) },
          { name: 'Lieu', value: convened?.place ?? null },
          { name: 'Convoquée le', value: convened?.convenedOn ? dateMedium(convened.convenedOn) : null },
          { name: 'Seconde convocation', value: yesOrNo(convened?.secondConvocation ?? null) },
          { name: 'Ouverte', value: openedAt && <When at={openedAt} /> },
          { name: 'Close', value: closedAt && <When at={closedAt} /> },
          { name: 'Présidence', value: openingChair && nameOf(members, openingChair) },
          { name: 'Secrétariat', value: secretariat },
        ]}
      />
    </Card>
  );
}

const natureOf = (kind: 'ordinary' | 'extraordinary' | null) =>
  kind && (kind === 'ordinary' ? 'ordinaire' : 'extraordinaire');

const publicityOf = (isPublic: boolean | null) =>
  isPublic === null ? null : isPublic ? 'séance publique' : 'séance non publique';

const yesOrNo = (value: boolean | null) => (value === null ? null : value ? 'oui' : 'non');
