import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { outcomeWording } from '../wording/outcomes';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly shown: string | null;
  readonly onShow: (affair: string) => void;
}

export function AgendaList({ shown, onShow }: Props) {
  const { state } = useSeance();
  return (
    <nav className={styles.agenda} aria-label="Affaires de la séance">
      <Card title="Ordre du jour">
        {state.affairs.length === 0 && <p>Aucune affaire n’est inscrite.</p>}
        <ol>
          {state.affairs.map(({ id, order, subject, outcome }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === shown ? 'true' : undefined}
                onClick={() => onShow(id)}
              >
                <span>{order ?? '–'}</span>
                <span className={styles.subject}>{subject}</span>
                <span className={styles.fate}>
                  {outcome !== null && (
                    <Badge tone={outcomeWording(outcome).tone}>{outcomeWording(outcome).label}</Badge>
                  )}
                  {id === state.currentAffair && <Badge tone="warning">En discussion</Badge>}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </Card>
    </nav>
  );
}
