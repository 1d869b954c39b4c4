import type { Tally } from '@registre/deliberation';
import { cellWording, countsWording, uncounted } from '../wording/ballots';
import { plural } from '../wording/amounts';
import { UNKNOWN } from '../wording/unknown';
import styles from './hemicycle.module.css';
import { SeatMark } from './seat-mark';
import { hemicycleOf } from './seats';
import type { SeatBasis, ShownSeat, ShownSeats } from './shown-seats';

interface Props {
  readonly shown: ShownSeats;
  readonly tally: Tally | null;
}

const SCALE = 100;

/** The votes as seats of the room. The table beside it says the same in words and numbers. */
export function Hemicycle({ shown: { seats, basis }, tally }: Props) {
  const { places, seatRadius } = hemicycleOf(seats.length);
  const radius = seatRadius * SCALE;
  const width = SCALE + radius + 2;
  const viewBox = [-width, -width, 2 * width, width + radius + 4].join(' ');
  return (
    <figure className={styles.figure}>
      <svg viewBox={viewBox} role="img" aria-label={equivalentOf(seats.length, tally)}>
        {seats.map((seat, index) => {
          const { x, y } = places[index] ?? { x: 0, y: 0 };
          const title = titleOf(seat);
          return (
            <SeatMark
              key={index}
              choice={seat.choice}
              x={x * SCALE}
              y={-y * SCALE}
              radius={radius}
              title={title}
            />
          );
        })}
        <Centre tally={tally} />
      </svg>
      <figcaption>
        {tally !== null && uncounted(tally) && <strong>Décompte {UNKNOWN}. </strong>}
        {basisWording(basis, seats.length)}
      </figcaption>
    </figure>
  );
}

/** The votes in favour, in the middle of the room. */
function Centre({ tally }: { readonly tally: Tally | null }) {
  const favour = tally?.counts.for ?? null;
  return (
    <g aria-hidden="true" className={favour === null ? styles.unknown : undefined}>
      <text y="-14" className={styles.number}>
        {favour ?? '?'}
      </text>
      {favour !== null && (
        <text y="0" className={styles.unit}>
          pour
        </text>
      )}
    </g>
  );
}

const titleOf = ({ choice, name }: ShownSeat): string => {
  const said = choice === 'unknown' ? `vote ${UNKNOWN}` : cellWording(choice).toLowerCase();
  return name === null ? said : `${name}\u00a0: ${said}`;
};

function equivalentOf(size: number, tally: Tally | null): string {
  const counts = tally === null ? 'scrutin non clos' : countsWording(tally);
  return `Hémicycle de ${plural(size, 'siège')}\u00a0: ${counts}.`;
}

function basisWording(basis: SeatBasis, size: number): string {
  if (basis === 'voters') return `${plural(size, 'siège')} au scrutin.`;
  if (basis === 'counted') return `${plural(size, 'vote')} décomptés.`;
  return `${plural(size, 'membre')} présents\u00a0; votants\u00a0: ${UNKNOWN}.`;
}
