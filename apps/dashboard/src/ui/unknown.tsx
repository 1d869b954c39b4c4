import type { ReactNode } from 'react';
import { UNKNOWN } from '../wording/unknown';
import styles from './unknown.module.css';

/** A fact that is not known: said, never shown as 0 or as an empty cell. */
export function Unknown({ children = UNKNOWN }: { readonly children?: ReactNode }) {
  return <span className={styles.unknown}>{children}</span>;
}

/** The value, or that it is not known. */
export function Known({ value }: { readonly value: ReactNode }) {
  return value === null ? <Unknown /> : <>{value}</>;
}
