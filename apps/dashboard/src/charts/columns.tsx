import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useId } from 'react';
import styles from './charts.module.css';
import { fillOf, LookPatterns, type Kind } from './looks';
import { useWidth } from './use-width';

export interface Stack {
  readonly key: string;
  /** Under it, where there is room. */
  readonly label: string;
  /** How many of each kind; absent: none. */
  readonly counts: Readonly<Record<string, number>>;
}

interface Props {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  readonly stacks: readonly Stack[];
  /** From the bottom up. */
  readonly kinds: readonly Kind[];
  /** What the heights count. */
  readonly unit: string;
}

const HEIGHT = 260;
const MARGIN = { top: 22, right: 8, bottom: 30, left: 40 };
const WIDEST = 64;

/** Columns side by side, each of several kinds one upon the other. */
export function Columns({ label, stacks, kinds, unit }: Props) {
  const [ref, width] = useWidth();
  const id = useId();
  const inner = Math.min(width - MARGIN.left - MARGIN.right, stacks.length * WIDEST * 1.4);
  const x = scaleBand({ domain: stacks.map(({ key }) => key), range: [0, inner], padding: 0.28 });
  const highest = Math.max(1, ...stacks.map(({ counts }) => totalOf(counts, kinds)));
  const y = scaleLinear({
    domain: [0, highest],
    range: [HEIGHT - MARGIN.top - MARGIN.bottom, 0],
    nice: true,
  });
  const labels = new Map(stacks.map((stack) => [stack.key, stack.label]));
  return (
    <div ref={ref} className={styles.drawing}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <LookPatterns kinds={kinds} id={id} />
          <text className={styles.unit} x={4} y={12}>
            {unit}
          </text>
          <g transform={`translate(${MARGIN.left}, ${MARGIN.top})`}>
            {stacks.map((stack) => (
              <StackMarks
                key={stack.key}
                {...{ stack, kinds, id, y }}
                left={x(stack.key) ?? 0}
                width={x.bandwidth()}
              />
            ))}
            <AxisLeft
              scale={y}
              tickValues={y.ticks(5).filter(Number.isInteger)}
              axisClassName={styles.axis}
              tickFormat={(value) => Number(value).toLocaleString('fr-FR')}
            />
            <AxisBottom
              scale={x}
              top={y(0)}
              hideTicks
              axisClassName={styles.axis}
              tickValues={shownLabels(stacks, inner)}
              tickFormat={(key) => labels.get(key) ?? key}
              tickLabelProps={{ textAnchor: 'middle' }}
            />
          </g>
        </svg>
      )}
    </div>
  );
}

const totalOf = (counts: Stack['counts'], kinds: readonly Kind[]): number =>
  kinds.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);

/** Labels that do not run into each other: every second, every third… */
function shownLabels(stacks: readonly Stack[], width: number): string[] {
  const longest = Math.max(...stacks.map(({ label }) => label.length)) * 6.6 + 8;
  const every = Math.max(1, Math.ceil((longest * stacks.length) / Math.max(1, width)));
  return stacks.filter((_, place) => place % every === 0).map(({ key }) => key);
}

interface MarksProps {
  readonly stack: Stack;
  readonly kinds: readonly Kind[];
  readonly id: string;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly width: number;
}

function StackMarks({ stack: { label, counts }, kinds, id, y, left, width }: MarksProps) {
  let below = 0;
  return kinds.map(({ key, label: kind, look }) => {
    const count = counts[key] ?? 0;
    if (count === 0) return null;
    const bottom = y(below);
    below += count;
    return (
      <rect
        key={key}
        className={styles.mark}
        x={left}
        y={y(below)}
        width={width}
        height={bottom - y(below)}
        fill={fillOf(look, id)}
        stroke={`var(${look.color})`}
      >
        <title>{`${label}\u00a0: ${kind}, ${count.toLocaleString('fr-FR')}`}</title>
      </rect>
    );
  });
}
