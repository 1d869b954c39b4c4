import { useState } from 'react';
import { AffairPanel } from './affair-panel';
import { AgendaList } from './agenda-list';
import { ConflictDialog } from './conflict-dialog';
import { IrregularDialog } from './irregular-dialog';
import { Opening } from './opening';
import { RoomPanel } from './room-panel';
import { useSeance } from './seance';
import { Standing } from './standing';
import { StatusBar } from './status-bar';
import styles from './conduct.module.css';

/** A séance while it is held: its agenda, the affair, the room. */
export function Conduct() {
  const { state } = useSeance();
  const [looked, look] = useState<string | null>(null);
  const next = state.affairs.find(({ outcome }) => outcome === null)?.id ?? null;
  const affair = looked ?? state.currentAffair ?? next ?? state.affairs.at(-1)?.id ?? null;
  const sits = state.status === 'open';
  return (
    <div className={styles.conduct}>
      <div className={styles.top}>
        <StatusBar />
        <Standing />
      </div>
      <div className={styles.parts}>
        <AgendaList shown={affair} onShow={look} />
        <div className={styles.middle}>
          {sits ? (
            affair !== null && <AffairPanel key={affair} id={affair} onDealtWith={() => look(null)} />
          ) : (
            <Opening />
          )}
        </div>
        <RoomPanel />
      </div>
      <IrregularDialog />
      <ConflictDialog />
    </div>
  );
}
