import type { SessionBoard } from '@registre/projections';
import { usePapers } from '../../api/preparation';
import { useSession } from '../../api/queries';
import { SessionFacts } from '../session/session-facts';
import { SessionHead } from '../session/session-head';
import { membersOf } from '../session/session-members';
import { titleOfSession } from '../session/session-title';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { TwoColumns } from '../../ui/two-columns';
import { AgendaCard } from './agenda-card';
import { ConvocationCard } from './convocation-card';

interface Props {
  readonly authority: string;
  readonly id: string;
}

/** A séance before it is held: its agenda, the paper of each affair, who was convened. */
export default function PreparationPage({ authority, id }: Props) {
  const session = useSession(authority, id);
  return (
    <Page
      title={`Préparation – ${titleOfSession(session.data)}`}
      authority={authority}
      freshness={session.data?.freshness}
      live
    >
      <Loaded query={session} what="de la séance">
        {(board) => <Preparation authority={authority} board={board} />}
      </Loaded>
    </Page>
  );
}

const PARTS = [
  { id: 'ordre-du-jour', title: 'Ordre du jour' },
  { id: 'convocation', title: 'Convocation' },
];

function Preparation({ authority, board }: { readonly authority: string; readonly board: SessionBoard }) {
  const papers = usePapers(authority, board.session);
  const members = membersOf(board.state);
  return (
    <TwoColumns
      head={<SessionHead authority={authority} board={board} />}
      parts={PARTS}
      aside={<SessionFacts state={board.state} members={members} />}
    >
      <Loaded query={papers} what="des affaires" part>
        {({ items }) => <AgendaCard authority={authority} board={board} papers={items} />}
      </Loaded>
      <ConvocationCard authority={authority} board={board} members={members} />
    </TwoColumns>
  );
}
