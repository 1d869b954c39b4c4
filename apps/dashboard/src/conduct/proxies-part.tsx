import { useState } from 'react';
import { MemberPicker } from '../ui/member-picker';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Who votes for whom, and a new proxy. */
export function ProxiesPart() {
  const { state, name, record } = useSeance();
  const standing = state.standingProxies ?? [];
  return (
    <div className={`${styles.form} ${styles.part}`}>
      <h3>
        Pouvoirs <small>({standing.length})</small>
      </h3>
      <ul className={styles.proxies}>
        {standing.map((proxy) => (
          <li key={proxy.giver}>
            <span>
              {name(proxy.giver)} → {proxy.bearer === null ? 'non renseigné' : name(proxy.bearer)}
            </span>
            <button
              type="button"
              className="button"
              aria-label={`Révoquer le pouvoir de ${name(proxy.giver)}`}
              onClick={() =>
                record(
                  ['proxies', proxy.giver, 'revocation'],
                  {},
                  `la révocation du pouvoir de ${name(proxy.giver)}`,
                )
              }
            >
              Révoquer
            </button>
          </li>
        ))}
      </ul>
      <NewProxy />
    </div>
  );
}

function NewProxy() {
  const { board, sitting, name, record } = useSeance();
  const [giver, setGiver] = useState<string | null>(null);
  const [bearer, setBearer] = useState<string | null>(null);
  const present = new Set(board.now.room.present);
  const give = () => {
    if (giver === null || bearer === null) return;
    record(['proxies'], { giver, bearer }, `le pouvoir de ${name(giver)} à ${name(bearer)}`, () => {
      setGiver(null);
      setBearer(null);
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <MemberPicker
        label="Mandant"
        members={sitting.filter(({ ref }) => !present.has(ref))}
        value={giver}
        onChange={setGiver}
      />
      <MemberPicker
        label="Mandataire"
        members={sitting.filter(({ ref }) => present.has(ref))}
        value={bearer}
        onChange={setBearer}
      />
      <div>
        <button type="submit" className="button" aria-disabled={giver === null || bearer === null}>
          Noter le pouvoir
        </button>
      </div>
    </form>
  );
}
