import type { AffairInSession, BallotInSession, SessionState } from '@registre/deliberation';
import type { SessionBoard } from '@registre/projections';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { sessionAddress } from '../../addresses';
import { useLive } from '../../api/live';
import { useSession } from '../../api/queries';
import { titleOfSession } from '../session/session-title';
import { membersOf } from '../session/session-members';
import { MAIN_ID } from '../../shell/arrival';
import { Loaded } from '../../ui/loaded';
import { timeOfDay } from '../../wording/dates';
import { reachedWording, requiredWording } from '../../wording/quorum';
import { statusWording } from '../../wording/sessions';
import { CutSince } from './cut-since';
import { Proclaimed } from './proclaimed';
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
  const liveness = useLive(authority);
  const title = titleOfSession(session.data);
  useEffect(() => {
    document.title = `Écran de salle – ${title}`;
  }, [title]);
  // What was last heard stays on the screen through a cut, and the screen says since when.
  const heard = session.data === undefined ? session : { ...session, error: null };
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.screen}>
      <CutSince liveness={liveness} />
      <Loaded query={heard} what="de la séance">
        {(board) => <Screen authority={authority} board={board} />}
      </Loaded>
    </main>
  );
}

function Screen({ authority, board }: { readonly authority: string; readonly board: SessionBoard }) {
  const { state } = board;
  const members = membersOf(state);
  const { affair, ballot } = shownIn(state);
  const suspended = state.suspensions.at(-1);
  return (
    <>
      <header className={styles.head}>
        <p>
          <Link href={sessionAddress(authority, board.session)}>{titleOfSession(board)}</Link>
        </p>
        <p className={styles.status}>
          {state.closedDoors.at(-1)?.until === null && 'Huis clos – '}
          {statusWording(state.status).label}
        </p>
      </header>
      <Subject affair={affair} ballot={ballot} />
      <div className={styles.body}>
        {state.status === 'open' && suspended?.until === null ? (
          <p className={styles.suspended}>
            Séance suspendue
            {suspended.from.time !== null && <span>depuis {timeOfDay(suspended.from.time)}</span>}
          </p>
        ) : ballot === null ? (
          <div className={styles.figure}>
            <SeatsPresent board={board} members={members} />
            {affair !== null && <Proclaimed affair={affair} ballot={null} />}
          </div>
        ) : (
          <RoomBallot ballot={ballot} voting={board.voting} affair={affair} members={members} />
        )}
        <Figures board={board} />
      </div>
    </>
  );
}

interface Shown {
  readonly affair: AffairInSession | null;
  readonly ballot: BallotInSession | null;
}

/** The ballot that is open, or the last one on what is discussed; those that are void are not shown. */
function shownIn(state: SessionState): Shown {
  const current = state.affairs.find(({ id }) => id === (state.currentAffair ?? state.lastCalled)) ?? null;
  const last = state.ballots.findLast(({ voided }) => voided === null) ?? null;
  if (last?.affair === null && (state.currentAffair === null || last.id === state.openBallot)) {
    return { affair: null, ballot: last };
  }
  return { affair: current, ballot: last !== null && last.affair === current?.id ? last : null };
}

/** What is discussed or voted on; the longer, the smaller. */
function Subject({ affair, ballot }: Shown) {
  const text = affair?.subject ?? ballot?.question ?? (ballot === null ? 'Séance' : 'Vote de la séance');
  const long = text.length > 220 ? 'very' : text.length > 90 ? 'rather' : undefined;
  return (
    <h1 className={styles.affair} data-long={long}>
      {affair?.order != null && <span className={styles.order}>{affair.order}</span>} {text}
    </h1>
  );
}

function Figures({ board: { now } }: { readonly board: SessionBoard }) {
  return (
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
  );
}
