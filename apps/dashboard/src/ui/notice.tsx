import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  readonly tone: 'bad' | 'warning' | 'info';
  readonly title: string;
  /** Read at once by a screen reader: for what has just happened, not for what the page says. */
  readonly alert?: boolean;
  readonly children?: ReactNode;
}

export function Notice({ tone, title, alert = false, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={alert ? 'alert' : undefined}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className={styles.sign}>
        {tone === 'info' ? <circle cx="10" cy="10" r="8.5" /> : <path d="M10 1.8 19 18H1z" />}
        <path
          className={styles.point}
          d={tone === 'info' ? 'M10 9v5.5M10 5.4v1.2' : 'M10 7.5v5M10 14.6v1.2'}
        />
      </svg>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
