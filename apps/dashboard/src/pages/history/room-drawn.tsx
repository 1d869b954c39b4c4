import type { SessionBoard } from '@registre/projections';
import { Seats } from '../room/seats';
import { plural } from '../../wording/amounts';
import { nameOf, type Members } from '../../wording/members';
import styles from './replay.module.css';

interface Props {
  readonly board: SessionBoard;
  readonly members: Members;
}

/** How somebody is in the room, and what their seat is drawn as. */
type Seated = 'present' | 'remote' | 'represented' | 'recused' | 'away' | 'unknown';

const WORDS: { readonly [seated in Seated]: { readonly one: string; readonly many: string } } = {
  present: { one: 'présent', many: 'présents' },
  remote: { one: 'à distance', many: 'à distance' },
  represented: { one: 'représenté', many: 'représentés' },
  recused: { one: 'déporté', many: 'déportés' },
  away: { one: 'absent ou excusé', many: 'absents ou excusés' },
  unknown: { one: 'présence non renseignée', many: 'présences non renseignées' },
};
const ORDER = Object.keys(WORDS) as readonly Seated[];

/** The room, seat by seat: who is there and how, who stands back from the affair, who has voted in the open ballot. */
export function RoomDrawn({ board, members }: Props) {
  const { seats, voted } = seatsOf(board);
  if (seats.length === 0) return null;
  const counts = ORDER.map((seated) => ({
    seated,
    count: seats.filter((one) => one.seated === seated).length,
  }));
  const told = counts.filter(({ count }) => count > 0);
  const label = told
    .map(({ seated, count }) => plural(count, WORDS[seated].one, WORDS[seated].many))
    .join(', ');
  const votes = voted.size === 0 ? '' : `, ${plural(voted.size, 'a voté', 'ont voté')}`;
  return (
    <figure className={styles.figure}>
      <Seats count={seats.length} label={`Salle\u00a0: ${label}${votes}`} className={styles.seats}>
        {({ x, y, radius }, place) => {
          const { ref, seated } = seats[place] ?? { ref: '', seated: 'unknown' as const };
          const hasVoted = voted.has(ref);
          return (
            <g key={place} transform={`translate(${x} ${y})`}>
              <title>{`${nameOf(members, ref)}\u00a0: ${WORDS[seated].one}${hasVoted ? ', a voté' : ''}`}</title>
              <SeatDrawn seated={seated} radius={0.8 * radius} />
              {hasVoted && <circle r={radius} className={styles.voted} />}
            </g>
          );
        }}
      </Seats>
      <figcaption>
        <ul className={styles.legend}>
          {told.map(({ seated, count }) => (
            <li key={seated}>
              <svg viewBox="-11 -11 22 22" aria-hidden="true">
                <SeatDrawn seated={seated} radius={9} />
              </svg>
              {plural(count, WORDS[seated].one, WORDS[seated].many)}
            </li>
          ))}
          {voted.size > 0 && (
            <li>
              <svg viewBox="-11 -11 22 22" aria-hidden="true">
                <circle r={9} className={styles.voted} />
              </svg>
              {plural(voted.size, 'a voté', 'ont voté')}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Each way of being there has a shape as well as a colour. */
function SeatDrawn({ seated, radius: r }: { readonly seated: Seated; readonly radius: number }) {
  switch (seated) {
    case 'present':
      return <circle r={r} className={styles.full} />;
    case 'remote':
      return <rect x={-r} y={-r} width={2 * r} height={2 * r} className={styles.full} />;
    case 'represented':
      return (
        <>
          <circle r={r} className={styles.outline} />
          <path d={`M${-r} 0A${r} ${r} 0 0 0 ${r} 0z`} className={styles.full} />
        </>
      );
    case 'recused':
      return (
        <>
          <circle r={r} className={styles.outline} />
          <path
            d={`M${-0.7 * r} ${-0.7 * r}L${0.7 * r} ${0.7 * r}M${-0.7 * r} ${0.7 * r}L${0.7 * r} ${-0.7 * r}`}
            className={styles.cross}
          />
        </>
      );
    case 'away':
      return <circle r={r} className={styles.outline} />;
    case 'unknown':
      return <circle r={r} className={styles.dotted} />;
  }
}

function seatsOf({ state, now, voting }: SessionBoard) {
  const { room } = now;
  const listed = state.attendance?.map(({ member }) => member) ?? [];
  const refs = new Set([...(state.bodyAtSession?.seats?.map(({ ref }) => ref) ?? []), ...listed]);
  const affair = state.affairs.find(({ id }) => id === state.currentAffair);
  const recused = new Set(affair?.recusals?.map(({ member }) => member));
  const remote = new Set(
    state.attendance?.filter(({ mode }) => mode === 'remote').map(({ member }) => member),
  );
  const represented = new Set(room.proxies?.map(({ giver }) => giver));
  const away = new Set([...(room.absent ?? []), ...(room.excused ?? [])]);
  const seatedAt = (ref: string): Seated => {
    if (recused.has(ref)) return 'recused';
    if (room.present?.includes(ref)) return remote.has(ref) ? 'remote' : 'present';
    if (represented.has(ref)) return 'represented';
    return away.has(ref) ? 'away' : 'unknown';
  };
  return {
    seats: [...refs].map((ref) => ({ ref, seated: seatedAt(ref) })),
    voted: new Set([...Object.keys(voting?.votes ?? {}), ...(voting?.signed ?? [])]),
  };
}
