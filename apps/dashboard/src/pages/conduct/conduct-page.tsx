import type { SessionBoard } from '@registre/projections';
import { useMemo } from 'react';
import { useRights } from '../../api/may';
import { useSession } from '../../api/queries';
import { useDraft } from '../../commands/draft';
import { titleOfSession } from '../session/session-title';
import { membersOf } from '../session/session-members';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { ActDialog } from './acts/act-dialog';
import { askedIn, draftOf, type Asked } from './acts/asked';
import { Conduct } from './conduct';
import { seanceOf, SeanceContext } from './seance';
import { useSessionCommands } from './session-commands';

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
  const may = useRights(authority, board.state.convened?.body);
  const [asked, ask] = useDraft<Asked | null>(askedIn(board.session), null);
  const members = useMemo(() => membersOf(board.state), [board.state]);
  const formOpen = asked === null ? null : draftOf(board.session, asked);
  const seance = seanceOf(authority, board, members, { commands, may, ask, formOpen });
  return (
    <SeanceContext value={seance}>
      <Conduct />
      <ActDialog asked={asked} />
    </SeanceContext>
  );
}
