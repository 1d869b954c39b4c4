import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './key-grid.module.css';

export interface KeyChoice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** The key that makes it, in capitals. */
  readonly letter: string;
}

export interface KeyRow<V extends string> {
  readonly id: string;
  readonly name: string;
  readonly detail?: string | null;
  readonly value: V | null;
  /** Recorded: it can no longer be changed here. */
  readonly fixed?: boolean;
}

interface Props<V extends string> {
  readonly caption: string;
  readonly choices: readonly KeyChoice<V>[];
  readonly rows: readonly KeyRow<V>[];
  readonly onChoose: (id: string, value: V) => void;
  /** A cell at the end of a row. */
  readonly extra?: (id: string, tabIndex: number) => ReactNode;
}

/**
 * A list of members with one key for each choice: the letter chooses and goes on to the next, the arrows move. One cell
 * is reached by the Tab key, so that a long list is passed over at once.
 */
export function KeyGrid<V extends string>({ caption, choices, rows, onChoose, extra }: Props<V>) {
  const table = useRef<HTMLTableElement>(null);
  const first = Math.max(
    rows.findIndex(({ value }) => value === null),
    0,
  );
  const [at, setAt] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const current = { row: Math.min(at?.row ?? first, rows.length - 1), column: at?.column ?? 0 };
  const columns = choices.length + (extra === undefined ? 0 : 1);

  const goTo = (row: number, column: number) => {
    const there = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      column: Math.min(Math.max(column, 0), columns - 1),
    };
    setAt(there);
    const cell = table.current?.tBodies[0]?.rows[there.row]?.cells[there.column + 1];
    cell?.querySelector('button')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = choices.findIndex(({ letter }) => letter === event.key.toUpperCase());
    const moved = moveOf(event.key, row, column, rows.length);
    if (place < 0 && moved === null) return;
    event.preventDefault();
    if (moved !== null) return goTo(...moved);
    const choice = choices[place];
    const line = rows[row];
    if (choice === undefined || line === undefined) return;
    if (line.fixed !== true) onChoose(line.id, choice.value);
    goTo(row + 1, place);
  };

  return (
    <div className={styles.frame}>
      <table ref={table} role="grid" className={styles.grid} aria-rowcount={rows.length + 1}>
        <caption className="for-screen-readers">{caption}</caption>
        <Head choices={choices} extra={extra !== undefined} />
        <tbody>
          {rows.map((line, row) => (
            <Line
              key={line.id}
              line={line}
              choices={choices}
              reached={row === current.row ? current.column : null}
              onReach={(column) => setAt({ row, column })}
              onChoose={onChoose}
              onKeyDown={(event, column) => onKeyDown(event, row, column)}
              extra={extra}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly choices: readonly KeyChoice<string>[];
  readonly extra: boolean;
}

function Head({ choices, extra }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">Membre</th>
        {choices.map(({ value, label, letter }) => (
          <th key={value} scope="col">
            {label} <kbd>{letter}</kbd>
          </th>
        ))}
        {extra && <th scope="col">Autres actes</th>}
      </tr>
    </thead>
  );
}

interface LineProps<V extends string> extends Pick<Props<V>, 'choices' | 'onChoose'> {
  readonly line: KeyRow<V>;
  /** The column that the Tab key reaches; null: none of this row. */
  readonly reached: number | null;
  readonly onReach: (column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent, column: number) => void;
  readonly extra: Props<V>['extra'] | undefined;
}

function Line<V extends string>({
  line,
  choices,
  reached,
  onReach,
  onChoose,
  onKeyDown,
  extra,
}: LineProps<V>) {
  return (
    <tr>
      <th scope="row">
        {line.name}
        {line.detail && <small>{line.detail}</small>}
      </th>
      {choices.map(({ value, label, letter }, column) => (
        <td key={value}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={line.value === value}
            aria-disabled={line.fixed === true}
            aria-label={`${line.name}\u00a0: ${label}`}
            tabIndex={reached === column ? 0 : -1}
            onFocus={() => onReach(column)}
            onClick={() => line.fixed !== true && onChoose(line.id, value)}
            onKeyDown={(event) => onKeyDown(event, column)}
          >
            {line.value === value ? '●' : letter}
          </button>
        </td>
      ))}
      {extra !== undefined && (
        <td
          role="gridcell"
          tabIndex={-1}
          onKeyDown={(event) => onExtra(event) && onKeyDown(event, choices.length)}
        >
          {extra(line.id, reached === choices.length ? 0 : -1)}
        </td>
      )}
    </tr>
  );
}

/** Of the button in the cell, and not of the menu that it opens; that button opens it with the arrow down. */
const onExtra = (event: KeyboardEvent): boolean =>
  event.target === event.currentTarget.querySelector('button') && event.key !== 'ArrowDown';

/** Where a key leads; null: nowhere. */
function moveOf(key: string, row: number, column: number, count: number): [number, number] | null {
  switch (key) {
    case 'ArrowDown':
      return [row + 1, column];
    case 'ArrowUp':
      return [row - 1, column];
    case 'ArrowRight':
      return [row, column + 1];
    case 'ArrowLeft':
      return [row, column - 1];
    case 'Home':
      return [0, column];
    case 'End':
      return [count - 1, column];
    default:
      return null;
  }
}
