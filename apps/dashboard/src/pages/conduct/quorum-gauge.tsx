import type { Quorum } from '@registre/deliberation';
import { reachedWording, requiredWording } from '../../wording/quorum';
import styles from './conduct.module.css';

/** How many are there, against how many must be: the bar, and its arithmetic in words. */
export function QuorumGauge({ quorum }: { readonly quorum: Quorum }) {
  const { present, reached, required, requiredIfNamed, inOffice, named } = quorum;
  const whole = inOffice ?? named ?? 0;
  const mark = required ?? requiredIfNamed;
  const look = reached === null ? styles.unknown : reached ? styles.reached : styles.missed;
  return (
    <div className={styles.gauge} role="group" aria-label="Quorum">
      <p>
        <strong>{reachedWording(quorum)}</strong>
        {present !== null && ` – ${present} présent${present > 1 ? 's' : ''}`}
        {` – requis\u00a0: ${requiredWording(quorum)}`}
      </p>
      {whole > 0 && (
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.track} width="100" height="10" />
          <rect className={look} width={(100 * Math.min(present ?? 0, whole)) / whole} height="10" />
          {mark !== null && (
            <path
              className={styles.mark}
              vectorEffect="non-scaling-stroke"
              d={`M${(100 * mark) / whole} 0v10`}
            />
          )}
        </svg>
      )}
    </div>
  );
}
