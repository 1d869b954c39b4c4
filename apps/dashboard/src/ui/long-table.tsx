import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Cells, Head, type Column } from './data-table';
import table from './data-table.module.css';
import styles from './long-table.module.css';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** How many rows there are in all. */
  readonly count: number;
  /** Undefined: on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Which rows are looked at, once the scroll rests a little. */
  readonly onLook: (first: number, last: number) => void;
}

/** Height of a row until it was measured, in pixels. */
const GUESS = { table: 68, cards: 236 };
const NARROW = '(max-width: 46rem)';
/** How long the scroll rests before rows are asked for, in milliseconds. */
const REST = 60;

/**
 * A table of as many rows as there are, of which only those near the screen exist. It scrolls with the page, says to
 * screen readers how long it is and which row is which, and keeps the row that has the keyboard.
 */
export function LongTable<Row>({ caption, columns, count, rowAt, onLook }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const margin = useTopOf(body);
  const focused = useFocusedRow(body);
  const withFocused = useCallback(
    (range: Range) => including(defaultRangeExtractor(range), focused),
    [focused],
  );
  const estimateSize = useGuess();
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    estimateSize,
    overscan: 12,
    scrollMargin: margin,
    rangeExtractor: withFocused,
  });
  const items = virtualizer.getVirtualItems();
  useLook(virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0, onLook);
  return (
    <table className={`${table.table} ${table.cards} ${styles.long}`} role="table" aria-rowcount={count + 1}>
      <caption className="for-screen-readers">{caption}</caption>
      <Head columns={columns} />
      <tbody role="rowgroup" ref={body}>
        {items.flatMap(({ index, start }, place) => {
          const gap = start - (items[place - 1]?.end ?? margin);
          return [
            gap > 0 && <Gap key={`before ${index}`} height={gap} columns={columns.length} />,
            <tr
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              role="row"
              // The heading is the first row.
              aria-rowindex={index + 2}
            >
              <Row columns={columns} row={rowAt(index)} index={index} />
            </tr>,
          ];
        })}
        <Gap
          height={virtualizer.getTotalSize() + margin - (items.at(-1)?.end ?? margin)}
          columns={columns.length}
        />
      </tbody>
    </table>
  );
}

const Row = memo(LongRow) as typeof LongRow;

function LongRow<Row>({
  columns,
  row,
  index,
}: {
  readonly columns: readonly Column<Row>[];
  readonly row: Row | undefined;
  readonly index: number;
}) {
  if (row !== undefined) return <Cells columns={columns} row={row} index={index} />;
  return (
    <td role="cell" colSpan={columns.length} className={styles.awaited}>
      Ligne {(index + 1).toLocaleString('fr-FR')}…
    </td>
  );
}

/** The room of rows that do not exist now. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/** The row that has the keyboard: it must not go while it does. */
function useFocusedRow(element: { readonly current: HTMLElement | null }): number | null {
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => {
    const rows = element.current;
    const enter = ({ target }: FocusEvent) => {
      const row = (target as Element).closest('[data-index]');
      setFocused(row === null ? null : Number(row.getAttribute('data-index')));
    };
    const leave = () => setFocused(null);
    rows?.addEventListener('focusin', enter);
    rows?.addEventListener('focusout', leave);
    return () => {
      rows?.removeEventListener('focusin', enter);
      rows?.removeEventListener('focusout', leave);
    };
  }, [element]);
  return focused;
}

const including = (indexes: readonly number[], one: number | null): number[] =>
  one === null || indexes.includes(one) ? [...indexes] : [...indexes, one].sort((a, b) => a - b);

/** Asked for each row at each scroll: what the screen is like is looked up once. */
function useGuess(): () => number {
  const narrow = useSyncExternalStore(onWidth, () => matchMedia(NARROW).matches);
  return useCallback(() => (narrow ? GUESS.cards : GUESS.table), [narrow]);
}

function onWidth(tell: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Where an element begins, from the top of the page. */
function useTopOf(element: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const rect = element.current?.getBoundingClientRect();
      if (rect !== undefined) setTop(Math.round(rect.top + window.scrollY));
    };
    measure();
    // What stands above may grow: a notice, a filter opened.
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [element]);
  return top;
}

function useLook(first: number, last: number, onLook: (first: number, last: number) => void): void {
  useEffect(() => {
    const rest = window.setTimeout(() => onLook(first, last), REST);
    return () => window.clearTimeout(rest);
  }, [first, last, onLook]);
}
