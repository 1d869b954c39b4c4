import { scaleLinear } from '@visx/scale';
import { useId } from 'react';
import styles from './charts.module.css';
import type { Stack } from './columns';
import { fillOf, LookPatterns, type Kind } from './looks';
import { useWidth } from './use-width';

export interface Bar extends Stack {
  /** After the bar: « 4 affaires ». */
  readonly said: string;
}

interface Props {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly kinds: readonly Kind[];
  /** What the whole width stands for; the longest bar if absent. */
  readonly whole?: number;
}

const ROW = 44;
const THICK = 16;
/** A letter of the labels, at most, in pixels. */
const LETTER = 6.6;

/** Bars one under the other, each under its own name: names of any length, on a phone too. */
export function Bars({ label, bars, kinds, whole }: Props) {
  const [ref, width] = useWidth();
  const id = useId();
  const saidWidth = Math.max(...bars.map(({ said }) => said.length)) * LETTER + 10;
  const longest = whole ?? Math.max(1, ...bars.map((bar) => sum(bar, kinds)));
  const x = scaleLinear({ domain: [0, longest], range: [0, Math.max(40, Math.min(width - saidWidth, 560))] });
  const height = bars.length * ROW;
  return (
    <div ref={ref} className={styles.drawing}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <LookPatterns kinds={kinds} id={id} />
          {bars.map((bar, place) => (
            <g key={bar.key} transform={`translate(0, ${place * ROW})`}>
              <text className={styles.name} x={0} y={14}>
                {fitted(bar.label, width)}
              </text>
              <BarMarks {...{ bar, kinds, id, x }} />
              <text className={styles.said} x={x(sum(bar, kinds)) + 8} y={20 + THICK - 4}>
                {bar.said}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

const sum = ({ counts }: Stack, kinds: readonly Kind[]): number =>
  kinds.reduce((total, { key }) => total + (counts[key] ?? 0), 0);

const fitted = (text: string, width: number): string => {
  const letters = Math.floor(width / LETTER);
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
};

interface MarksProps {
  readonly bar: Bar;
  readonly kinds: readonly Kind[];
  readonly id: string;
  readonly x: (value: number) => number;
}

function BarMarks({ bar, kinds, id, x }: MarksProps) {
  let before = 0;
  return kinds.map(({ key, label, look }) => {
    const count = bar.counts[key] ?? 0;
    if (count === 0) return null;
    const left = x(before);
    before += count;
    return (
      <rect
        key={key}
        className={styles.mark}
        x={left}
        y={20}
        width={x(before) - left}
        height={THICK}
        fill={fillOf(look, id)}
        stroke={`var(${look.color})`}
      >
        <title>{`${bar.label}\u00a0: ${label}`}</title>
      </rect>
    );
  });
}
