import type { SessionBoard } from '@registre/projections';
import { plural } from '../../wording/amounts';
import { nameOf, type Members } from '../../wording/members';
import { Seats } from './seats';
import styles from './room.module.css';

interface Props {
  readonly board: SessionBoard;
  readonly members: Members;
}

/** Who is in the room: a full seat; who is represented: half of one; who is away: its outline. */
export function SeatsPresent({ board, members }: Props) {
  const refs = board.state.bodyAtSession?.seats?.map(({ ref }) => ref) ?? board.now.room.present ?? [];
  const present = new Set(board.now.room.present);
  const represented = new Set(board.now.room.proxies?.map(({ giver }) => giver));
  if (refs.length === 0) return null;
  const away = refs.length - present.size - represented.size;
  const label = `${plural(present.size, 'présent')}, ${plural(represented.size, 'représenté')}, ${plural(away, 'autre')}`;
  return (
    <figure className={styles.room}>
      <Seats count={refs.length} label={label} className={styles.seats}>
        {({ x, y, radius }, seat) => {
          const ref = refs[seat] ?? '';
          const isIn = present.has(ref);
          const look = isIn ? styles.there : represented.has(ref) ? styles.represented : styles.away;
          return (
            <g key={seat} className={look} transform={`translate(${x} ${y})`}>
              <title>{nameOf(members, ref)}</title>
              <circle r={0.85 * radius} />
              {represented.has(ref) && !isIn && (
                <path
                  d={`M${-0.85 * radius} 0A${0.85 * radius} ${0.85 * radius} 0 0 0 ${0.85 * radius} 0z`}
                />
              )}
            </g>
          );
        }}
      </Seats>
      <figcaption>● présent&nbsp;&nbsp; ◒ représenté&nbsp;&nbsp; ○ absent ou excusé</figcaption>
    </figure>
  );
}
