/** Values over time, e.g. the memory of a server. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  /** Seconds from the beginning, and the value. */
  readonly points: readonly (readonly [seconds: number, value: number])[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** As a line in SVG, with the greatest value and the last second named. */
export function drawn({ name, unit, points }: Series, { x, y, width, height }: Place): string {
  const most = Math.max(1, ...points.map(([, value]) => value));
  const end = Math.max(1, ...points.map(([seconds]) => seconds));
  const at = ([seconds, value]: readonly [number, number]) =>
    `${(x + (seconds / end) * width).toFixed(1)},${(y + 20 + height - (value / most) * height).toFixed(1)}`;
  return [
    `<text x="${x}" y="${y + 12}">${name}: ${Math.round(most)} ${unit} at most, ${Math.round(end)} s</text>`,
    `<line x1="${x}" x2="${x + width}" y1="${y + 20 + height}" y2="${y + 20 + height}" stroke="#999"/>`,
    `<polyline fill="none" stroke="#1f4e7a" stroke-width="1.5" points="${points.map(at).join(' ')}"/>`,
  ].join('\n');
}
