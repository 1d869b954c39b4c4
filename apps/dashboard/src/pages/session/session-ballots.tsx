import type { SessionState } from '@registre/deliberation';
import { Card } from '../../ui/card';
import { BallotView } from '../../voting/ballot-view';
import type { Members } from '../../wording/members';

interface Props {
  readonly state: SessionState;
  readonly members: Members;
}

/** The ballots of the séance itself, not of an affair: manner of voting, earlier minutes. */
export function SessionBallots({ state, members }: Props) {
  const own = state.ballots.filter(({ affair }) => affair === null);
  const present = state.attendance?.filter(({ status }) => status === 'present').length ?? null;
  return (
    <Card title="Scrutins de la séance elle-même" id="scrutins">
      {own.length === 0 && <p>Aucun&nbsp;: tous les scrutins portent sur une affaire.</p>}
      {own.map((ballot) => (
        <BallotView
          key={ballot.id}
          ballot={ballot}
          rank={null}
          deciding={false}
          present={present}
          members={members}
        />
      ))}
    </Card>
  );
}
