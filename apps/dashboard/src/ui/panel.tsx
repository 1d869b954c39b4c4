import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** A sheet for one table or list. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className={styles.panel}>{children}</div>;
}
