import type { Tally } from '@registre/deliberation';
import { useRef, useState } from 'react';
import { plural } from '../wording/amounts';
import { CELLS, cellWording, countsWording, uncounted } from '../wording/ballots';
import { UNKNOWN } from '../wording/unknown';
import styles from './hemicycle.module.css';
import { SeatMark } from './seat-mark';
import { hemicycleOf, type Layout } from './seats';
import { benchesOf, type Bench, type SeatBasis, type ShownSeat, type ShownSeats } from './shown-seats';
import { usePointedSeat } from './pointed-seat';

interface Props {
  readonly shown: ShownSeats;
  readonly tally: Tally | null;
}

const SCALE = 100;

/**
 * The votes as seats of the room: those who agree together, or by political group where everybody's is known. A seat
 * that is pointed at, touched or reached by the keyboard says whose it is. The table beside it says the same in words.
 */
export function Hemicycle({ shown: { seats, basis }, tally }: Props) {
  const benches = benchesOf(seats);
  const [byGroup, setByGroup] = useState(true);
  const seated = benches !== null && byGroup ? benches.flatMap((bench) => bench.seats) : seats;
  return (
    <figure className={seats.length > 60 ? `${styles.figure} ${styles.large}` : styles.figure}>
      <Room seats={seated} benches={byGroup ? benches : null} tally={tally} />
      {benches !== null && <Arrangement byGroup={byGroup} onChange={setByGroup} />}
      {benches !== null && byGroup && <Benches benches={benches} />}
      <figcaption>
        {tally !== null && uncounted(tally) && <strong>Décompte {UNKNOWN}. </strong>}
        {basisWording(basis, seats.length)}
      </figcaption>
    </figure>
  );
}

interface RoomProps {
  readonly seats: readonly ShownSeat[];
  readonly benches: readonly Bench[] | null;
  readonly tally: Tally | null;
}

function Room({ seats, benches, tally }: RoomProps) {
  const svg = useRef<SVGSVGElement>(null);
  const isNamed = seats.some(({ name }) => name !== null);
  const pointed = usePointedSeat(svg, seats.length);
  const layout = hemicycleOf(seats.length);
  const radius = layout.seatRadius * SCALE;
  const width = SCALE + radius + 2;
  const viewBox = [-width, -width, 2 * width, width + radius + 4].join(' ');
  const label = equivalentOf(seats.length, tally);
  const told = pointed === null ? undefined : seats[pointed];
  return (
    <>
      <svg ref={svg} viewBox={viewBox} role={isNamed ? 'group' : 'img'} aria-label={label}>
        {benches !== null && <Borders benches={benches} layout={layout} />}
        {seats.map((seat, place) => {
          const { x, y } = layout.places[place] ?? { x: 0, y: 0 };
          const at = { choice: seat.choice, x: x * SCALE, y: -y * SCALE, radius };
          const words = wordsOf(seat);
          return isNamed ? (
            <SeatMark key={place} {...at} pointed={{ place, words, first: place === (pointed ?? 0) }} />
          ) : (
            <SeatMark key={place} {...at} title={words} />
          );
        })}
        <Centre tally={tally} />
      </svg>
      {isNamed && (
        <p className={styles.told} aria-hidden="true">
          {told === undefined ? 'Désignez un siège pour lire le nom.' : <Told seat={told} />}
        </p>
      )}
    </>
  );
}

function Told({ seat }: { readonly seat: ShownSeat }) {
  return (
    <>
      <strong>{seat.name ?? UNKNOWN}</strong>
      {seat.group !== null && ` – ${seat.group}`}
      <br />
      {choiceOf(seat)}
    </>
  );
}

/** Lines between the groups. */
function Borders({
  benches,
  layout: { places },
}: {
  readonly benches: readonly Bench[];
  readonly layout: Layout;
}) {
  const ends = benches.map((_, place) =>
    benches.slice(0, place + 1).reduce((sum, { seats }) => sum + seats.length, 0),
  );
  return (
    <g className={styles.border}>
      {ends.slice(0, -1).map((end) => {
        const [before, after] = [places[end - 1], places[end]].map((place) =>
          Math.atan2(place?.y ?? 0, place?.x ?? 0),
        );
        const angle = ((before ?? 0) + (after ?? 0)) / 2;
        const [x, y] = [SCALE * Math.cos(angle), -SCALE * Math.sin(angle)];
        return <line key={end} x1={0.34 * x} y1={0.34 * y} x2={1.06 * x} y2={1.06 * y} />;
      })}
    </g>
  );
}

function Arrangement({
  byGroup,
  onChange,
}: {
  readonly byGroup: boolean;
  readonly onChange: (byGroup: boolean) => void;
}) {
  return (
    <p className={styles.arrangement}>
      <button type="button" aria-pressed={byGroup} onClick={() => onChange(true)}>
        Par groupe
      </button>
      <button type="button" aria-pressed={!byGroup} onClick={() => onChange(false)}>
        Par vote
      </button>
    </p>
  );
}

/** The groups from left to right, with what each gave. */
function Benches({ benches }: { readonly benches: readonly Bench[] }) {
  return (
    <ol className={styles.benches} aria-label="Votes par groupe, de gauche à droite">
      {benches.map(({ group, seats }) => (
        <li key={group}>
          <strong>{group}</strong> ({seats.length})&nbsp;:{' '}
          {CELLS.map((cell) => [cell, seats.filter(({ choice }) => choice === cell).length] as const)
            .filter(([, count]) => count > 0)
            .map(([cell, count]) => `${count}\u00a0${SHORT[cell]}`)
            .join(', ')}
        </li>
      ))}
    </ol>
  );
}

const SHORT = { for: 'pour', against: 'contre', abstentions: 'abst.', notTakingPart: 'NPPV' };

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

function choiceOf({ choice, castBy }: ShownSeat): string {
  const said = choice === 'unknown' ? `vote ${UNKNOWN}` : cellWording(choice).toLowerCase();
  return castBy === null ? said : `${said}, par pouvoir à ${castBy}`;
}

const wordsOf = (seat: ShownSeat): string => {
  const group = seat.group === null ? '' : `, ${seat.group}`;
  return seat.name === null ? choiceOf(seat) : `${seat.name}${group}\u00a0: ${choiceOf(seat)}`;
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
