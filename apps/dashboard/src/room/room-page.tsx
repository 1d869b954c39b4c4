import type { SessionBoard } from '@registre/projections';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { sessionAddress } from '../addresses';
import { useLive } from '../api/live';
import { useSession } from '../api/queries';
import { titleOfSession } from '../pages/session/session-title';
import { membersOf } from '../pages/session/session-members';
import { MAIN_ID } from '../shell/arrival';
import { Loaded } from '../ui/loaded';
import { reachedWording, requiredWording } from '../wording/quorum';
import { statusWording } from '../wording/sessions';
import { RoomBallot } from './room-ballot';
import { SeatsPresent } from './seats-present';
import styles from './room.module.css';

interface Props {
  readonly authority: string;
  readonly id: string;
}

/** For the screen of the room: what is discussed, who is there, how the vote goes, in big type. */
export default function RoomPage({ authority, id }: Props) {
  const session = useSession(authority, id);
  useLive(authority);
  const title = titleOfSession(session.data);
  useEffect(() => {
    document.title = `Écran de salle – ${title}`;
  }, [title]);
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.screen}>
      <Loaded query={session} what="de la séance">
        {(board) => <Screen authority={authority} board={board} />}
      </Loaded>
    </main>
  );
}

function Screen({ authority, board }: { readonly authority: string; readonly board: SessionBoard }) {
  const { state, now } = board;
  const members = membersOf(state);
  const affair = state.affairs.find(({ id }) => id === (state.currentAffair ?? state.lastCalled));
  const shown = affair === undefined ? [] : state.ballots.filter((one) => one.affair === affair.id);
  const ballot = state.ballots.find(({ id }) => id === state.openBallot) ?? shown.at(-1);
  const suspended = state.suspensions.at(-1)?.until === null;
  return (
    <>
      <header className={styles.head}>
        <p>
          <Link href={sessionAddress(authority, board.session)}>{titleOfSession(board)}</Link>
        </p>
        <p className={styles.status}>{suspended ? 'Séance suspendue' : statusWording(state.status).label}</p>
      </header>
      <h1 className={styles.affair}>
        {affair === undefined ? (
          'Séance'
        ) : (
          <>
            {affair.order !== null && <span className={styles.order}>{affair.order}</span>} {affair.subject}
          </>
        )}
      </h1>
      <div className={styles.body}>
        {ballot === undefined ? (
          <SeatsPresent board={board} members={members} />
        ) : (
          <RoomBallot ballot={ballot} voting={board.voting} affair={affair ?? null} members={members} />
        )}
        <dl className={styles.figures}>
          <div>
            <dt>Présents</dt>
            <dd>{now.room.present?.length ?? 'non renseigné'}</dd>
          </div>
          <div>
            <dt>Pouvoirs</dt>
            <dd>{now.room.proxies?.length ?? 'non renseigné'}</dd>
          </div>
          <div className={styles.quorum} data-reached={String(now.quorum.reached)}>
            <dt>{reachedWording(now.quorum)}</dt>
            <dd>
              <small>requis&nbsp;: {requiredWording(now.quorum)}</small>
            </dd>
          </div>
        </dl>
      </div>
    </>
  );
}
