import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { useId } from 'react';
import { plural } from '../wording/amounts';
import styles from './charts.module.css';
import { groupsOf } from './groups';
import { fillOf, LookPatterns, type Kind } from './looks';
import { useWidth } from './use-width';

/** A time that the law leaves, drawn as a line. */
export interface LimitLine {
  readonly days: number;
  readonly label: string;
  /** Not for all that is counted: drawn dashed. */
  readonly isPartial: boolean;
}

interface Props {
  readonly label: string;
  readonly days: readonly { readonly days: number; readonly count: number }[];
  readonly limits: readonly LimitLine[];
  readonly within: Kind;
  readonly beyond: Kind;
}

const HEIGHT = 200;
const MARGIN = { top: 40, right: 12, bottom: 40, left: 36 };
/** The most bars: above, one stands for several days. */
const MOST = 45;

/** How many took how many days, with what the law leaves as a line. */
export function DaysHistogram({ label, days, limits, within, beyond }: Props) {
  const [ref, width] = useWidth();
  const id = useId();
  const last = Math.max(10, ...days.map((one) => one.days), ...limits.map((one) => one.days)) + 1;
  const first = Math.min(0, ...days.map((one) => one.days));
  const span = Math.ceil((last - first + 1) / MOST);
  const bars = binned(days, limits, first, span);
  const x = scaleLinear({ domain: [first, last + 1], range: [0, width - MARGIN.left - MARGIN.right] });
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const y = scaleLinear({
    domain: [0, highest],
    range: [HEIGHT - MARGIN.top - MARGIN.bottom, 0],
    nice: true,
  });
  return (
    <div ref={ref} className={styles.drawing}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <LookPatterns kinds={[within, beyond]} id={id} />
          <g transform={`translate(${MARGIN.left}, ${MARGIN.top})`}>
            <BarMarks {...{ bars, span, x, y, id, within, beyond }} />
            {limits.map((limit, place) => (
              <Limit
                key={limit.label}
                isBefore={place < limits.length - 1}
                limit={limit}
                at={x(limit.days + 1)}
                bottom={y(0)}
                place={place}
                end={x(last + 1)}
              />
            ))}
            <AxisLeft
              scale={y}
              tickValues={y.ticks(3).filter(Number.isInteger)}
              axisClassName={styles.axis}
              tickFormat={String}
            />
            <AxisBottom
              scale={x}
              top={y(0)}
              numTicks={Math.max(3, Math.floor(width / 70))}
              axisClassName={styles.axis}
              label="jours"
              labelOffset={4}
            />
          </g>
        </svg>
      )}
    </div>
  );
}

interface BarMarksProps extends Pick<Props, 'within' | 'beyond'> {
  readonly bars: readonly HistogramBar[];
  readonly span: number;
  readonly x: (days: number) => number;
  readonly y: (count: number) => number;
  readonly id: string;
}

function BarMarks({ bars, span, x, y, id, within, beyond }: BarMarksProps) {
  return bars.map(({ from, isBeyond, count, below }) => {
    const { look } = isBeyond ? beyond : within;
    return (
      <rect
        key={`${from} ${isBeyond}`}
        className={styles.mark}
        x={x(from) + 1}
        y={y(below + count)}
        width={Math.max(2, Math.min(x(from + span) - x(from) - 2, 28))}
        height={y(below) - y(below + count)}
        fill={fillOf(look, id)}
        stroke={`var(${look.color})`}
      >
        <title>{`${plural(from, 'jour')}\u00a0: ${count.toLocaleString('fr-FR')}`}</title>
      </rect>
    );
  });
}

interface LimitProps {
  readonly limit: LimitLine;
  readonly at: number;
  readonly bottom: number;
  readonly place: number;
  /** Another one follows: what is written does not run into it. */
  readonly isBefore: boolean;
  /** Where the drawing ends: what is near it is written to the left. */
  readonly end: number;
}

function Limit({ limit, at, bottom, place, isBefore, end }: LimitProps) {
  const isAtLeft = isBefore || at + limit.label.length * 6.2 > end;
  return (
    <g className={styles.limit}>
      <line
        x1={at}
        x2={at}
        y1={-6 - 15 * place}
        y2={bottom}
        strokeDasharray={limit.isPartial ? '4 3' : undefined}
      />
      <text x={isAtLeft ? at - 4 : at + 4} y={-6 - 15 * place} textAnchor={isAtLeft ? 'end' : 'start'}>
        {limit.label}
      </text>
    </g>
  );
}

interface HistogramBar {
  readonly from: number;
  readonly isBeyond: boolean;
  readonly count: number;
  readonly below: number;
}

function binned(days: Props['days'], limits: Props['limits'], first: number, span: number): HistogramBar[] {
  const limit = Math.max(-Infinity, ...limits.map((one) => one.days));
  const isBeyond = (one: { readonly days: number }) => limits.length > 0 && one.days > limit;
  const bins = groupsOf(days, (one) => first + Math.floor((one.days - first) / span) * span);
  return [...bins].flatMap(([from, all]) => {
    const late = count(all.filter(isBeyond));
    const rest = count(all) - late;
    const bars = [
      { from, isBeyond: false, count: rest, below: 0 },
      { from, isBeyond: true, count: late, below: rest },
    ];
    return bars.filter((bar) => bar.count > 0);
  });
}

const count = (days: Props['days']): number => days.reduce((sum, one) => sum + one.count, 0);
