import { useSession } from '../../api/queries';
import { Page } from '../../shell/page';
import { Loaded } from '../../ui/loaded';
import { SessionView } from './session-view';
import { titleOfSession } from './session-title';

interface Props {
  readonly authority: string;
  readonly id: string;
}

export function SessionPage({ authority, id }: Props) {
  const query = useSession(authority, id);
  return (
    <Page title={titleOfSession(query.data)} authority={authority} freshness={query.data?.freshness} live>
      <Loaded query={query} what="de la séance">
        {(board) => <SessionView authority={authority} board={board} />}
      </Loaded>
    </Page>
  );
}
