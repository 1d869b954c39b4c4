import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

interface Props {
  readonly title: string;
  /** Target of a link in the page. */
  readonly id?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, under its own heading. */
export function Card({ title, id, aside, children }: Props) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className={styles.card}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
