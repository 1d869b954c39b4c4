import type { ReactNode } from 'react';
import styles from './none-line.module.css';

/** A heading whose list has nothing to show: both on one line. */
export function NoneLine({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.none}>
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}
