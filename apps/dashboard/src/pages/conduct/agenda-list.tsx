import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { plural } from '../../wording/amounts';
import { outcomeWording } from '../../wording/outcomes';
import { AskButton } from './ask-button';
import { OF_SESSION, type Looked } from './looked';
import { useSeance } from './seance';
import styles from './conduct.module.css';

interface Props {
  readonly shown: Looked | null;
  readonly onShow: (looked: Looked) => void;
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
          {state.status === 'open' && <OfSession shown={shown === OF_SESSION} onShow={onShow} />}
        </ol>
        {state.status === 'open' && (
          <p>
            <AskButton asked={{ act: 'new-affair' }}>Ajouter une affaire…</AskButton>
          </p>
        )}
      </Card>
    </nav>
  );
}

/** The ballots that are of no affair: a secretary, the manner of voting, earlier minutes. */
function OfSession({ shown, onShow }: { readonly shown: boolean } & Pick<Props, 'onShow'>) {
  const { state } = useSeance();
  const held = state.ballots.filter(({ affair }) => affair === null).length;
  return (
    <li>
      <button type="button" aria-current={shown ? 'true' : undefined} onClick={() => onShow(OF_SESSION)}>
        <span aria-hidden="true">§</span>
        <span className={styles.subject}>Votes de la séance elle-même</span>
        {held > 0 && <small className={styles.fate}>{plural(held, 'scrutin')}</small>}
      </button>
    </li>
  );
}
