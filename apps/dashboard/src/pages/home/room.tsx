import { SeatMark } from '../../voting/seat-mark';
import { hemicycleOf } from '../../voting/seats';
import type { SeatChoice } from '../../voting/shown-seats';
import styles from './room.module.css';

const SEATS = 56;
const { places, seatRadius } = hemicycleOf(SEATS);

const choiceOf = (seat: number): SeatChoice => {
  if (seat < 31) return 'for';
  if (seat < 36) return 'abstentions';
  if (seat < 38) return 'notTakingPart';
  return seat < 43 ? 'unknown' : 'against';
};

/** A drawing: an imaginary vote. */
export function Room() {
  return (
    <svg viewBox="-112 -112 224 122" className={styles.room} aria-hidden="true">
      {places.map(({ x, y }, seat) => (
        <SeatMark key={seat} choice={choiceOf(seat)} x={x * 100} y={y * -100} radius={seatRadius * 100} />
      ))}
    </svg>
  );
}
