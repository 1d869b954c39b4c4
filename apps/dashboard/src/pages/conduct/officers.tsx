import { AskButton } from './ask-button';
import { useSeance } from './seance';
import styles from './conduct.module.css';

/** Who presides and who keeps the minutes. */
export function Officers() {
  const { state, name } = useSeance();
  const secretaries = state.secretaries ?? [];
  return (
    <ul className={styles.entries} aria-label="Bureau de la séance">
      <li>
        <span>Présidence&nbsp;: {state.chair === null ? 'personne' : name(state.chair)}</span>
        <AskButton small asked={{ act: 'chair' }} label="Désigner qui préside">
          Désigner
        </AskButton>
      </li>
      {secretaries.map((ref) => (
        <li key={ref}>
          <span>Secrétaire&nbsp;: {name(ref)}</span>
          <AskButton
            small
            label={`Corriger\u00a0: ${name(ref)}, secrétaire`}
            asked={{
              act: 'correction',
              correction: { kind: 'secretary', member: ref },
              what: `l’annulation de la désignation de ${name(ref)} comme secrétaire`,
            }}
          >
            Corriger
          </AskButton>
        </li>
      ))}
      <li>
        <span>{secretaries.length === 0 && 'Secrétaire\u00a0: personne'}</span>
        <AskButton small asked={{ act: 'secretary' }}>
          {secretaries.length === 0 ? 'Désigner un secrétaire' : 'Désigner un autre secrétaire'}
        </AskButton>
      </li>
    </ul>
  );
}
