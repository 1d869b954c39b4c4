import type { ReactNode } from 'react';
import { Unknown } from './unknown';
import styles from './facts.module.css';

export interface Fact {
  readonly name: string;
  /** Null: not known. */
  readonly value: ReactNode;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? <Unknown /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
