import { useState } from 'react';
import type { Liveness } from '../../api/live';
import { timeOfDay } from '../../wording/dates';
import styles from './room.module.css';

/** Says since when the screen no longer hears what happens. */
export function CutSince({ liveness }: { readonly liveness: Liveness }) {
  const [since, setSince] = useState<string | null>(null);
  const cut = liveness === 'offline';
  if (cut && since === null) setSince(clock());
  if (!cut && since !== null) setSince(null);
  return (
    <div role="status">
      {since !== null && (
        <p className={styles.cut}>
          Liaison coupée depuis {timeOfDay(since)}&nbsp;: l’écran n’est plus à jour.
        </p>
      )}
    </div>
  );
}

/** On the clock of this screen. */
function clock(): string {
  const now = new Date();
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
}
