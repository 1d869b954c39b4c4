import type { ReactNode } from 'react';
import { Contents, type Part } from './contents';
import styles from './two-columns.module.css';

interface Props {
  readonly head: ReactNode;
  readonly parts: readonly Part[];
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

/** A long page: its head, its body, and beside it what one looks up and the way around. */
export function TwoColumns({ head, parts, aside, children }: Props) {
  return (
    <div className={styles.columns}>
      <div className={styles.head}>{head}</div>
      <div className={styles.contents}>
        <Contents parts={parts} />
      </div>
      <div className={styles.body}>{children}</div>
      <div className={styles.aside}>{aside}</div>
    </div>
  );
}
