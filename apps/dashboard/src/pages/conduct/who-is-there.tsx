import { useSeance } from './seance';
import { detailOf } from './member-detail';
import styles from './conduct.module.css';

/** For who reads the séance and does not write it. */
export function WhoIsThere() {
  const seance = useSeance();
  const { board, sitting } = seance;
  const present = new Set(board.now.room.present);
  return (
    <ul className={styles.entries} aria-label="Membres">
      {sitting.map(({ ref, name }) => (
        <li key={ref}>
          <span>
            {name}
            <small>
              {[present.has(ref) ? 'en séance' : null, detailOf(seance, ref)].filter(Boolean).join(', ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
