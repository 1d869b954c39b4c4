import styles from './seat-mark.module.css';
import type { SeatChoice } from './shown-seats';

interface Props {
  readonly choice: SeatChoice;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly title?: string;
  /** Of a seat that can be pointed at: its place, its words, and whether the keyboard comes to it first. */
  readonly pointed?: { readonly place: number; readonly words: string; readonly first: boolean };
}

/** A seat. Each choice has a shape as well as a colour, for those who do not tell the colours apart. */
export function SeatMark({ choice, x, y, radius: r, title, pointed }: Props) {
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={styles[choice]}
      {...(pointed && {
        role: 'img',
        'aria-label': pointed.words,
        'data-seat': pointed.place,
        tabIndex: pointed.first ? 0 : -1,
      })}
    >
      {title !== undefined && <title>{title}</title>}
      {choice === 'against' ? (
        <rect x={-0.88 * r} y={-0.88 * r} width={1.76 * r} height={1.76 * r} rx={0.32 * r} />
      ) : (
        <circle r={choice === 'for' ? r : 0.86 * r} strokeWidth={0.3 * r} />
      )}
      {choice === 'notTakingPart' && (
        <path d={`M${-0.5 * r} ${0.5 * r}L${0.5 * r} ${-0.5 * r}`} strokeWidth={0.26 * r} />
      )}
    </g>
  );
}
