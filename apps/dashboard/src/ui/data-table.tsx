import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** The cell that names the row. */
  readonly names?: boolean;
  readonly numeric?: boolean;
  /** As narrow as its content. */
  readonly narrow?: boolean;
  /** Of a table whose columns do not follow their content: `8rem`; absent: what is left. */
  readonly width?: string;
}

interface Props<Row> {
  readonly caption: string;
  /** The heading above already says it: for screen readers only. */
  readonly captionHidden?: boolean;
  /** Narrow enough to stay a table on a phone. */
  readonly small?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out because browsers forget
 * those of table elements once their display changes.
 */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  small = false,
  columns,
  rows,
  keyOf,
}: Props<Row>) {
  return (
    <table className={small ? styles.table : `${styles.table} ${styles.cards}`} role="table">
      <caption className={captionHidden ? 'for-screen-readers' : undefined}>{caption}</caption>
      <Head columns={columns} />
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} role="row">
            <Cells columns={columns} row={row} index={index} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Head<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.header}
            scope="col"
            role="columnheader"
            className={look(column)}
            style={column.width === undefined ? undefined : { width: column.width }}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
}

export function Cells<Row>({ columns, row, index }: CellsProps<Row>) {
  return columns.map((column) => (
    <Cell key={column.header} column={column} content={column.cell(row, index)} />
  ));
}

function Cell<Row>({ column, content }: { readonly column: Column<Row>; readonly content: ReactNode }) {
  const inside = (
    <>
      <span className={styles.label} aria-hidden="true">
        {column.header}
      </span>
      <div className={styles.content}>{content}</div>
    </>
  );
  return column.names ? (
    <th scope="row" role="rowheader" className={look(column)}>
      {inside}
    </th>
  ) : (
    <td role="cell" className={look(column)}>
      {inside}
    </td>
  );
}

function look<Row>({ names, numeric, narrow }: Column<Row>): string {
  return [names && styles.names, numeric && styles.numeric, narrow && styles.narrow]
    .filter(Boolean)
    .join(' ');
}
