import type { SessionBoard } from '@registre/projections';
import { useMemo } from 'react';
import { useSession } from '../api/queries';
import { titleOfSession } from '../pages/session/session-title';
import { membersOf } from '../pages/session/session-members';
import { Page } from '../shell/page';
import { Loaded } from '../ui/loaded';
import { useSessionCommands } from './session-commands';
import { Conduct } from './conduct';
import { seanceOf, SeanceContext } from './seance';

interface Props {
  readonly authority: string;
  readonly id: string;
}

export default function ConductPage({ authority, id }: Props) {
  const session = useSession(authority, id);
  return (
    <Page
      title={`Conduite – ${titleOfSession(session.data)}`}
      authority={authority}
      freshness={session.data?.freshness}
      live
    >
      <Loaded query={session} what="de la séance">
        {(board) => <Conducted authority={authority} board={board} />}
      </Loaded>
    </Page>
  );
}

function Conducted({ authority, board }: { readonly authority: string; readonly board: SessionBoard }) {
  const commands = useSessionCommands(authority, board.session, board.revision);
  const members = useMemo(() => membersOf(board.state), [board.state]);
  const seance = seanceOf(authority, board, members, commands);
  return (
    <SeanceContext value={seance}>
      <Conduct />
    </SeanceContext>
  );
}
