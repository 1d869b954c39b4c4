/** One measured figure beside its floor, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  /** Null: the figure has none. */
  readonly floor: number | null;
  readonly unit: string;
  /** What the ratio of the two should reach. */
  readonly reach: string;
}

/** The figure as a line of the table. */
export function row({ name, measured, floor, unit, reach }: Figure): string[] {
  const shown = (value: number) => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
  return [
    name,
    shown(measured),
    floor === null ? '' : shown(floor),
    floor === null ? '' : (measured / floor).toFixed(2),
    reach,
  ];
}
