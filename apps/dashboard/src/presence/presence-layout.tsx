import type { ReactNode } from 'react';
import styles from './presence-layout.module.css';

interface Props {
  readonly counts: ReactNode;
  readonly quorum: ReactNode;
  /** The lists of names. */
  readonly children: ReactNode;
}

export function PresenceLayout({ counts, quorum, children }: Props) {
  return (
    <div className={styles.presence}>
      <div className={styles.numbers}>
        {counts}
        {quorum}
      </div>
      {children}
    </div>
  );
}
