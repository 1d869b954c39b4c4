/** Where the centre of a seat stands: x from -1 to 1, y from 0 (the chord) to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: readonly Place[];
  /** Radius of a seat, in the same unit. */
  readonly seatRadius: number;
}

/** Seats in rows of a half-circle, evenly spread, given from left to right so that a choice makes a wedge. */
export function hemicycleOf(count: number): Layout {
  const radii = radiiFor(count);
  const rows = sharedOut(count, radii);
  const places = rows.flatMap((seats, row) => placesOfRow(seats, radii[row] ?? 1));
  places.sort((one, other) => other.angle - one.angle);
  return {
    places: places.map(({ angle, radius }) => ({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) })),
    seatRadius: seatRadiusOf(rows, radii),
  };
}

/** The fewest rows in which that many seats stand no closer to their neighbours than the rows to each other. */
function radiiFor(count: number): readonly number[] {
  for (let rows = 1; ; rows++) {
    const radii = radiiOf(rows);
    if (capacityOf(radii) >= 0.9 * count) return radii;
  }
}

/** Few rows leave more room in the middle. */
function radiiOf(rows: number): readonly number[] {
  if (rows === 1) return [1];
  const inner = Math.max(0.4, 0.86 - 0.12 * rows);
  return Array.from({ length: rows }, (_, row) => inner + (row * (1 - inner)) / (rows - 1));
}

const gapOf = ([first = 1, second]: readonly number[]): number =>
  second === undefined ? 0.45 : second - first;

const capacityOf = (radii: readonly number[]): number =>
  radii.reduce((seats, radius) => seats + (Math.PI * radius) / gapOf(radii) + 1, 0);

/** So many seats a row, in proportion to its length; what rounding leaves over goes to the outer row. */
function sharedOut(count: number, radii: readonly number[]): readonly number[] {
  const total = radii.reduce((sum, radius) => sum + radius, 0);
  const inner = radii.slice(0, -1).map((radius) => Math.round((count * radius) / total));
  return [...inner, count - inner.reduce((sum, seats) => sum + seats, 0)];
}

function placesOfRow(seats: number, radius: number) {
  return Array.from({ length: seats }, (_, seat) => ({
    radius,
    angle: seats === 1 ? Math.PI / 2 : Math.PI * (1 - seat / (seats - 1)),
  }));
}

function seatRadiusOf(rows: readonly number[], radii: readonly number[]): number {
  const alongRows = radii.map((radius, row) => (Math.PI * radius) / Math.max((rows[row] ?? 1) - 1, 1));
  return Math.min(0.12, 0.42 * Math.min(gapOf(radii), ...alongRows));
}
