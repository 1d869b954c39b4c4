import { DataTable, type Column } from '../../ui/data-table';
import { Known } from '../../ui/unknown';
import styles from './compare.module.css';

export interface ComparedFact {
  readonly name: string;
  /** Null: not known, or not there. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Props {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly ComparedFact[];
}

/** The same facts at two moments, what differs marked in the later one. */
export function SideBySide({ caption, before, after, rows }: Props) {
  const columns: readonly Column<ComparedFact>[] = [
    { header: 'Élément', names: true, narrow: true, cell: ({ name }) => name },
    { header: before, cell: (fact) => <Value text={fact.before} /> },
    {
      header: after,
      cell: (fact) =>
        fact.before === fact.after ? (
          <Value text={fact.after} />
        ) : (
          <ins className={styles.changed}>
            <Value text={fact.after} />
          </ins>
        ),
    },
  ];
  return (
    <div className={styles.sides}>
      <DataTable caption={caption} captionHidden columns={columns} rows={rows} keyOf={({ name }) => name} />
    </div>
  );
}

const Value = ({ text }: { readonly text: string | null }) => (
  <span className={styles.value}>
    <Known value={text} />
  </span>
);
