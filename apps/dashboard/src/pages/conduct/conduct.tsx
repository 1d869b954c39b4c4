import { useRef, useState } from 'react';
import { AffairPanel } from './affair-panel';
import { AgendaList } from './agenda-list';
import { ConflictDialog } from './conflict-dialog';
import { IrregularDialog } from './irregular-dialog';
import { useKeptFocus } from './kept-focus';
import { OF_SESSION, type Looked } from './looked';
import { Opening } from './opening';
import { RoomPanel } from './room-panel';
import { useSeance } from './seance';
import { SessionPanel } from './session-panel';
import { Standing } from './standing';
import { StatusBar } from './status-bar';
import { Suspended } from './suspended';
import styles from './conduct.module.css';

/** A séance while it is held: its agenda, the affair, the room. */
export function Conduct() {
  const { state, commands } = useSeance();
  const [looked, look] = useState<Looked | null>(null);
  const middle = useRef<HTMLDivElement>(null);
  useKeptFocus(middle, [state, commands.standing.status]);
  const next = state.affairs.find(({ outcome }) => outcome === null)?.id;
  const open = state.ballots.find(({ id }) => id === state.openBallot);
  const ofOpen = open && (open.affair ?? OF_SESSION);
  const shown = ofOpen ?? looked ?? state.currentAffair ?? next ?? state.affairs.at(-1)?.id ?? OF_SESSION;
  return (
    <div className={styles.conduct}>
      <div className={styles.top}>
        <StatusBar />
        <Standing />
      </div>
      <div className={styles.parts}>
        <AgendaList shown={state.status === 'open' ? shown : looked} onShow={look} />
        <div ref={middle} className={styles.middle} tabIndex={-1}>
          <Suspended />
          {state.status !== 'open' ? (
            <Opening />
          ) : shown === OF_SESSION ? (
            <SessionPanel />
          ) : (
            <AffairPanel key={shown} id={shown} onDealtWith={() => look(null)} />
          )}
        </div>
        <RoomPanel />
      </div>
      <IrregularDialog />
      <ConflictDialog />
    </div>
  );
}
