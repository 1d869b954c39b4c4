import type { ReactNode } from 'react';
import { Card } from '../ui/card';
import styles from './charts.module.css';

interface Props {
  /** Target of a link in the page. */
  readonly id: string;
  /** What the figures are of. */
  readonly title: string;
  /** What the drawing shows, in one sentence. */
  readonly sentence: string;
  /** What is not known, or how it is counted. */
  readonly notes?: readonly string[];
  readonly legend?: ReactNode;
  readonly drawing: ReactNode;
  readonly table: ReactNode;
}

/** A drawing, the sentence that it says, and the same figures as a table. */
export function ChartCard({ id, title, sentence, notes = [], legend, drawing, table }: Props) {
  return (
    <Card id={id} title={title}>
      <figure className={styles.figure}>
        <figcaption>{sentence}</figcaption>
        {legend}
        {drawing}
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        <details className={styles.table}>
          <summary>
            Voir les chiffres<span className="for-screen-readers"> {`\u00a0: ${title}`}</span>
          </summary>
          {table}
        </details>
      </figure>
    </Card>
  );
}
