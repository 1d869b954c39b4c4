import { Link } from 'wouter';
import { sessionAddress } from '../../addresses';
import { Card } from '../../ui/card';
import { AskButton } from './ask-button';
import { IfMay } from './if-may';
import { SESSION } from './routes';
import { useSeance } from './seance';
import { SecondConvocation } from './second-convocation';
import styles from './conduct.module.css';

const BEGINNINGS = { attendance: [], proxies: [], movements: [], secretaries: [] };

/** Before the opening, and after the end. */
export function Opening() {
  const { authority, board, state, record } = useSeance();
  if (state.status === 'not-quorate') return <SecondConvocation />;
  if (state.status !== 'convened') {
    return (
      <Card title="La séance est close">
        <p>
          <Link href={sessionAddress(authority, board.session)}>Voir ce qu’elle a décidé</Link>
        </p>
      </Card>
    );
  }
  const called = (state.attendance ?? []).length;
  return (
    <Card title="Ouvrir la séance">
      <div className={styles.form}>
        <p>
          {called === 0
            ? 'Faites d’abord l’appel\u00a0: le quorum est vérifié à l’ouverture. La séance peut aussi s’ouvrir sans, l’appel étant fait ensuite.'
            : `L’appel est fait pour ${called} membre(s). Le quorum est vérifié à l’ouverture.`}
        </p>
        <div className={styles.row}>
          <IfMay route={`POST ${SESSION}/opening`}>
            <button
              type="button"
              className="button button-main"
              onClick={() => record(['opening'], BEGINNINGS, 'l’ouverture de la séance')}
            >
              Ouvrir la séance
            </button>
          </IfMay>
          {board.now.quorum.reached === false && (
            <AskButton asked={{ act: 'quorum-failure' }}>Constater l’absence de quorum…</AskButton>
          )}
        </div>
      </div>
    </Card>
  );
}
