import type { SessionBoard } from '@registre/projections';
import { SessionFollowUp } from '../../follow-up/session-follow-up';
import { Card } from '../../ui/card';
import { Facts } from '../../ui/facts';
import { dateMedium } from '../../wording/dates';
import { nameOf, type Members } from '../../wording/members';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
  readonly members: Members;
}

const SIGNATORIES = {
  'all-present': 'tous les membres présents',
  'chair-and-secretary': 'le président et le secrétaire de séance',
};

/** What follows a séance: its list, its minutes, who signs; and what interrupted or corrected it. */
export function SessionAfterwards({ authority, board, members }: Props) {
  const { state, signatories } = board;
  if (state.status !== 'closed') return null;
  const { settled, published } = state.minutes;
  const signed = settled?.signedBy ?? null;
  return (
    <Card title="Après la séance" id="apres">
      <Facts
        facts={[
          { name: 'Liste affichée le', value: dated(state.list?.postedOn) },
          { name: 'Procès-verbal arrêté le', value: dated(settled?.on) },
          { name: 'Procès-verbal en ligne le', value: dated(published?.on) },
          { name: 'Signé par', value: signed && signed.map((ref) => nameOf(members, ref)).join(', ') },
          { name: 'Signataires de droit', value: signatories && SIGNATORIES[signatories] },
          { name: 'Suspensions', value: String(state.suspensions.length) },
          { name: 'Huis clos', value: String(state.closedDoors.length) },
          { name: 'Corrections', value: String(state.corrections.length) },
        ]}
      />
      <SessionFollowUp authority={authority} board={board} members={members} />
    </Card>
  );
}

const dated = (on: string | null | undefined) => (on === null || on === undefined ? null : dateMedium(on));
