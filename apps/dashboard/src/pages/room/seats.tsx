import type { ReactNode } from 'react';
import { hemicycleOf } from '../../voting/seats';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Props {
  readonly count: number;
  /** The same in words. */
  readonly label: string;
  readonly className: string | undefined;
  /** A seat, from left to right. */
  readonly children: (spot: Spot, seat: number) => ReactNode;
}

const SCALE = 100;

/** The seats of the room, each drawn as it is told. */
export function Seats({ count, label, className, children }: Props) {
  const { places, seatRadius } = hemicycleOf(count);
  const radius = seatRadius * SCALE;
  const width = SCALE + radius + 2;
  const viewBox = [-width, -width, 2 * width, width + radius + 4].join(' ');
  return (
    <svg viewBox={viewBox} role="img" aria-label={label} className={className}>
      {places.map(({ x, y }, seat) => children({ x: x * SCALE, y: -y * SCALE, radius }, seat))}
    </svg>
  );
}
