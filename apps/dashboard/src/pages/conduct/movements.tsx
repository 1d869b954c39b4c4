import { useState } from 'react';
import { KeyGrid, type KeyChoice, type KeyRow } from '../../ui/key-grid';
import { detailOf } from './member-detail';
import { MemberMenu } from './member-menu';
import { useSeance } from './seance';
import styles from './conduct.module.css';

type Place = 'in' | 'out';

const PLACES: readonly KeyChoice<Place>[] = [
  { value: 'in', label: 'En séance', letter: 'E' },
  { value: 'out', label: 'Sorti', letter: 'S' },
];

/** Who is in the room: one key when somebody comes or goes. */
export function Movements() {
  const seance = useSeance();
  const { board, state, sitting, record } = seance;
  const [sought, seek] = useState('');
  const present = new Set(board.now.room.present);
  const listed = new Set(state.attendance?.map(({ member }) => member));
  const shown = sitting.filter(
    ({ ref, name }) =>
      (listed.has(ref) || present.has(ref)) && name.toLowerCase().includes(sought.toLowerCase()),
  );
  const move = (ref: string, place: Place) => {
    const isIn = present.has(ref);
    if ((place === 'in') === isIn || state.status !== 'open') return;
    if (isIn) record(['departures'], { member: ref }, `le départ de ${seance.name(ref)}`);
    else record(['arrivals'], { member: ref }, `l’arrivée de ${seance.name(ref)}`);
  };
  return (
    <div className={styles.form}>
      <h3>
        Présents maintenant <small>({present.size})</small>
      </h3>
      {sitting.length > 12 && (
        <input
          type="search"
          aria-label="Chercher un membre"
          placeholder="Chercher un membre"
          value={sought}
          onChange={(event) => seek(event.target.value)}
        />
      )}
      <KeyGrid
        caption="Membres en séance"
        choices={PLACES}
        rows={shown.map(({ ref, name }): KeyRow<Place> => ({
          id: ref,
          name,
          detail: detailOf(seance, ref),
          value: present.has(ref) ? 'in' : 'out',
          // Before the opening nobody comes or goes: the roll is corrected.
          fixed: state.status !== 'open',
        }))}
        onChoose={move}
        extra={(ref, tabIndex) => <MemberMenu member={ref} tabIndex={tabIndex} />}
      />
    </div>
  );
}
