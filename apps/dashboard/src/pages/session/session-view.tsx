import type { SessionBoard } from '@registre/projections';
import { Link } from 'wouter';
import { actAddress } from '../../addresses';
import { Card } from '../../ui/card';
import { Irregularities } from '../../ui/irregularities';
import { TwoColumns } from '../../ui/two-columns';
import { affairName } from './affair-name';
import { AgendaTable } from './agenda-table';
import { SessionAfterwards } from './session-afterwards';
import { SessionBallots } from './session-ballots';
import { SessionFacts } from './session-facts';
import { SessionHead } from './session-head';
import { membersOf } from './session-members';
import { SessionPresence } from './session-presence';

interface Props {
  readonly authority: string;
  readonly board: SessionBoard;
}

const PARTS = [
  { id: 'ordre-du-jour', title: 'Ordre du jour' },
  { id: 'presence', title: 'Présence' },
  { id: 'mouvements', title: 'Arrivées et départs' },
  { id: 'scrutins', title: 'Scrutins de la séance' },
];

/** A séance: its agenda and outcomes, its own ballots, who was there. */
export function SessionView({ authority, board }: Props) {
  const { state, disagreements } = board;
  const members = membersOf(state);
  return (
    <TwoColumns
      head={
        <>
          <SessionHead authority={authority} board={board} />
          <Irregularities
            irregularities={state.irregularities}
            disagreements={disagreements}
            affairName={(id) => <Link href={actAddress(authority, id)}>{affairName(state, id)}</Link>}
          />
        </>
      }
      parts={PARTS}
      aside={
        <>
          <SessionFacts state={state} members={members} />
          <SessionAfterwards authority={authority} board={board} members={members} />
        </>
      }
    >
      <Card title="Ordre du jour" id="ordre-du-jour">
        <AgendaTable authority={authority} state={state} />
      </Card>
      <SessionPresence state={state} members={members} />
      <SessionBallots state={state} members={members} />
    </TwoColumns>
  );
}
