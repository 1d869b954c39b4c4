import type { ReactNode } from 'react';
import type { Tone } from '../wording/outcomes';
import styles from './badge.module.css';

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
