/** What the ratio of a figure and its floor should be, or the figure itself. */
export interface Reach {
  readonly kind: 'at least' | 'at most';
  readonly value: number;
  readonly of: 'ratio' | 'figure';
}

/** One measured figure beside its floor, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  /** Null: the figure has none. */
  readonly floor: number | null;
  readonly unit: string;
  /** Null: it is told, and nothing is asked of it. */
  readonly reach: Reach | null;
}

export const atLeast = (value: number): Reach => ({ kind: 'at least', value, of: 'ratio' });
export const atMost = (value: number, of: Reach['of'] = 'ratio'): Reach => ({ kind: 'at most', value, of });

/** What is held against the reach. */
export const heldOf = ({ measured, floor, reach }: Figure): number =>
  floor === null || reach?.of === 'figure' ? measured : measured / floor;

/** Null: nothing is asked of it. */
export function isReached(figure: Figure): boolean | null {
  const { reach } = figure;
  if (reach === null) return null;
  const held = heldOf(figure);
  return reach.kind === 'at least' ? held >= reach.value : held <= reach.value;
}

export const reachText = ({ reach, unit }: Figure): string =>
  reach === null
    ? ''
    : `${reach.kind === 'at least' ? '≥' : '≤'} ${reach.value}${reach.of === 'figure' ? ` ${unit}` : ''}`;

/** The figure as a line of the table. */
export function row(figure: Figure): string[] {
  const { name, measured, floor, unit } = figure;
  const shown = (value: number) => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
  const reached = isReached(figure);
  return [
    name,
    shown(measured),
    floor === null ? '' : shown(floor),
    floor === null ? '' : (measured / floor).toFixed(2),
    reachText(figure) + (reached === false ? ', not reached' : ''),
  ];
}

export const HEAD = ['figure', 'measured', 'floor', 'ratio', 'bar'] as const;
